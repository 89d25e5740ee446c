"""The kinds of kernels, numbered: a block says its own, and a move is priced kind by kind."""

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
) = range(12)

KIND_OF = {
    "likeness": LIKENESS,
    "pair_cost": PAIR_COST,
    "edges": EDGES,
    "together": TOGETHER,
    "tally": TALLY,
    "distinct": DISTINCT,
    "spread": SPREAD,
    "choice": CHOICE,
    "by_row": BY_ROW,
    "size": SIZE_OFF,
    "total": TOTALS,
    "evenness": EVENNESS,
}
"""The number of each module of kernels."""
