"""Other good answers that really differ, and what becomes of one under a wish."""

from solver.alternatives.alternatives import Alternatives, alternatives
from solver.alternatives.difference import difference
from solver.alternatives.wanted import Wanted
from solver.alternatives.what_if import what_if

__all__ = ["Alternatives", "Wanted", "alternatives", "difference", "what_if"]
