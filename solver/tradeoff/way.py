"""A search that goes on from answers that are known, and need not find its first one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from solver.grouping import Grouping
from solver.how_far import HowFar
from solver.placing import Search
from solver.score import score
from solver.search.improvements import of_all
from solver.search.incumbent import Incumbent
from solver.search.local import downhill
from solver.search.schedule import work_of
from solver.search.stopwatch import Clock
from solver.solution import Effort, Solution, Status, Story
from solver.solve import all_cores
from solver.task import Task


@dataclass(frozen=True, eq=False)
class Way:
    """How to search, for all searches of a curve: see :func:`solver.solve.solve`."""

    seed: int
    effort: Effort
    stop: Event
    told: HowFar | None = None
    workers: int | None = None

    def going_on(self, task: Task, firsts: Sequence[Grouping]) -> Solution:
        """The best found from ``firsts``, of which one is known to break the least.

        As many are placed as in the best of those, or more. It breaks something where they do and
        nothing better was found.
        """
        clock = Clock(self.stop, None)
        cores = self.workers or all_cores()
        run = Search(task, self.seed, work_of(self.effort, task.n), clock, cores, self.told)
        known = min((Incumbent(score(task, one), one) for one in firsts), key=lambda i: i.score)
        found = run.insisting(task.n - known.score.not_placed, firsts, keeps=True)
        best = downhill(task, min(known, found, key=lambda i: i.score), clock)
        story = Story(
            engine="local search",
            starts=run.work.starts,
            proposals=run.proposals,
            seconds=clock.elapsed(),
            reproducible=not clock.cut_short,
            incumbents=tuple(run.incumbents),
            by_work=of_all(run.searches, best.score),
        )
        return Solution(best.grouping, best.score, Status.FEASIBLE, story, floor=task.floor)
