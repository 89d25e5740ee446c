"""The closed set of mathematical terms, one file each: the definition.

Each term states itself three times: here (numpy, the oracle), in ``solver.exact`` (posted to
CP-SAT) and for a search (what it comes down to in ``solver.lowered``, and the change a move makes
in ``solver.search.kernels``). ``TERMS`` is the one registry: the other two follow from it.
"""

from solver.terms.apart import Apart
from solver.terms.budget import Budget
from solver.terms.choice import Choice
from solver.terms.distinct import Distinct
from solver.terms.evenness import Evenness
from solver.terms.likeness import Likeness
from solver.terms.merit import Merit
from solver.terms.pair_cost import PairCost
from solver.terms.place import Place
from solver.terms.size import Size
from solver.terms.spread import Spread
from solver.terms.stay import Stay
from solver.terms.tally import Tally
from solver.terms.term import Charge, Term
from solver.terms.together import Together
from solver.terms.total import Total

TERMS: tuple[type[Term], ...] = (
    Likeness,
    PairCost,
    Apart,
    Together,
    Tally,
    Distinct,
    Spread,
    Choice,
    Place,
    Size,
    Evenness,
    Total,
    Budget,
    Merit,
    Stay,
)


__all__ = [
    "TERMS",
    "Apart",
    "Budget",
    "Charge",
    "Choice",
    "Distinct",
    "Evenness",
    "Likeness",
    "Merit",
    "PairCost",
    "Place",
    "Size",
    "Spread",
    "Stay",
    "Tally",
    "Term",
    "Together",
    "Total",
]
