"""Tampers with proposals in a thousand ways; each must be refused, found, or named as taken.

A tampering counts as believed where the check says that all is right, and what was changed is at no
place that the check names as not recomputed (``as_stated`` in its report). Exit 1 where one is
believed, or ends in anything but words::

    python -m benchmarks.tamperings [--number 1000] [--first 1] [--seed 0] [--json]
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.ledger import Ledger, Record, parser
from benchmarks.tampered.hands import HANDS, Path, Touch, at, kind, places
from benchmarks.tampered.judged import WRONG, judged
from benchmarks.tampered.samples import NAMES, sample

TRIES = 50


def tampered(number: int, seed: int) -> tuple[str, str, str, str]:
    """The sample, the hand, the kind of place and the text of tampering ``number``."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311 - dice, and no secret
    name = NAMES[number % len(NAMES)]
    true = sample(name).content
    for _ in range(TRIES):
        content, path, hand = copy.deepcopy(true), drawn(dice, true), dice.choice(HANDS)
        there = [v for other in (name, dice.choice(NAMES)) for v in _at_kind(other, kind(path))]
        touch = Touch(dice, at(content, path[:-1]), path[-1], copy.deepcopy(there))
        if hand(touch):
            text = json.dumps(content)
            if text != json.dumps(true):
                return name, hand.__name__, kind(path), text
    raise RuntimeError(name)


def drawn(dice: random.Random, content: Any) -> Path:
    """A place: first its kind, each as likely, then which.

    So the few lines at the top are tampered with as often as the many findings.
    """
    known: dict[str, list[Path]] = {}
    for path in places(content):
        known.setdefault(kind(path), []).append(path)
    return dice.choice(known[dice.choice(sorted(known))])


def _at_kind(name: str, which: str) -> list[Any]:
    content = sample(name).content
    return [at(content, path) for path in places(content) if kind(path) == which]


def run(number: int, seed: int) -> dict[str, Any]:
    """One tampering and its verdict."""
    name, hand, place, text = tampered(number, seed)
    found = judged(sample(name), text)
    told = {"told": found.told} if found.verdict in WRONG and found.told else {}
    where = {"places": list(found.places)} if found.places else {}
    return {"sample": name, "hand": hand, "place": place, "verdict": found.verdict, **where, **told}


def summary(records: Iterable[Record]) -> dict[str, int]:
    """Verdict → how many."""
    return dict(Counter(str(record["verdict"]) for record in records).most_common())


def main() -> int:
    """One by one, then the counts. The exit code."""
    options = parser(__doc__)
    options.add_argument("--number", type=int, default=1_000, help="so many")
    options.add_argument("--first", type=int, default=1, help="the number of the first")
    options.add_argument("--seed", type=int, default=0, help="another series")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    records = [
        ledger.measure(f"{given.seed}-{n}", lambda: run(n, given.seed))  # noqa: B023 - run at once
        for n in range(given.first, given.first + given.number)
    ]
    counted = summary(records)
    print(json.dumps(counted), file=sys.stderr)
    return 1 if any(counted.get(verdict) for verdict in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main())
