"""The kinds of blocks, numbered: a block says its own."""

(
    PAIR_SUMS,
    SPARSE,
    EDGES,
    SEATS,
    TALLY,
    CHOICE,
    CHOSEN,
    DISTINCT,
    SPREAD,
    HOMES,
    TOGETHER,
    SIZE_OFF,
    TOTALS,
    EVENNESS,
    BUDGET,
) = range(15)

OWN = {
    "tally": TALLY,
    "choice": CHOICE,
    "distinct": DISTINCT,
    "spread": SPREAD,
    "together": TOGETHER,
    "size": SIZE_OFF,
    "total": TOTALS,
    "evenness": EVENNESS,
    "budget": BUDGET,
}
"""The terms that are counted by code of their own: the modules of that name, and their numbers."""

SHARED_OUT = (TOGETHER, TOTALS, EVENNESS, BUDGET)
"""What these count belongs to no single group."""
