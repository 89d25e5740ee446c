"""How hot a copy is, what counts meanwhile, and how long that takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.sessions import RotationTask
from solver.solution import Effort


@dataclass(frozen=True)
class Stage:
    """One cooling, from ``hot`` to ``cold``; ``repeat``: what a repeat costs; all in SCALE.

    ``even``: whether unevenness counts; ``share`` of the proposals of a copy; ``beyond``: how many
    repeats a meeting of a pair costs besides where no pair need meet so often.
    """

    hot: float
    cold: float
    repeat: float
    share: float
    even: bool
    beyond: float = 0.0

    def temperatures(self, steps: int) -> Iterator[int]:
        """Each as much colder than the one before."""
        fall = (self.cold / self.hot) ** (1 / max(steps - 1, 1))
        return (max(round(SCALE * self.hot * fall**step), 1) for step in range(steps))


REPEATS_ALONE = Stage(hot=0.6, cold=0.12, repeat=1.0, share=1.0, even=False)
"""Temperatures in repeats."""


def _together(repeat: float) -> tuple[Stage, ...]:
    return (
        Stage(hot=3.0, cold=0.5, repeat=repeat, share=0.75, even=True),
        Stage(hot=0.8, cold=0.2, repeat=4 * repeat, share=0.25, even=True),
    )


CHEAP, DEAR = _together(3.0), _together(5.0)
"""Repeats and unevenness at once: where there is room, the most even of all without a repeat. The
cheaper a repeat is, the more even; and the more often the last stage is left with one."""
REPEATS_FIRST = (
    Stage(hot=0.6, cold=0.12, repeat=1.0, share=0.6, even=False),
    Stage(hot=2.5, cold=0.3, repeat=64.0, share=0.4, even=True),
)
"""Where there is little room: first the fewest repeats, then as even as these allow."""


def stages(task: RotationTask, number: int) -> tuple[Stage, ...]:
    """What a copy goes through, by its number: where values count, every way in turn."""
    spread = bool((task.codes >= 0).any())
    way = (CHEAP, REPEATS_FIRST, DEAR, REPEATS_FIRST)[number % 4] if spread else (REPEATS_ALONE,)
    return tuple(replace(stage, beyond=BEYOND[number // 2 % 2]) for stage in way)


BEYOND = (1.0, 1 / 8)
"""Of seats where people meet again as little, those where no pair meets more often: the dearer that
is, the more such are found; and the more the copy forgets what counts first."""

COPIES = 4
"""Copies that cool side by side, whatever the number of cores."""

AMOUNTS = {
    Effort.QUICK: (2_000_000, 200),
    Effort.NORMAL: (20_000_000, 2_000),
    Effort.THOROUGH: (200_000_000, 20_000),
}
"""Proposals of a copy; and of few people not more than so many times all swaps that there are."""
AT_LEAST = 20_000
"""However few they are."""


def proposals_of(effort: Effort, task: RotationTask) -> int:
    """How many proposals each copy makes."""
    most, enough = AMOUNTS[effort]
    return min(most, max(enough * len(task.sessions) * task.n**2, AT_LEAST))


STEPS = 120
"""Temperatures of one cooling."""
