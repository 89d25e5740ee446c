"""Who presides over which ties, what they see, decide and have seen: against plain counting."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cohorts.committee.votes import Silence
from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.judge_again import talk
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.conflicted import Conflicted, conflicted
from cohorts.rounds.interests.decide_tie import decide_tie
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.interests.see_ties import see_ties
from cohorts.rounds.interests.told_ties import Heard, told_ties
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.presiding import presides_at_all, presiding
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import go_on
from cohorts.rounds.standings.offers_of_help import helpers_in
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import (
    Committee,
    in_days,
    judging,
    planned,
    yes_plan,
)
from tests.cohorts.rounds.staff import joined

CHAIR, DEPUTY, SCHOOL, LAST = "Bank", "Gemeente", "School", "Werkgevers"
TOLD: dict[str, dict[str, Tie]] = {
    CHAIR: {"c0": Tie.PERSONAL, "c1": Tie.KNOWS},
    DEPUTY: {"c1": Tie.HANDLES},
    SCHOOL: {"c0": Tie.KNOWS, "c2": Tie.KNOWS, "c3": Tie.ABSTAINS},
    LAST: {},
}


def told(
    store: Store,
    ties: Mapping[str, Mapping[str, Tie]] | None = None,
    *,
    votes: bool = True,
    second: bool = False,
) -> Committee:
    """The bank is the chair and blocked for ``c0``; the municipality is the deputy."""
    here = planned(store, yes_plan(second=second), deputy=DEPUTY)
    open_interests(store, here.organiser, here.round, here.stage)
    for name in here.members:
        here.ties(name, **(TOLD if ties is None else ties).get(name, {}))
    if votes:
        open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    return here


def seen(here: Committee, by: str) -> set[tuple[str, int, Heard]]:
    """Member, number of the candidate and what is heard, as the list of one shows it."""
    names = {one.key: name for name, one in here.members.items()}
    ties = told_ties(here.store, here.members[by], here.round, here.stage).ties
    places = {who: number for number, who in enumerate(here.head.candidates)}
    return {(names[one.member.key], places[one.person], one.heard) for one in ties}


def decides(here: Committee, by: str, whose: str, number: int, *, bars: bool) -> None:
    of = (here.store, here.members[by], here.round, here.stage)
    person, whom = here.candidate(number), here.members[whose].key
    decide_tie(*of, member=whom, person=person, bars=bars, reason="Te dichtbij.")


def closed(here: Committee) -> None:
    for one in here.members.values():
        cast(
            here.store,
            one,
            here.round,
            here.stage,
            here.candidate(5),
            judged=Judged(yes=True),
            once="5",
        )
        send(here.store, one, here.round, here.stage)
    close_votes(here.store, here.organiser, here.round, here.stage)


def refused(here: Committee) -> str:
    """The word of why nobody goes on; empty where they do."""
    try:
        go_on(here.store, here.organiser, here.round, here.stage)
    except RefusedError as error:
        return error.problems[0].code
    return ""


def names_of(here: Committee, *blocked: str) -> list[str]:
    names = {one.key: name for name, one in here.members.items()}
    with here.store.reading() as connection:
        found = presiding(connection, here.round, [here.members[one].key for one in blocked])
    return [names[one.key] for one in found]


def test_the_chair_then_the_deputy_then_nobody(store: Store) -> None:
    here = told(store, second=True)
    assert names_of(here) == names_of(here, DEPUTY) == [CHAIR]
    assert names_of(here, CHAIR) == [DEPUTY]
    assert names_of(here, CHAIR, DEPUTY) == []
    with pytest.raises(RefusedError):
        talk(store, here.members[DEPUTY], here.round, here.stage)
    at_all = {n for n, one in here.members.items() if presides_at_all(store, one, here.round)}
    assert at_all == {CHAIR, DEPUTY}
    revoke(store, here.organiser, here.members[CHAIR].key)
    assert names_of(here) == [DEPUTY]
    revoke(store, here.organiser, here.members[DEPUTY].key)
    assert names_of(here) == []


def test_nobody_sees_a_tie_with_whom_they_are_blocked(store: Store) -> None:
    here = told(store)
    assert seen(here, CHAIR) == {
        (CHAIR, 1, Heard.KNOWS),
        (DEPUTY, 1, Heard.OUT),
        (SCHOOL, 2, Heard.KNOWS),
        (SCHOOL, 3, Heard.OUT),
    }
    assert seen(here, DEPUTY) == {(CHAIR, 0, Heard.OUT), (SCHOOL, 0, Heard.KNOWS)}
    for name in (SCHOOL, LAST):
        with pytest.raises(RefusedError) as error:
            told_ties(store, here.members[name], here.round, here.stage)
        assert error.value.problems[0].code == "rounds.not_yours"
    with pytest.raises(RefusedError):
        decides(here, CHAIR, SCHOOL, 0, bars=True)


def test_who_organises_or_audits_reads_no_list_of_ties(store: Store) -> None:
    """As it stands above the names: whoever organises sees figures."""
    here = told(store)
    auditor = joined(store, here.organiser, "Controle", here.round, Role.AUDITOR)
    for actor in (here.organiser, auditor):
        with pytest.raises(RefusedError):
            told_ties(store, actor, here.round, here.stage)
        assert conflicted(store, actor, here.round, here.stage).judges == len(here.members)


def test_the_list_is_the_same_whatever_is_told_of_whom_one_is_blocked(store: Store) -> None:
    """Nothing that the chair sees depends on what others told of ``c0``."""
    here = told(store, votes=False)
    before = told_ties(store, here.members[CHAIR], here.round, here.stage)
    here.ties(SCHOOL, **(TOLD[SCHOOL] | {"c0": Tie.PERSONAL}))
    assert told_ties(store, here.members[CHAIR], here.round, here.stage) == before


def test_who_is_barred_neither_reads_nor_counts(store: Store) -> None:
    here = told(store, votes=False)
    decides(here, CHAIR, SCHOOL, 2, bars=True)
    here.ties(SCHOOL)  # whatever they say later
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    school = here.members[SCHOOL]

    def reads() -> set[int]:
        dossiers = own_ballot(store, school, here.round, here.stage).dossiers
        return {here.head.candidates.index(one.person) for one in dossiers}

    everybody = set(range(len(here.head.candidates)))
    assert reads() == everybody - {2}
    with pytest.raises(RefusedError) as error:
        cast(store, school, here.round, here.stage, here.candidate(2), judged=Judged(), once="x")
    assert error.value.problems[0].code == "balloting.not_this"
    with store.reading() as connection:
        people = people_in_store(connection, store.url, here.round)
        ballots = election_of(connection, here.round, here.head, people).ballots
    said = next(one.said for one in ballots if one.voter == school.key)
    assert {who for who, one in said.items() if one is Silence.RECUSED} == {here.candidate(2)}
    assert not list(doctor(store))


def test_a_decision_needs_a_reason_and_may_be_taken_back_before_the_close(store: Store) -> None:
    here = told(store)
    of = (store, here.members[CHAIR], here.round, here.stage)
    school = here.members[SCHOOL].key
    with pytest.raises(InputError):
        decide_tie(*of, member=school, person=here.candidate(2), bars=True, reason=" ")
    with pytest.raises(RefusedError):  # said that they abstain: there is nothing to decide
        decides(here, CHAIR, SCHOOL, 3, bars=True)
    decides(here, CHAIR, SCHOOL, 2, bars=True)
    decides(here, CHAIR, SCHOOL, 2, bars=False)
    (one,) = [
        tie
        for tie in told_ties(*of).ties
        if tie.member.key == school and tie.person == here.candidate(2)
    ]
    assert (one.barred, one.reason, one.waits) == (False, "Te dichtbij.", False)
    closed(here)
    with pytest.raises(RefusedError):
        decides(here, CHAIR, SCHOOL, 2, bars=True)


def test_an_offer_of_help_goes_with_who_is_barred(store: Store) -> None:
    here = judging(store, yes_plan(offers=True), told=False)
    for name in here.members:
        here.ties(name, **({"c2": Tie.KNOWS} if name == SCHOOL else {}))
    for number in (2, 3):
        of = (store, here.members[SCHOOL], here.round, here.stage, here.candidate(number))
        offer_help(*of, help_=True, note="Bel mij")
    decides(here, CHAIR, SCHOOL, 2, bars=False)
    with store.reading() as connection:
        assert len(helpers_in(connection, here.round)) == 2
    decides(here, CHAIR, SCHOOL, 2, bars=True)
    with store.reading() as connection:
        assert helpers_in(connection, here.round).keys() == {here.candidate(3)}
    assert not list(doctor(store))


def test_nobody_goes_on_before_chair_and_deputy_saw_their_part(store: Store) -> None:
    here = told(store)
    here.see_ties(CHAIR, DEPUTY)
    late_tie(store, here.members[LAST], here.round, here.stage, here.candidate(4), tie=Tie.HANDLES)
    assert told_ties(store, here.members[CHAIR], here.round, here.stage).unseen == 1
    here.ruled(LAST, 4, Ruling.STAND)
    closed(here)
    assert refused(here) == "interests.unseen"
    with pytest.raises(RefusedError):
        see_ties(store, here.members[CHAIR], here.round, here.stage, lines=["x"])
    with pytest.raises(RefusedError):
        see_ties(store, here.members[SCHOOL], here.round, here.stage, lines=[])
    here.see_ties(CHAIR)
    assert refused(here) == ""
    assert not list(doctor(store))


def test_the_deputys_part_is_not_seen_by_the_chair(store: Store) -> None:
    here = told(store)
    here.see_ties(CHAIR)
    closed(here)
    assert refused(here) == "interests.unseen"
    here.see_ties(DEPUTY)
    assert refused(here) == ""


def test_where_nobody_is_free_somebody_is_to_be_invited(store: Store) -> None:
    here = told(store, {CHAIR: {"c0": Tie.PERSONAL}, DEPUTY: {"c0": Tie.HANDLES}})
    closed(here)
    assert refused(here) == "interests.nobody_presides"


def test_without_ties_there_is_nothing_to_see(store: Store) -> None:
    here = told(store, {})
    closed(here)
    assert refused(here) == ""


def test_the_organiser_is_warned_in_numbers(store: Store) -> None:
    here = told(store)
    blocks = {name: {who for who, tie in ties.items() if tie.blocks} for name, ties in TOLD.items()}
    left = [
        sum(f"c{number}" not in away for away in blocks.values())
        for number in range(len(here.head.candidates))
    ]
    found = conflicted(store, here.organiser, here.round, here.stage)
    assert found == Conflicted(4, tuple(sorted(one for one in left if one < 4)), 0)
    list_ = told_ties(store, here.members[CHAIR], here.round, here.stage)
    assert [one.left for one in list_.few] == [3, 3]  # of c1 and c3; not of c0
    with pytest.raises(RefusedError):
        conflicted(store, here.members[CHAIR], here.round, here.stage)


def test_an_organiser_is_not_told_in_numbers_of_whom_they_are_kept_from(store: Store) -> None:
    here = told(store, votes=False)
    both = here.members[CHAIR]
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, both, Role.ORGANISER)
    before = conflicted(store, both, here.round, here.stage)
    here.ties(SCHOOL, **(TOLD[SCHOOL] | {"c0": Tie.PERSONAL}))
    assert conflicted(store, both, here.round, here.stage) == before
    assert conflicted(store, here.organiser, here.round, here.stage) != before
