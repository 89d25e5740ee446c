"""Votes: once each, only where they may be, the last version counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from types import ModuleType

import pytest
from sqlalchemy import update

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting import cast as casting
from cohorts.rounds.balloting import offer_help as offering
from cohorts.rounds.balloting import send as sending
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import Phase
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.member import MEMBERS
from cohorts.rounds.people.bring_back import bring_back
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.store.tables import member as seats
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan
from tests.cohorts.rounds.staff import rows

YES, NO = Judged(yes=True), Judged(yes=False)


def test_from_ties_to_who_goes_on(store: Store) -> None:
    here = judging(store)
    for number, member in enumerate(here.members.values()):
        ballot = own_ballot(store, member, here.round, here.stage)
        assert len(ballot.dossiers) == 9
        for place, person in enumerate(here.head.candidates):
            judged = YES if place <= number else NO
            cast(store, member, here.round, here.stage, person, judged=judged, once=f"t{place}")
        assert own_ballot(store, member, here.round, here.stage).left == 0
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    worst, best = here.candidate(8), here.candidate(0)
    go_on(
        store,
        here.organiser,
        here.round,
        here.stage,
        otherwise={worst: Otherwise(on=True, reason="Kent de streek.")},
    )
    with store.reading() as connection:
        found = gone_on_in(connection, here.stage)
    assert found[best].on
    assert found[worst].why == "by_people"
    assert sum(one.on for one in found.values()) == 5
    assert here.head.phase is Phase.DECIDED
    assert not list(doctor(store))


def test_an_answer_that_is_sent_twice_counts_once(store: Store) -> None:
    here = judging(store)
    bank, person = here.members["Bank"], here.candidate(2)
    first = cast(store, bank, here.round, here.stage, person, judged=YES, once="a")
    again = cast(store, bank, here.round, here.stage, person, judged=YES, once="a")
    other = cast(store, bank, here.round, here.stage, person, judged=NO, once="b")
    assert first == again
    assert (first.number, other.number) == (1, 2)
    ballot = own_ballot(store, bank, here.round, here.stage)
    vote = next(one.vote for one in ballot.dossiers if one.person == person)
    assert vote is not None
    assert vote.judged == NO


def test_who_has_a_tie_neither_sees_nor_votes(store: Store) -> None:
    here = judging(store, told=False)
    here.ties("Bank", c1=Tie.HANDLES, c2=Tie.KNOWS, c3=Tie.ABSTAINS)
    bank = here.members["Bank"]
    seen = {one.person for one in own_ballot(store, bank, here.round, here.stage).dossiers}
    assert seen == set(here.head.candidates) - {here.candidate(1), here.candidate(3)}
    with pytest.raises(RefusedError):
        cast(store, bank, here.round, here.stage, here.candidate(1), judged=YES, once="x")
    late_tie(store, bank, here.round, here.stage, here.candidate(2), tie=Tie.PERSONAL)
    with pytest.raises(RefusedError):
        cast(store, bank, here.round, here.stage, here.candidate(2), judged=YES, once="y")


def test_nothing_opens_before_ties_are_told(store: Store) -> None:
    here = judging(store, told=False)
    bank = here.members["Bank"]
    assert own_ballot(store, bank, here.round, here.stage).dossiers == ()
    with pytest.raises(InputError):
        cast(store, bank, here.round, here.stage, here.candidate(0), judged=YES, once="x")


def test_it_closes_when_all_have_sent_or_time_is_up(store: Store) -> None:
    here = judging(store)
    with pytest.raises(RefusedError):
        close_votes(store, here.organiser, here.round, here.stage)
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    bank = here.members["Bank"]
    with pytest.raises(RefusedError):
        cast(store, bank, here.round, here.stage, here.candidate(0), judged=YES, once="x")


ACTS: dict[ModuleType, Callable[[Committee, Actor], object]] = {
    casting: lambda here, bank: cast(
        here.store, bank, here.round, here.stage, here.candidate(0), judged=YES, once="x"
    ),
    sending: lambda here, bank: send(here.store, bank, here.round, here.stage),
    offering: lambda here, bank: offer_help(
        here.store, bank, here.round, here.stage, here.candidate(0), help_=True
    ),
}
"""Module of an act, whose clock is asked for the moment that is written down → the act."""


@pytest.mark.parametrize("module", ACTS, ids=lambda one: one.__name__.rpartition(".")[2])
def test_the_deadline_holds_at_the_moment_that_is_written_down(
    store: Store, monkeypatch: pytest.MonkeyPatch, module: ModuleType
) -> None:
    """Open when it was asked, closed when it would be kept: it is not kept."""
    here = judging(store, yes_plan(offers=True))
    bank, before = here.members["Bank"], rows(store)
    closes = here.head.closes_at or ""
    monkeypatch.setattr(module, "now", lambda: closes)
    with pytest.raises(RefusedError) as error:
        ACTS[module](here, bank)
    assert error.value.problems[0].code == "balloting.closed"
    assert rows(store) == before
    last = datetime.fromisoformat(closes) - timedelta(milliseconds=1)
    last_text = last.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    monkeypatch.setattr(module, "now", lambda: last_text)
    ACTS[module](here, bank)
    assert rows(store) != before


def test_whose_place_was_taken_does_and_reads_nothing(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    bank, first = here.members["Bank"], here.candidate(0)
    gone = (seats.c.round == here.round, seats.c.account == bank.key)
    with act(
        store, here.organiser, here.round, "members.invite", may=ORGANISERS, object_=MEMBERS
    ) as doing:
        doing.connection.execute(update(seats).where(*gone).values(left_at=now()))
    where = (store, bank, here.round, here.stage)
    tried: tuple[Callable[[], object], ...] = (
        *(partial(one, here, bank) for one in ACTS.values()),
        lambda: late_tie(*where, first, tie=Tie.PERSONAL),
        lambda: declare(*where, {first: Tie.NONE}),
        lambda: own_ballot(*where),
        lambda: own_receipts(*where),
    )
    for member_does in tried:
        with pytest.raises(RefusedError) as error:
            member_does()
        assert error.value.problems[0].code == "rounds.not_yours"


def test_a_vote_stands_while_the_applicant_corrects_and_stops(store: Store) -> None:
    """Members read what is there now; that it reads otherwise than when they voted, they see."""
    here = judging(store)
    bank, organiser = here.members["Bank"], here.organiser
    where, first, other = (
        (store, bank, here.round, here.stage),
        here.candidate(0),
        here.candidate(1),
    )
    for number, person in enumerate((first, other)):
        cast(*where, person, judged=YES, once=f"{number}")

    def changed() -> set[PersonKey]:
        return {one.person for one in own_ballot(*where).dossiers if one.changed}

    mend(store, organiser, here.round, first, {"email": "nieuw@bedrijf.nl"})
    assert changed() == set()
    mend(store, organiser, here.round, first, {"question": "Hoe vind ik een opvolger?"})
    assert changed() == {first}
    read = next(one for one in own_ballot(*where).dossiers if one.person == first)
    assert read.applicant.question == "Hoe vind ik een opvolger?"
    assert read.vote is not None
    assert read.vote.judged == YES
    cast(*where, first, judged=NO, once="again")
    assert changed() == set()
    withdraw(store, organiser, here.round, other)
    assert other not in {one.person for one in own_ballot(*where).dossiers}
    bring_back(store, organiser, here.round, other)
    assert next(one.vote for one in own_ballot(*where).dossiers if one.person == other) is not None
