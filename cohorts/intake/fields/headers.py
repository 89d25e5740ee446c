"""Which header is which field, and how sure: exact, a question that asks for it, or nearly so."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from cohorts.intake.fields.column_kinds import EACH_COUNTS
from cohorts.intake.fields.column_kinds import SEVERAL as ANSWERED_BY_SEVERAL
from cohorts.intake.fields.full_name import JOINED, is_full_name
from cohorts.intake.values.agreement import SHARED, agrees_to_something_else, asks_to_share
from cohorts.intake.values.negation import is_adverse, is_negated, without_negation
from cohorts.people.applicant import FIELD_NAMES

NEARLY = 0.9
SHORTEST_NEARLY = 6
SEVERAL = frozenset({"email", "name"})
"""Fields that may stand in two columns: the form's own, and the question that asks again."""
LONGEST = 1_000
"""No question has more signs; a longer text is not looked through for one."""
CACHED = 20_000
PARTED = re.compile(r"(.*\S)\s*\[([^\[\]]*[^\[\]\s][^\[\]]*)\]")
ABOUT = re.compile(r"s?gegevens$|s?details$")
WHEN = re.compile(
    r"\b(wanneer|when|which (days|times|dates|evenings)|what (days|times)|(welke|op welke) (dagen"
    r"|dagdelen|momenten|data|tijden|avonden|ochtenden|middagen)"
    r"|(dagen|dagdelen) (die|dat|waarop)|days|dates|beschikbaar|available|availability|schikken)\b"
)
"""With a negation, so asked of an organiser, and never guessed."""
SUITS = frozenset({*ANSWERED_BY_SEVERAL, "consent"})
"""Fields of which people say what suits them, or that they agree: a remark may turn these round."""
HOW_TO = re.compile(
    r"\b(verplicht|optioneel|mag leeg|kies|max|maximaal|meerdere|niet meer dan|required|optional"
    r"|choose|select|no more than|up to|tick|vink|kruis)\b"
)
IN_BRACKETS = re.compile(r"\s*\([^()]*[^()\d][^()]*\)\s*")
REPEATED = re.compile(r" \(\d+\)$")
LONE = 0.6
"""A first name or a last name alone: only where no column holds the whole name."""


class How(StrEnum):
    """How a header was matched."""

    MAPPED = "mapped"
    EXACT = "exact"
    QUESTION = "question"
    SIMILAR = "similar"
    EXTRA = "extra"
    IGNORED = "ignored"
    DROPPED = "dropped"
    ADDED = "added"
    ADDRESS = "address"
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
            again = field in SEVERAL and len(mine) == 1 and guesses[i].confidence > LONE
            if not mine or again or field in EACH_COUNTS:
                mine.append(i)
            else:
                guesses[i] = Match(headers[i], None, How.EXTRA)
    return guesses


def never_kept(header: str) -> How | None:
    """REFUSED for a column of citizen numbers, DROPPED for one of VAT numbers, by its header."""
    text = plain(header)
    return next((how for how, pattern in _never().items() if pattern.search(text)), None)


@lru_cache(maxsize=CACHED)
def plain(header: str) -> str:
    """Lower case without accents, signs and repeated space."""
    text = header.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9+]+", " ", text).split())


def turned_field(header: str) -> str | None:
    """The field a header with a negation would be, were it not turned round; None for others."""
    bare = _bare(header)
    if header in FIELD_NAMES or _exact(bare) or not (is_negated(bare) or is_adverse(bare)):
        return None
    positive = without_negation(bare)
    field = _exact(positive) or _asked(plain(positive)) or _asked(plain(bare))
    if field is None and WHEN.search(plain(positive)):
        field = "availability"
    if field is None and SHARED.search(plain(bare)):
        field = "consent"
    return field if is_negated(bare) or field in SUITS else None


