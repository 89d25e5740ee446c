"""A rule with a limit: no ballot says yes more often, for one would keep all from being counted."""

from __future__ import annotations

from itertools import count

import pytest

from cohorts.errors import InputError
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.stage_plan import BALLOTS, Tie, plan_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging

STAGE = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": 2}
TWO = plan_of({"stage": STAGE | {"settings": {"most": 2}}, "seed": 7})
_ONCE = count()


def say(here: Committee, number: int, *, yes: bool, name: str = "Bank") -> None:
    cast(
        here.store,
        here.members[name],
        here.round,
        here.stage,
        here.candidate(number),
        judged=Judged(yes),
        once=str(next(_ONCE)),
    )


def test_a_yes_too_many_is_refused_until_another_is_taken_back(store: Store) -> None:
    here = judging(store, TWO)
    for number in (0, 1):
        say(here, number, yes=True)
    say(here, 1, yes=True)  # the same again is none more
    say(here, 2, yes=False)
    with pytest.raises(InputError):
        say(here, 2, yes=True)
    say(here, 2, yes=True, name="School")
    say(here, 0, yes=False)
    say(here, 2, yes=True)


def test_a_yes_that_counts_no_more_is_free_again(store: Store) -> None:
    here = judging(store, TWO)
    for number in (0, 1):
        say(here, number, yes=True)
    late_tie(
        store, here.members["Bank"], here.round, here.stage, here.candidate(0), tie=Tie.HANDLES
    )
    say(here, 2, yes=True)
    withdraw(store, here.organiser, here.round, here.candidate(1))
    say(here, 3, yes=True)
    with pytest.raises(InputError):
        say(here, 4, yes=True)
