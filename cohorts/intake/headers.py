"""Which header is which field, and how sure: exact, a question that asks for it, or nearly so."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from importlib.resources import files

from cohorts.applicant import FIELD_NAMES

NEARLY = 0.9
SHORTEST_NEARLY = 6
SEVERAL = frozenset({"email", "name"})
"""Fields that may stand in two columns: the form's own, and the question that asks again."""
COMPUTED = frozenset({"fte_low", "fte_high", "turnover_low", "turnover_high"})


class How(StrEnum):
    """How a header was matched."""

    MAPPED = "mapped"
    EXACT = "exact"
    QUESTION = "question"
    SIMILAR = "similar"
    EXTRA = "extra"
    IGNORED = "ignored"
    DROPPED = "dropped"
    REFUSED = "refused"


@dataclass(frozen=True)
class Match:
    """``confidence`` 0 … 1; ``field`` None: not a field of ours."""

    header: str
    field: str | None
    how: How
    confidence: float = 0.0


def match_headers(headers: Sequence[str]) -> list[Match]:
    """One match per header. The surest column gets a field; the others stay extra columns."""
    guesses = [_guess(header) for header in headers]
    taken: dict[str, list[int]] = {}
    order = sorted(range(len(guesses)), key=lambda i: (-guesses[i].confidence, i))
    for i in order:
        field = guesses[i].field
        if field is not None:
            mine = taken.setdefault(field, [])
            if not mine or (field in SEVERAL and len(mine) == 1):
                mine.append(i)
            else:
                guesses[i] = Match(headers[i], None, How.EXTRA)
    return guesses


def plain(header: str) -> str:
    """Lower case without accents, signs and repeated space."""
    text = unicodedata.normalize("NFKD", header.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9+]+", " ", text).split())


def _guess(header: str) -> Match:
    text = plain(re.sub(r" \(\d+\)$", "", header))
    if header in FIELD_NAMES:
        return Match(header, header, How.EXACT, 1.0)
    for field, (names, _) in _known().items():
        if text in names:
            if field in ("refused", "dropped"):
                return Match(header, None, How(field), 1.0)
            return Match(header, field, How.EXACT, 0.98)
    for field, (_, questions) in _known().items():
        if any(all(part in text for part in words) for words in questions):
            return Match(header, field, How.QUESTION, 0.9)
    return _nearly(header, text)


def _nearly(header: str, text: str) -> Match:
    best = Match(header, None, How.EXTRA)
    if len(text) < SHORTEST_NEARLY:
        return best
    for field, (names, _) in _known().items():
        for name in names:
            if len(name) >= SHORTEST_NEARLY:
                ratio = round(SequenceMatcher(None, text, name).ratio(), 2)
                if (
                    ratio >= NEARLY
                    and ratio * 0.85 > best.confidence
                    and field
                    not in (
                        "refused",
                        "dropped",
                    )
                ):
                    best = Match(header, field, How.SIMILAR, ratio * 0.85)
    return best


@cache
def _known() -> dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]]:
    """Field → its plain names, and the word lists of its questions."""
    text = (files("cohorts.intake") / "headers.toml").read_text(encoding="utf-8")
    return {
        field: (
            frozenset(plain(name) for name in table.get("is", [])),
            tuple(tuple(plain(word) for word in words) for words in table.get("has", [])),
        )
        for field, table in tomllib.loads(text).items()
    }
