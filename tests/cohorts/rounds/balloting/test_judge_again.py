"""A second turn: once talked over or once given up, for good, by who presides alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.judge_again import give_up_second, judge_again, talk
from cohorts.rounds.balloting.send import send
from cohorts.rounds.judging.reason_asked import LONGEST_REASON
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import Phase
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, judging, yes_plan

CHAIR, MEMBER = "Bank", "Gemeente"
NOTHING = ("", " \n\t", "\u200b\u2060", "a" * (LONGEST_REASON + 1))


def over(store: Store) -> Committee:
    """Everybody sent in the first turn; the votes are not closed."""
    here = judging(store, yes_plan(second=True))
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    return here


def gives_up(here: Committee, reason: str = "eens", seen: int | None = None) -> None:
    of = (here.store, here.members[CHAIR], here.round, here.stage)
    give_up_second(*of, reason=reason, seen=seen)


def reason_of(here: Committee) -> str | None:
    found = second_given_up(here.store, here.members[MEMBER], here.round, here.stage)
    return None if found is None else found.reason


def test_it_is_given_up_once_and_then_nobody_talks_or_votes_again(store: Store) -> None:
    here = over(store)
    chair = (store, here.members[CHAIR], here.round, here.stage)
    with pytest.raises(RefusedError):
        close_votes(store, here.organiser, here.round, here.stage)
    gives_up(here, reason="<b>eens</b>")
    tried: tuple[Callable[[], None], ...] = (
        lambda: gives_up(here, reason="toch anders"),
        lambda: talk(*chair),
        lambda: judge_again(*chair, until=in_days(1)),
    )
    for late in tried:
        with pytest.raises(RefusedError):
            late()
    assert reason_of(here) == "<b>eens</b>"
    close_votes(store, here.organiser, here.round, here.stage)
    assert here.head.phase is Phase.CLOSED
    assert doctor(store) == ()


@pytest.mark.parametrize("first", ["talk", "give up"])
def test_of_two_at_once_who_saw_it_as_it_was_is_refused(store: Store, first: str) -> None:
    here = over(store)
    chair, seen = (store, here.members[CHAIR], here.round, here.stage), here.head.revision
    acts: dict[str, Callable[[], None]] = {
        "talk": lambda: talk(*chair, seen=seen),
        "give up": lambda: gives_up(here, seen=seen),
    }
    acts.pop(first)()
    (second,) = acts.values()
    with pytest.raises((StaleError, RefusedError)):
        second()
    talks = first == "talk"
    assert here.head.phase is (Phase.TALKING if talks else Phase.JUDGING)
    assert reason_of(here) == (None if talks else "eens")


@pytest.mark.parametrize("reason", NOTHING)
def test_a_reason_nobody_can_read_is_none(store: Store, reason: str) -> None:
    here = over(store)
    with pytest.raises(InputError):
        gives_up(here, reason=reason)
    assert reason_of(here) is None


@pytest.mark.parametrize("name", [MEMBER, "School", "organiser"])
def test_nobody_gives_it_up_who_does_not_preside(store: Store, name: str) -> None:
    here = over(store)
    actor = here.members.get(name, here.organiser)
    with pytest.raises(RefusedError):
        give_up_second(store, actor, here.round, here.stage, reason="eens")
    assert reason_of(here) is None


def test_it_is_not_given_up_while_somebody_may_still_vote(store: Store) -> None:
    here = judging(store, yes_plan(second=True))
    with pytest.raises(RefusedError):
        gives_up(here)
    assert reason_of(here) is None
