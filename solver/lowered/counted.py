"""What a search counts: the task's own amounts, then the breaches of each term in turn."""

from __future__ import annotations

(
    BREACHES,
    NOT_PLACED,
    GROUPS_OFF,
    STANDING,
    WORST,
    ALIKE_ABOVE,
    BROKEN,
    LOTS,
    SHARED,
    LEVELS,
) = range(10)
"""The task's own amounts; the breaches of term t are amount ``LEVELS + t``.

``STANDING`` is what the rows outside count, or how far the placed ones are below their floor (see
:mod:`solver.search.kernels.ranks`); ``ALIKE_ABOVE`` what likeness costs above its bound.
``BROKEN`` is no level of the score: it counts where a demand in quanta (of money, of a distance) is
broken at all, so that its first quantum can be as dear as a person. ``SHARED`` is the level of
points: all wishes together, each times its price.
"""
