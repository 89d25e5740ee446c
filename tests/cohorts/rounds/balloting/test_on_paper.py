"""Ballots on paper: who may enter them, with the checks of a vote on the page, and the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.reports.page.paper_pages import paper_receipt
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting import cast as casting
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.on_paper import enter_on_paper
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.paper_ballot import paper_ballot
from cohorts.rounds.balloting.paper_read import PaperRead
from cohorts.rounds.balloting.receipts import entered_members, own_receipts, paper_receipts
from cohorts.rounds.balloting.send import digest_of_votes, send
from cohorts.rounds.balloting.ties_on_paper import declare_on_paper, late_tie_on_paper
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.interest import Interest, interests_in, own_interests
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.roles import Role
from cohorts.store.doctor import doctor
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, planned
from tests.cohorts.rounds.balloting.paper_form import answered, ballot_for, read_of
from tests.cohorts.rounds.staff import joined, rows

QUESTION = "Gaat dit bedrijf door?"


def filled(here: Committee, *answers: str, member: str = "Bank") -> PaperRead:
    ballot = ballot_for(here, member)
    return read_of(ballot, answered(ballot, {n: {QUESTION: a} for n, a in enumerate(answers)}))


def of(
    here: Committee, member: str = "Bank"
) -> tuple[Store, Actor, RoundKey, StageKey, AccountKey]:
    return here.store, here.organiser, here.round, here.stage, here.members[member].key


def test_it_is_kept_as_on_paper_by_whom_with_a_receipt(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    ballot = ballot_for(here)
    read = filled(here, "ja", "nee", "geen oordeel")
    receipt = enter_on_paper(*of(here), read=read)
    assert receipt.by == here.organiser.name
    with store.reading() as connection:
        votes = votes_by(connection, here.stage, bank.key)
    assert {(one.how, one.by) for one in votes.values()} == {("paper", here.organiser.key)}
    assert votes[ballot.rows[0].person].judged == Judged(yes=True)
    assert digest_of_votes(votes, receipt.salt) == receipt.digest
    assert own_receipts(store, bank, here.round, here.stage) == (receipt,)
    assert paper_receipts(*of(here)) == (receipt,)
    own = own_ballot(store, bank, here.round, here.stage)
    assert own.sent_at == receipt.at
    last = events_since(store, here.organiser, here.round)[-1]
    assert last.sentence(Language.NL) == "Anna voerde het stembiljet op papier van Bank in."
    assert not last.about
    assert not list(doctor(store))


def test_a_vote_of_their_own_since_it_was_read_is_not_replaced_unseen(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    read = filled(here, "ja", "nee")
    person = read.entries[1].person
    cast(store, bank, here.round, here.stage, person, judged=Judged(yes=True), once="a")
    with pytest.raises(StaleError) as error:
        enter_on_paper(*of(here), read=read)
    assert error.value.problems[0].code == "paper.voted_since"
    with store.reading() as connection:
        assert set(votes_by(connection, here.stage, bank.key)) == {person}
    again = filled(here, "ja", "nee")
    assert again.replaces == 1
    enter_on_paper(*of(here), read=again)
    with store.reading() as connection:
        assert votes_by(connection, here.stage, bank.key)[person].number == 2
    assert not list(doctor(store))


def test_after_the_close_the_receipt_is_still_there_and_says_so(store: Store) -> None:
    here = judging(store)
    assert entered_members(*of(here)[:-1]) == ()
    receipt = enter_on_paper(*of(here), read=filled(here, "ja"))
    for name, member in here.members.items():
        if name != "Bank":
            send(store, member, here.round, here.stage)
    told = paper_receipt(paper_ballot(*of(here)), receipt, Language.NL)
    assert "vóór de sluiting" in told
    assert "Tot dan kunt u veranderen" in told
    close_votes(store, here.organiser, here.round, here.stage)
    assert [one.name for one in entered_members(*of(here)[:-1])] == ["Bank"]
    assert paper_receipts(*of(here)) == (receipt,)
    told = paper_receipt(paper_ballot(*of(here)), receipt, Language.NL)
    assert receipt.digest in told
    assert "De stemming is gesloten." in told
    assert "Tot dan" not in told


def test_a_receipt_says_in_which_turn_it_was(store: Store) -> None:
    here = judging(store)
    receipt = enter_on_paper(*of(here), read=filled(here, "ja"))
    ballot = paper_ballot(*of(here))
    later = replace(ballot, stage=replace(ballot.stage, turn=2))
    assert " · ronde 1" in paper_receipt(later, receipt, Language.NL)


def test_the_last_version_counts_whichever_way_it_came(store: Store) -> None:
    here = judging(store)
    bank, person = here.members["Bank"], ballot_for(here).rows[0].person
    cast(store, bank, here.round, here.stage, person, judged=Judged(yes=False), once="a")
    send(store, bank, here.round, here.stage)
    read = filled(here, "ja")
    assert read.replaces == 1
    enter_on_paper(*of(here), read=read)
    cast(store, bank, here.round, here.stage, person, judged=Judged(abstained=True), once="b")
    with store.reading() as connection:
        vote = votes_by(connection, here.stage, bank.key)[person]
    assert (vote.number, vote.how, vote.judged) == (3, "page", Judged(abstained=True))
    assert [one.by for one in own_receipts(store, bank, here.round, here.stage)] == ["", "Anna"]
    assert [one.by for one in paper_receipts(*of(here))] == ["Anna"]
    with pytest.raises(RefusedError) as error:
        enter_on_paper(*of(here), read=read)
    assert error.value.problems[0].code == "paper.entered_before"


def test_nothing_of_it_is_taken_where_one_row_may_not_be(store: Store) -> None:
    here = judging(store)
    read = filled(here, "ja", "ja", "ja")
    late_tie_on_paper(*of(here), person=read.entries[2].person, tie=Tie.PERSONAL)
    before = rows(store)
    with pytest.raises(RefusedError):
        enter_on_paper(*of(here), read=read)
    assert rows(store) == before


def test_after_the_deadline_nothing_is_taken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    here = judging(store)
    read = filled(here, "ja")
    before = rows(store)
    monkeypatch.setattr("cohorts.rounds.balloting.cast.now", lambda: here.head.closes_at)
    with pytest.raises(RefusedError) as error:
        enter_on_paper(*of(here), read=read)
    assert error.value.problems[0].code == "balloting.closed"
    monkeypatch.undo()
    assert rows(store) == before
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    with pytest.raises(RefusedError):
        enter_on_paper(*of(here), read=read)
    assert ballot_for(here).rows == ()


def test_a_ballot_of_another_member_is_not_taken(store: Store) -> None:
    here = judging(store)
    read = filled(here, "ja", member="School")
    with pytest.raises(RefusedError) as error:
        enter_on_paper(*of(here), read=read)
    assert error.value.problems[0].code == "paper.of_another"
    with pytest.raises(InputError):
        enter_on_paper(*of(here), read=filled(here))


def test_only_an_organiser_who_neither_judges_nor_has_a_tie(store: Store) -> None:
    here = judging(store)
    read = filled(here, "ja")
    school, bank = here.members["School"], here.members["Bank"]
    auditor = joined(store, here.organiser, "Controleur", here.round, Role.AUDITOR)
    stranger = joined(store, here.organiser, "Wie")
    before = rows(store)
    for actor in (school, bank, auditor, stranger):
        with pytest.raises(RefusedError):
            enter_on_paper(store, actor, here.round, here.stage, bank.key, read=read)
        with pytest.raises(RefusedError):
            paper_ballot(store, actor, here.round, here.stage, bank.key)
    assert rows(store) == before
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, school, Role.ORGANISER)
    with pytest.raises(RefusedError) as error:
        enter_on_paper(store, school, here.round, here.stage, bank.key, read=read)
    assert error.value.problems[0].code == "paper.judges_too"
    assert [one.act for one in events_since(store, here.organiser, here.round)][
        -1
    ] != "ballot.paper"


def test_ties_on_paper_come_first_and_by_the_same_rules(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    ballot = ballot_for(here)
    assert (ballot.told, ballot.rows, len(ballot.names)) == (False, (), 9)
    people = here.head.candidates
    ties = dict.fromkeys(people, Tie.NONE) | {people[1]: Tie.HANDLES}
    with pytest.raises(InputError):
        declare_on_paper(*of(here), ties={people[0]: Tie.NONE})
    declare_on_paper(*of(here), ties=ties)
    assert ballot_for(here).told
    with store.reading() as connection:
        said = interests_in(connection, here.round)[here.members["Bank"].key]
    assert {who: one.tie for who, one in said.items()} == ties
    assert not any(one.late for one in said.values())
    last = events_since(store, here.organiser, here.round)[-1]
    assert (last.act, last.about) == ("interest.paper", ())
    assert not list(doctor(store))


def test_ties_that_were_told_stand_once_votes_are_taken(store: Store) -> None:
    here = judging(store)
    with pytest.raises(InputError) as error:
        declare_on_paper(*of(here), ties=dict.fromkeys(here.head.candidates, Tie.NONE))
    assert error.value.problems[0].code == "paper.ties_told"
    late_tie_on_paper(*of(here), person=here.candidate(0), tie=Tie.HANDLES)
    with store.reading() as connection:
        said = interests_in(connection, here.round)[here.members["Bank"].key]
    assert said[here.candidate(0)].late
    with pytest.raises(InputError):
        late_tie_on_paper(*of(here), person=here.candidate(1), tie=Tie.KNOWS)
    stranger, _ = invite(store, here.organiser, here.round, Invited("Later"))
    ballot = paper_ballot(store, here.organiser, here.round, here.stage, stranger)
    assert (ballot.told, ballot.rows) == (False, ())


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_ties_are_asked_once_for_a_whole_ballot(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ballot of a thousand rows took a minute and a half while each row asked for all of them."""
    here = judging(store)
    read, asked = filled(here, "ja", "nee", "ja", "nee"), []

    def counted(*given: Any) -> Mapping[PersonKey, Interest]:
        asked.append(given)
        return own_interests(*given)

    monkeypatch.setattr(casting, "own_interests", counted)
    enter_on_paper(*of(here), read=read)
    assert len(asked) == 1


@pytest.mark.parametrize("place", [0, 3])
def test_one_row_that_is_not_theirs_refuses_the_whole_ballot(store: Store, place: int) -> None:
    here = judging(store)
    read = filled(here, "ja", "nee", "ja", "nee")
    strange = replace(read.entries[place], person=PersonKey(Key("0" * 32)))
    entries = [*read.entries]
    entries[place] = strange
    before = rows(store)
    with pytest.raises(RefusedError, match="not_this"):
        enter_on_paper(*of(here), read=replace(read, entries=tuple(entries)))
    assert rows(store) == before
