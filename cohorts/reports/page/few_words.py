"""What a company does, in about five words."""

from __future__ import annotations

import re

from cohorts.texts import stop_words

FEW, WHOLE, LONGEST = 5, 7, 80
CLAUSE = re.compile(r"[.;:!?](?:\s|$)|\s[–—-]\s")


def few_words(text: str) -> str:
    """The first clause if it is short, else its first words; never ends on a small word."""
    clause = CLAUSE.split(text.strip(), maxsplit=1)[0].split()
    if len(clause) <= WHOLE and sum(map(len, clause)) <= LONGEST:
        return " ".join(clause).rstrip(".,;:")
    kept = clause[:FEW]
    while len(kept) > 1 and kept[-1].lower().strip(",.") in stop_words():
        kept.pop()
    return f"{' '.join(kept)[:LONGEST].rstrip('.,;: ')}\u00a0…"