def without_remark(header: str) -> str:
    """A header without what stands behind it in brackets: how to fill it in, what is not meant."""
    return " ".join(IN_BRACKETS.sub(" ", header).split())


def exact_field(header: str) -> str | None:
    """The field of which this is a whole name."""
    return header if header in FIELD_NAMES else _exact(_bare(header))


def parted(header: str) -> tuple[str, str]:
    """``Question [Part]`` as its two; ("", header) for any other."""
    found = PARTED.fullmatch(header) if len(header) <= LONGEST else None
    return (found[1].strip(), found[2].strip()) if found else ("", header)


def _bare(header: str) -> str:
    """Without the number of a repeated header."""
    return REPEATED.sub("", header)


def _guess(header: str) -> Match:
    if header in FIELD_NAMES:
        return Match(header, header, How.EXACT, 1.0)
    bare = _bare(header)
    if how := never_kept(bare):
        return Match(header, None, how, 1.0)
    if len(header) > LONGEST:
        return Match(header, None, How.EXTRA)
    return _named(header, *parted(bare)) or _remarked(header, bare) or _read_as(header, bare)


def _read_as(header: str, bare: str) -> Match:
    """The match of a question as it stands."""
    if is_negated(bare) or asks_other_consent(header):
        return Match(header, None, How.EXTRA)
    match = _asking(header, bare)
    return Match(header, None, How.EXTRA) if match.field in SUITS and is_adverse(bare) else match


def _remarked(header: str, bare: str) -> Match | None:
    """The match of the whole name before a remark that denies, or says that it may stay empty.

    Not of what suits people, or whether they agree: there a remark may turn the question round.
    """
    name = without_remark(bare)
    if name == bare or is_negated(name) or not (is_negated(bare) or HOW_TO.search(bare.lower())):
        return None
    field = _exact(name) or ("name" if is_full_name(name) else None)
    turns = field in SUITS and is_negated(bare)
    return Match(header, field, How.EXACT, 0.97) if field and not turns else None


def _asking(header: str, bare: str) -> Match:
    """The match of a header that asks for a field, or is nearly one of its names."""
    section, part = parted(bare)
    text = plain(bare) or bare
    field = (_asked(plain(part)) if section else None) or _asked(text)
    return Match(header, field, How.QUESTION, 0.9) if field else _nearly(header, text)


def _named(header: str, section: str, part: str) -> Match | None:
    """The match of a header that is a whole name: ``Naam``, ``Bedrijf [Naam]``, ``Voornaam``."""
    about = [f"{part} {ABOUT.sub('', word)}" for word in plain(section).split()]
    for name in (*about, part):
        if field := _exact(name):
            return Match(header, field, How.EXACT, 0.98)
    if is_full_name(part):
        return Match(header, "name", How.EXACT, 0.96 if JOINED in part else LONE)
    return None


def asks_other_consent(header: str) -> bool:
    """Whether a header asks to agree, but not that data may be used: a newsletter, the terms."""
    text = plain(_bare(header))
    asked = _asked(text) == "consent" and not is_negated(header)
    return asked and agrees_to_something_else(text)


def _exact(name: str) -> str | None:
    return _named_fields().get(plain(name) or name)


def _asked(text: str) -> str | None:
    """The field a plain question asks for; whether data may be shared asks for none of them."""
    if asks_to_share(text):
        return "consent"
    for field, (_, questions) in _known().items():
        if any(all(part in text for part in words) for words in questions):
            return field
    return None


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
    return tomllib.loads(
        (files("cohorts.intake.fields") / "headers.toml").read_text(encoding="utf-8")
    )


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
def _named_fields() -> dict[str, str]:
    """Plain name → its field; of a name that two fields have, the first."""
    return {name: f for f, (names, _) in reversed(_known().items()) for name in names}


@cache
def _never() -> dict[How, re.Pattern[str]]:
    return {
        How(name): re.compile(table["pattern"])
        for name, table in _read().items()
        if "pattern" in table
    }
