"""How the points fell while groups were looked for: a few steps of it, kept with the proposal.

By the share of the work and not by the clock: so the same input gives the same story.
"""

from __future__ import annotations

from dataclasses import dataclass

from solver.solution import Story

MOST = 40
"""Steps that are kept: the best after each of so many equal parts of the work."""
DIGITS = 4


@dataclass(frozen=True)
class Step:
    """What was the best after ``done`` of the work, 0 … 1: levels of the score, smaller is better.

    ``worst``: the points of the group that is worst off, where that counts first; ``alike``:
    points of likeness above what is enough; ``soft``: points of all other wishes.
    """

    done: float
    worst: int
    alike: int
    soft: int


def steps_of(story: Story) -> tuple[Step, ...]:
    """The steps of a search, the last of which is what it found; none where nothing was searched.

    Of compositions that break nothing, and place as many in as many groups as that.
    """
    kept: dict[int, Step] = {}
    for done, score in story.by_work:
        at = -1 if not kept else min(int(done * (MOST - 1)), MOST - 2)
        if kept and _reached(list(kept.values())[-1]) == (score.worst, score.alike, score.points):
            continue  # better by lot alone
        kept[at] = Step(round(done, DIGITS), score.worst, score.alike, score.points)
    return tuple(kept.values())


def _reached(step: Step) -> tuple[int, int, int]:
    return step.worst, step.alike, step.soft
