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
