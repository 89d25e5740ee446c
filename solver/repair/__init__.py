"""A grouping that no longer holds, repaired: by the fewest moves, and then as well as may be."""

from solver.repair.before import FIXED, Before
from solver.repair.options import Option
from solver.repair.repair import Repair, TooFewMovesError, repair

__all__ = ["FIXED", "Before", "Option", "Repair", "TooFewMovesError", "repair"]
