"""Which header is which field, and how sure: exact, a question that asks for it, or nearly so."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from cohorts.people.applicant import FIELD_NAMES

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


def match_headers(
    headers: Sequence[str], fits: Callable[[int, Match], bool] = lambda _i, _match: True
) -> list[Match]:
    """One match per header. The surest column gets a field; the others stay extra columns.

    ``fits(column, match)``: whether what the column holds is what the match says.
    """
    guesses = [_guess(header) for header in headers]
    guesses = [
        guess if guess.field is None or fits(i, guess) else Match(guess.header, None, How.EXTRA)
        for i, guess in enumerate(guesses)
    ]
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


def never_kept(header: str) -> How | None:
    """REFUSED for a column of citizen numbers, DROPPED for one of VAT numbers, by its header."""
    text = plain(header)
    return next((how for how, pattern in _never().items() if pattern.search(text)), None)


def plain(header: str) -> str:
    """Lower case without accents, signs and repeated space."""
    text = unicodedata.normalize("NFKD", header.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9+]+", " ", text).split())


def _guess(header: str) -> Match:
    bare = re.sub(r" \(\d+\)$", "", header)
    text = plain(bare) or bare
    if header in FIELD_NAMES:
        return Match(header, header, How.EXACT, 1.0)
    if how := never_kept(bare):
        return Match(header, None, how, 1.0)
    for field, (names, _) in _known().items():
        if text in names:
            return Match(header, field, How.EXACT, 0.98)
    for field, (_, questions) in _known().items():
        if any(all(part in text for part in words) for words in questions):
            return Match(header, field, How.QUESTION, 0.9)
    return _nearly(header, text)


def _nearly(header: str, text: str) -> Match:
    best = Match(header, None, How.EXTRA)
    if len(text) < SHORTEST_NEARLY:
        return best
    likeness = SequenceMatcher(b=text)
    for field, (names, _) in _known().items():
        for name in names:
            if len(name) < SHORTEST_NEARLY:
                continue
            likeness.set_seq1(name)
            # the first two are quick, and never below the third
            if likeness.real_quick_ratio() < NEARLY or likeness.quick_ratio() < NEARLY:
                continue
            ratio = round(likeness.ratio(), 2)
            if ratio >= NEARLY and ratio * 0.85 > best.confidence:
                best = Match(header, field, How.SIMILAR, ratio * 0.85)
    return best


@cache
def _read() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("cohorts.intake") / "headers.toml").read_text(encoding="utf-8"))


@cache
def _known() -> dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]]:
    """Field → its plain names, and the word lists of its questions."""
    return {
        field: (
            frozenset(plain(name) or name for name in table.get("is", [])),
            tuple(tuple(plain(word) for word in words) for words in table.get("has", [])),
        )
        for field, table in _read().items()
        if "pattern" not in table
    }


@cache
def _never() -> dict[How, re.Pattern[str]]:
    return {
        How(name): re.compile(table["pattern"])
        for name, table in _read().items()
        if "pattern" in table
    }
