"""How long it takes to redraw a panel, rule by rule: seconds of one processor.

    python -m benchmarks.redraws [--voters N] [--candidates N] [--seats N] [--out FILE] [--json]

Made yes-votes, each voter wanting somewhat fewer than half. ``draws``: 1,000, or 200 where a rule
is too slow for this size. Timings hold for an idle machine only.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from time import process_time
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from cohorts.committee.counting import counting_rules
from cohorts.committee.sureness.redraw import sureness
from cohorts.committee.votes import Asked, Ballot, Criterion, Election

WANTED = 0.45


def made(voters: int, candidates: int) -> Election:
    """Yes with one chance for everybody."""
    drawn = np.random.default_rng((voters, candidates)).random((voters, candidates)) < WANTED
    ids = tuple(f"k{n:03}" for n in range(candidates))
    ballots = tuple(
        Ballot(f"v{n}", {c: (Fraction(int(yes)),) for c, yes in zip(ids, row, strict=True)})
        for n, row in enumerate(drawn)
    )
    return Election(ids, ballots, Asked.YES, (Criterion("", high=Fraction(1)),))


def seconds(election: Election, rule: str, seats: int) -> dict[str, Any]:
    """Of one rule."""
    start = process_time()
    found = sureness(election, counting_rules()[rule](), seats)
    return {"rule": rule, "draws": found.draws, "seconds": round(process_time() - start, 2)}


def main() -> None:
    """Every rule that counts yes-votes."""
    options = parser(__doc__)
    options.add_argument("--voters", type=int, default=10)
    options.add_argument("--candidates", type=int, default=24)
    options.add_argument("--seats", type=int, default=11)
    asked = options.parse_args()
    election = made(asked.voters, asked.candidates)
    ledger = Ledger(asked.out, as_json=asked.json)
    for name, rule in counting_rules().items():
        if Asked.YES in rule.ASKS:
            case = f"{name} {asked.voters} {asked.candidates} {asked.seats}"
            ledger.measure(case, partial(seconds, election, name, asked.seats))


if __name__ == "__main__":
    main()
