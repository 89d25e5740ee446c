"""The one door to the engines: what searches, proves and compiles is imported when first used.

It takes a second to import, which help, intake and check need not wait for. Use it as a module
(``engines.solve(…)``): a name that is imported from it is fetched there and then.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cohorts.uninterrupted import uninterrupted

if TYPE_CHECKING:
    from solver.alternatives import Wanted, alternatives, difference, what_if
    from solver.conflict import InfeasibleError, only
    from solver.exact.feasible import find_any, is_feasible
    from solver.pairing.asked_links import Asked
    from solver.pairing.coached import coaches
    from solver.pairing.guide import guide
    from solver.pairing.in_pairs import Odd, pairs
    from solver.pairing.reading.read_beforehand import is_reading_warm
    from solver.pairing.ring import ring
    from solver.pairing.rotation import RotationTask, Session, rotate
    from solver.pairing.rotation.beforehand import is_rotation_warm
    from solver.pairing.rotation.rotation_clash import ImpossibleRotationError, UnseatedError
    from solver.pairing.unpairable import UnpairableError
    from solver.pairing.without import best_without
    from solver.repair import FIXED, Before, TooFewMovesError, repair
    from solver.search.kernels.compiled import CACHED, is_warm
    from solver.solve import SMALL, NothingFoundError, any_grouping, solve
    from solver.swaps import cheapest_swaps, swaps_of
    from solver.tradeoff import Point, Taking, taking, tradeoff

__all__ = [
    "CACHED",
    "FIXED",
    "SMALL",
    "Asked",
    "Before",
    "ImpossibleRotationError",
    "InfeasibleError",
    "NothingFoundError",
    "Odd",
    "Point",
    "RotationTask",
    "Session",
    "Taking",
    "TooFewMovesError",
    "UnpairableError",
    "UnseatedError",
    "Wanted",
    "alternatives",
    "any_grouping",
    "best_without",
    "cheapest_swaps",
    "coaches",
    "difference",
    "find_any",
    "guide",
    "is_feasible",
    "is_reading_warm",
    "is_rotation_warm",
    "is_warm",
    "only",
    "pairs",
    "repair",
    "ring",
    "rotate",
    "solve",
    "swaps_of",
    "taking",
    "tradeoff",
    "what_if",
]
ROOMS = {
    "CACHED": "solver.search.kernels.compiled",
    "SMALL": "solver.solve",
    "InfeasibleError": "solver.conflict",
    "NothingFoundError": "solver.solve",
    "any_grouping": "solver.solve",
    "solve": "solver.solve",
    "Wanted": "solver.alternatives",
    "alternatives": "solver.alternatives",
    "difference": "solver.alternatives",
    "what_if": "solver.alternatives",
    "cheapest_swaps": "solver.swaps",
    "swaps_of": "solver.swaps",
    "Point": "solver.tradeoff",
    "Taking": "solver.tradeoff",
    "taking": "solver.tradeoff",
    "tradeoff": "solver.tradeoff",
    "find_any": "solver.exact.feasible",
    "is_feasible": "solver.exact.feasible",
    "only": "solver.conflict",
    "is_reading_warm": "solver.pairing.reading.read_beforehand",
    "is_rotation_warm": "solver.pairing.rotation.beforehand",
    "is_warm": "solver.search.kernels.compiled",
    "FIXED": "solver.repair",
    "Before": "solver.repair",
    "TooFewMovesError": "solver.repair",
    "repair": "solver.repair",
    "ImpossibleRotationError": "solver.pairing.rotation.rotation_clash",
    "UnseatedError": "solver.pairing.rotation.rotation_clash",
    "RotationTask": "solver.pairing.rotation",
    "Session": "solver.pairing.rotation",
    "rotate": "solver.pairing.rotation",
    "Asked": "solver.pairing.asked_links",
    "UnpairableError": "solver.pairing.unpairable",
    "Odd": "solver.pairing.in_pairs",
    "pairs": "solver.pairing.in_pairs",
    "ring": "solver.pairing.ring",
    "guide": "solver.pairing.guide",
    "coaches": "solver.pairing.coached",
    "best_without": "solver.pairing.without",
}
"""Name → where it is."""


if not TYPE_CHECKING:  # else any name would do

    def __getattr__(name: str) -> Any:
        """What a name stands for, imported now and kept. Raises AttributeError."""
        if name not in ROOMS:
            raise AttributeError(name)
        with uninterrupted():  # half of an engine cannot be imported a second time
            found = globals()[name] = getattr(import_module(ROOMS[name]), name)
        return found
