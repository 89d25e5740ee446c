"""The kinds of kernels, numbered: a block says its own, and a move is priced kind by kind."""

NAMES = (
    "likeness",
    "pair_cost",
    "edges",
    "together",
    "tally",
    "distinct",
    "spread",
    "choice",
    "by_row",
    "size",
    "total",
    "evenness",
)
"""The module of each kind."""

(
    LIKENESS,
    PAIR_COST,
    EDGES,
    TOGETHER,
    TALLY,
    DISTINCT,
    SPREAD,
    CHOICE,
    BY_ROW,
    SIZE_OFF,
    TOTALS,
    EVENNESS,
) = range(len(NAMES))
