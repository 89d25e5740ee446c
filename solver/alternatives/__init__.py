"""Other good answers that really differ, and what becomes of one under a wish."""

from solver.alternatives.difference import difference
from solver.alternatives.going_on import what_if
from solver.alternatives.one_by_one import Alternatives, alternatives
from solver.alternatives.wanted import Wanted

__all__ = ["Alternatives", "Wanted", "alternatives", "difference", "what_if"]
