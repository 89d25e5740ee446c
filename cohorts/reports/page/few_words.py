"""What a company does, in about five words."""

from __future__ import annotations

import re

from cohorts.people.word_lists import stop_words

FEW, WHOLE, MOST, LONGEST = 5, 7, 8, 80
"""Words that tell something, words of a clause left whole, words at most, signs at most."""
CLAUSE = re.compile(r"[.;:!?](?:\s|$)|\s[–—-]\s")


def few_words(text: str) -> str:
    """The first clause if it is short, else its first words; never ends on a small word."""
    clause = CLAUSE.split(text.strip(), maxsplit=1)[0].split()
    if len(clause) <= WHOLE and sum(map(len, clause)) <= LONGEST:
        return " ".join(clause).rstrip(".,;:")
    kept: list[str] = []
    for word in clause[:MOST]:
        if sum(not _small(k) for k in kept) < FEW:
            kept.append(word)
    while len(kept) > 1 and _small(kept[-1]):
        kept.pop()
    return f"{' '.join(kept)[:LONGEST].rstrip('.,;: ')}\u00a0…"


def _small(word: str) -> bool:
    """Whether the word says nothing on its own."""
    bare = word.lower().strip(",.")
    return len(bare) <= 2 or bare in stop_words()  # noqa: PLR2004 - is, a, of, op
