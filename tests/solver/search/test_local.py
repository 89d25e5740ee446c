"""Copies that move in threads: what has begun ends before anything else happens to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for_all
from dataclasses import replace
from threading import Event
from typing import Any

import numpy as np
import pytest

from solver.enough import Alike
from solver.grouping import Grouping
from solver.places import Places
from solver.search import local
from solver.search.one_copy import Start
from solver.search.schedule import STEPS, Work, work_of
from solver.search.stopwatch import Clock
from solver.search.window import equal_shares, kinds_of, uphill_of
from solver.solution import Effort
from solver.task import Task
from solver.terms import Likeness, Place


def clouds(n: int = 40, groups: int = 5) -> Task:
    draw = np.random.default_rng(1)
    return Task(
        n=n,
        low=np.full(groups, n // groups),
        high=np.full(groups, n // groups),
        terms=(Likeness.of("l", draw.normal(size=(n, 3)), np.ones(3), 100),),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_ctrl_c_waits_for_what_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a copy would be taken downhill while a thread still moves it."""
    begun, go, ended = Event(), Event(), []

    def act(number: Any) -> None:
        begun.set()
        go.wait()
        ended.append(number)

    times = 0

    def interrupted(futures: Any) -> None:
        nonlocal times
        times += 1
        begun.wait()
        if times < 3:
            raise KeyboardInterrupt
        go.set()
        wait_for_all(futures)

    monkeypatch.setattr(local, "wait", interrupted)
    numbers: list[Any] = [0, 1, 2]
    with ThreadPoolExecutor(max_workers=1) as pool:
        with pytest.raises(KeyboardInterrupt):
            local._all(pool, act, numbers)
        assert ended == [0]


def test_when_the_time_is_over_only_the_best_copy_goes_downhill(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop, descents = Event(), []
    stop.set()
    usual = Start.descend

    def counted(start: Start, is_over: Any) -> None:
        descents.append(start)
        usual(start, is_over)

    monkeypatch.setattr(Start, "descend", counted)
    found, _, told = local.search(
        clouds(), seed=0, work=Work(6, STEPS), clock=Clock(stop, None), workers=2
    )
    assert len(descents) == 1
    assert told.by_work[-1][1] == found.score


def test_a_long_time_is_asked_about_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute and an hour alike: whoever presses stop does not wait for a share of it."""
    now, most = [0.0], []
    monkeypatch.setattr(Clock, "elapsed", lambda _: now[0])
    usual = Start.anneal

    def timed(
        start: Start, temperature: int, proposals: int, shares: Any, alone: int | None = None
    ) -> None:
        usual(start, temperature, min(proposals, 100), shares, alone)
        now[0] += proposals / 1e6
        most.append(proposals)

    monkeypatch.setattr(Start, "anneal", timed)
    clock, seconds = Clock(Event(), None), 2_000.0
    local.search(clouds(), seed=0, work=Work(1, 100 * STEPS, seconds), clock=clock, workers=1)
    assert max(most) <= 2 * local.LOOK * 1e6
    assert now[0] >= seconds


@pytest.mark.parametrize("n", [20, 30, 60, 1_000])
def test_a_higher_effort_is_more_work(n: int) -> None:
    made = [work_of(effort, n) for effort in (Effort.QUICK, Effort.NORMAL, Effort.THOROUGH)]
    proposals = [work.starts * work.per_row for work in made]
    assert proposals[0] < proposals[1] < proposals[2]


def test_likeness_up_to_a_level_heats_as_any_wish_does() -> None:
    """Where it is all that is wished, a search at nothing but points would begin frozen."""
    task = clouds()
    alike = replace(task, alike=Alike(("l",), 0))
    uphill = [uphill_of(one.state, one.seed) for one in (Start(task, 0, 0), Start(alike, 0, 0))]
    assert uphill[0] == uphill[1] > 1


def test_who_sits_where_they_must_is_not_moved_from_there_in_a_part() -> None:
    """Of hundreds of groups the one that somebody must have is seldom proposed again."""
    task = clouds(200, 40)
    seats = np.arange(200) % 40
    allowed = np.zeros((40, 41), dtype=np.bool_)
    allowed[np.arange(40), np.arange(40)] = True
    pins = Place(name="p", about=np.arange(40), allowed=allowed, n=200)
    start = Start(replace(task, terms=(*task.terms, pins)), 0, 0, Grouping(seats, 40))
    shares = equal_shares(kinds_of(start.task, start.state))
    hot = 4 * uphill_of(start.state, start.seed)
    start.cool([hot], 20_000, shares, lambda: False)
    assert not pins.charge(start.state.grouping()).breaches.any()
