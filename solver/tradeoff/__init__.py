"""Standing against fit: how much of the one the other costs, as answers that are really there."""

from solver.tradeoff.curve import tradeoff
from solver.tradeoff.point import Point, Tradeoff
from solver.tradeoff.taking import Taking, taking

__all__ = ["Point", "Taking", "Tradeoff", "taking", "tradeoff"]
