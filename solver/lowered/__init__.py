"""The lowered problem: what a task comes down to for a search (see :mod:`solver.lowered.lowered`).

Terms state what is asked; a search counts the same with a small fixed set of parts, so that what is
asked often (fifty pins, ten wishes of likeness) costs what one does.
"""

from solver.lowered.lowered import Lowered, lower

__all__ = ["Lowered", "lower"]
