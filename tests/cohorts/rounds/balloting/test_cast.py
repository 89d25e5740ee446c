"""Votes: once each, only where they may be, the last version counts."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import Phase
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import judging

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


def test_the_deadline_holds_at_the_moment_that_is_written_down(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open when it was asked, closed when it would be kept: it is not kept."""
    here = judging(store)
    bank, person = here.members["Bank"], here.candidate(0)
    monkeypatch.setattr(f"{cast.__module__}.now", lambda: here.head.closes_at)
    with pytest.raises(RefusedError) as error:
        cast(store, bank, here.round, here.stage, person, judged=YES, once="x")
    assert error.value.problems[0].code == "balloting.closed"
    with store.reading() as connection:
        assert votes_by(connection, here.stage, bank.key) == {}
