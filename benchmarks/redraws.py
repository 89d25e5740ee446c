"""How long it takes to redraw a panel, rule by rule: seconds of one processor.

    python -m benchmarks.redraws [--voters N] [--candidates N] [--seats N] [--out FILE] [--json]

Made ballots of the first kind that a rule counts: yes-votes, each voter wanting somewhat fewer than
half; or scores of 1 to 10, with an order of doubts beside them. ``draws``: 1,000, or 200 where a
rule is too slow for this size. ``effort``: the time of one draw against one of yes-votes, by
which a rule states its EFFORT. Timings hold for an idle machine only.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from time import process_time
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.sureness.redraw import Sureness, sureness
from cohorts.committee.votes import Asked, Ballot, Criterion, Election

WANTED = 0.45
HIGH = 10


def made(asked: Asked, voters: int, candidates: int) -> Election:
    """Yes with one chance for everybody; scores and doubts with the same chance for each."""
    rng = np.random.default_rng((voters, candidates))
    yes = rng.random((voters, candidates)) < WANTED
    values = yes.astype(int) if asked is Asked.YES else rng.integers(1, HIGH + 1, yes.shape)
    ids = tuple(f"k{n:03}" for n in range(candidates))
    ballots = tuple(
        Ballot(
            f"v{n}",
            {c: (Fraction(value),) for c, value in zip(ids, row.tolist(), strict=True)},
            doubts={ids[c]: Fraction(p) for p, c in enumerate(rng.permutation(candidates), 1)},
        )
        for n, row in enumerate(values)
    )
    return Election(ids, ballots, asked, (Criterion("", high=Fraction(HIGH)),))


def seconds(rule: str, size: tuple[int, int], seats: int) -> dict[str, Any]:
    """Of one rule; ``size``: voters, candidates."""
    kind = counting_rules()[rule]
    election = made(Asked.YES if Asked.YES in kind.ASKS else Asked.SCORES, *size)
    took, found = _timed(kind(), election, seats)
    yes, one = _timed(Approval(), made(Asked.YES, *size), seats)
    effort = round((took / found.draws) / (yes / one.draws), 1)
    return {"rule": rule, "draws": found.draws, "seconds": round(took, 2), "effort": effort}


def _timed(rule: CountingRule, election: Election, seats: int) -> tuple[float, Sureness]:
    start = process_time()
    found = sureness(election, rule, seats)
    return process_time() - start, found


def main() -> None:
    """Every rule."""
    options = parser(__doc__)
    options.add_argument("--voters", type=int, default=10)
    options.add_argument("--candidates", type=int, default=24)
    options.add_argument("--seats", type=int, default=11)
    asked = options.parse_args()
    size = (asked.voters, asked.candidates)
    ledger = Ledger(asked.out, as_json=asked.json)
    for name in counting_rules():
        case = f"{name} {asked.voters} {asked.candidates} {asked.seats}"
        ledger.measure(case, partial(seconds, name, size, asked.seats))


if __name__ == "__main__":
    main()
