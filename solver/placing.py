"""First how many are placed, then how well they sit: a search at each number that can be reached.

Somebody for whom there is room is placed before anything is weighed against it, so a search
insists: whoever is short of that number is one more demand to it. Only where the demands leave room
for fewer does CP-SAT say for how many, and the search insists on those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from solver.conflict import InfeasibleError
from solver.exact.feasible import FirstGrouping, find_start, others_like
from solver.grouping import Grouping
from solver.how_far import HowFar
from solver.places import Places
from solver.score import Score, score
from solver.search.improvements import Searched
from solver.search.incumbent import Incumbent
from solver.search.local import search
from solver.search.part_by_part import parts_of
from solver.search.schedule import Work
from solver.search.stopwatch import Clock
from solver.sizes import most_placed
from solver.task import Task

EXACT_WORK, MORE_WORK = 20.0, 3.0
"""Deterministic seconds of CP-SAT for a first composition, and for one with more people placed."""
MOST_SEATS = 6_000
"""Rows × groups up to which CP-SAT is asked whether more can be placed."""
MOST_FIRSTS, OTHER_WORK = 4, 1.0
"""Compositions of CP-SAT from which a search begins, and deterministic seconds for one more."""


@dataclass(eq=False)
class Search:
    """One way to search, for all searches of a composition; and what they did."""

    task: Task
    seed: int
    work: Work
    clock: Clock
    workers: int
    progress: HowFar | None
    proposals: int = 0
    incumbents: list[tuple[float, Score]] = field(default_factory=list)
    searches: list[Searched] = field(default_factory=list)

    def insisting(
        self,
        placed: int,
        first: Sequence[Grouping | None] = (),
        *,
        keeps: bool = False,
        work: Work | None = None,
    ) -> Incumbent:
        """The best grouping found where at least ``placed`` must sit somewhere."""
        task = self.task
        places = Places(max(placed, task.places.low), task.places.high)
        asked = replace(task, places=places)
        if not first and (parts := self._in_parts(asked, work or self.work)) is not None:
            first = (parts.grouping,)
            if parts.score.hard == 0 or self.clock.over():
                return Incumbent(score(task, parts.grouping), parts.grouping)
        found, proposals, told = search(
            asked,
            seed=self.seed,
            work=work or self.work,
            clock=self.clock,
            first=first,
            keeps=keeps,
            may_leave=task.places.low < task.n,
            workers=self.workers,
            progress=self.progress.of_another() if self.progress else None,
        )
        self.proposals += proposals
        self.incumbents += told.by_clock
        self.searches.append((proposals, told.by_work))
        return Incumbent(score(task, found.grouping), found.grouping)

    def _in_parts(self, asked: Task, work: Work) -> Incumbent | None:
        """The best found part by part; None where the round is not searched so."""
        parts = parts_of(
            asked,
            seed=self.seed,
            work=work,
            clock=self.clock,
            workers=self.workers,
            progress=self.progress.of_another() if self.progress else None,
        )
        if parts is None:
            return None
        parts.run()
        self.proposals += parts.proposals
        self.incumbents += parts.story
        self.searches.append((parts.proposals, tuple(parts.by_work)))
        return parts.found


def best_found(run: Search, first: Sequence[Grouping]) -> Incumbent:
    """The best grouping found; it may break something where nothing else was found.

    Raises InfeasibleError.
    """
    if run.work.seconds is not None:
        return _by_the_clock(run, first)
    task, most = run.task, most_placed(run.task)
    found = run.insisting(most, first)
    full = _is_full(run, found)
    large = task.n * task.groups > MOST_SEATS
    if run.clock.cut_short and found.score.hard == 0:
        return found
    if not full and (large or found.score.hard > 0) and task.places.low < most:
        found = _better(found, run.insisting(0, first))
    if found.score.hard == 0 and (large or (full and not found.score.groups_off)):
        return found
    return _with_help(run, found, full=full)


def _by_the_clock(run: Search, first: Sequence[Grouping]) -> Incumbent:
    """Half of the time for as many as there is room for; the rest for them, or for fewer."""
    task, most = run.task, most_placed(run.task)
    if task.places.low >= most:
        found = run.insisting(most, first)
    else:
        now, end = run.clock.elapsed(), run.work.seconds or 0.0
        found = run.insisting(most, first, work=replace(run.work, seconds=(now + end) / 2))
        if _is_full(run, found):
            found = _better(found, run.insisting(most, [found.grouping], keeps=True))
        else:
            found = _better(found, run.insisting(0, first))
    if found.score.hard == 0:
        return found
    given = _first(run, EXACT_WORK)
    return found if given is None else _better(found, given)


def _is_full(run: Search, found: Incumbent) -> bool:
    """Nothing is broken, and everybody is placed for whom there is room."""
    away = run.task.n - most_placed(run.task)
    return found.score.hard == 0 and found.score.not_placed == away


def _with_help(run: Search, found: Incumbent, *, full: bool) -> Incumbent:
    """A search from what CP-SAT finds, on as many people as it, or ``found``, places.

    Under many musts a search may never open a closed group, nor find anything that breaks nothing.
    """
    task, broken = run.task, found.score.hard > 0
    hint = None if broken else found.grouping
    given = _first(run, EXACT_WORK if broken else MORE_WORK, hint)
    known = found if given is None else _better(found, given)
    if known.score.hard > 0 or run.clock.over() or (full and known is found):
        return known
    firsts: list[Grouping] = [known.grouping]
    if task.n * task.groups <= MOST_SEATS:
        count = min(run.work.starts, MOST_FIRSTS) - 1
        firsts += others_like(task, firsts[0], count, seed=run.seed, deterministic_limit=OTHER_WORK)
    # where it is hard to break nothing every search begins there, else every second one anywhere
    begin = firsts if broken else [one for each in firsts for one in (None, each)]
    better = run.insisting(task.n - known.score.not_placed, begin, keeps=True)
    return _better(known, better)


def _first(run: Search, limit: float, hint: Grouping | None = None) -> Incumbent | None:
    """What CP-SAT places without a breach; None where it finds nothing in the time."""
    first: FirstGrouping = find_start(run.task, seed=run.seed, deterministic_limit=limit, hint=hint)
    if first.proven_infeasible:
        raise InfeasibleError(run.task)
    if first.grouping is None:
        return None
    return Incumbent(score(run.task, first.grouping), first.grouping)


def _better(one: Incumbent, other: Incumbent) -> Incumbent:
    return min(one, other, key=lambda incumbent: incumbent.score)
