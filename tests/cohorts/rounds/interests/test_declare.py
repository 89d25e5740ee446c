"""What ties are told by who is late, and what is never overwritten."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.interest import own_interests
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging import stage_head
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import judging

YES = Judged(yes=True)


def test_what_was_told_late_is_not_told_away(store: Store) -> None:
    """A late tie, told before all others were, stands whatever is sent after it."""
    here = judging(store, told=False)
    bank, first = here.members["Bank"], here.candidate(0)
    declare(store, bank, here.round, here.stage, {first: Tie.NONE})
    late_tie(store, bank, here.round, here.stage, first, tie=Tie.HANDLES)
    here.ties("Bank")
    with store.reading() as connection:
        said = own_interests(connection, here.round, bank.key)
    assert (said[first].tie, said[first].late) == (Tie.HANDLES, True)
    assert len(own_ballot(store, bank, here.round, here.stage).dossiers) == 8
    with pytest.raises(InputError):
        here.ties("Bank")


def test_who_is_late_tells_until_the_close(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the deadline it still says who is recused and who was silent; nobody votes any more."""
    here = judging(store, told=False)
    closes = here.head.closes_at
    monkeypatch.setattr(stage_head, "now", lambda: closes)
    here.ties("Bank", c0=Tie.HANDLES)
    where = (store, here.members["Bank"], here.round, here.stage, here.candidate(1))
    with pytest.raises(RefusedError):
        cast(*where, judged=YES, once="x")
    close_votes(store, here.organiser, here.round, here.stage)
    with pytest.raises(RefusedError):
        here.ties("School")


def test_of_who_stopped_nothing_need_be_said(store: Store) -> None:
    here = judging(store, told=False)
    gone, bank = here.candidate(0), here.members["Bank"]
    withdraw(store, here.organiser, here.round, gone)
    ballot = own_ballot(store, bank, here.round, here.stage)
    assert gone not in {one.person for one in ballot.names}
    ties = {one.person: Tie.NONE for one in ballot.names}
    declare(store, bank, here.round, here.stage, ties)
    read = [one.person for one in own_ballot(store, bank, here.round, here.stage).dossiers]
    assert set(read) == set(here.head.candidates) - {gone}
    cast(store, bank, here.round, here.stage, read[0], judged=YES, once="x")
    with pytest.raises(InputError):
        declare(store, bank, here.round, here.stage, ties)


def test_ties_told_alike_are_kept_in_mind_once(store: Store) -> None:
    """Every vote asks all ties of its member: of a thousand applicants that is a thousand."""
    here = judging(store, told=False)
    here.ties("Bank", c0=Tie.HANDLES)
    with store.reading() as connection:
        said = own_interests(connection, here.round, here.members["Bank"].key)
    assert said[here.candidate(0)].blocks
    others = [one for who, one in said.items() if who != here.candidate(0)]
    assert len(others) > 1
    assert all(one is others[0] for one in others)
