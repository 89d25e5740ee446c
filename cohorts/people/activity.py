"""The activity codes that exist, by edition of the Standaard Bedrijfsindeling (CBS)."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from cohorts.people.values import folded
from cohorts.words import Language
from cohorts.words.texts import Texts

EDITIONS = ("2008", "2025")
DIVISION = 2
CLASS = 4
"""Digits of a class, the finest level that every register writes."""
BEGINNING = 5


def edition_of(told: str | None) -> str | None:
    """The edition that a version names ("SBI 2008", "2025"); None for none that we know."""
    found = re.search("|".join(EDITIONS), told or "")
    return found[0] if found else None


@cache
def codes_of(edition: str | None) -> frozenset[str]:
    """The digits of all codes of an edition, and of what they are a part of; None: of all editions.

    A list leaves out a class that has parts (45.20 has 45.20.1 and more).
    """
    if edition is None:
        return frozenset[str]().union(*map(codes_of, EDITIONS))
    codes = [row["code"] for row in _rows(edition) if row["code"].isdigit()]
    return frozenset(code[:end] for code in codes for end in range(DIVISION, len(code) + 1))


def class_of(code: str | None, edition: str | None) -> str | None:
    """The class (four digits) that a code is of; None for a wider one, and for none that exists."""
    found = (code or "")[:CLASS]
    return found if len(found) == CLASS and found in codes_of(edition) else None


@cache
def title_of(class_: str, edition: str | None) -> Texts:
    """What a class is called; "" where the lists do not say it in that language.

    Where no edition is known and the two mean something else by the code, nothing is said.
    """
    found = [
        title for one in ([edition] if edition else EDITIONS) if (title := _title(class_, one))
    ]
    told = [_telling(title[Language.NL]) for title in found]
    if not found or not frozenset.intersection(*told):
        return dict.fromkeys(Language, "")
    return {one: next((t[one] for t in reversed(found) if t[one]), "") for one in Language}


def _title(class_: str, edition: str) -> Texts | None:
    """Of the class, or else of the group that it is in."""
    rows = {row["code"]: row for row in _rows(edition)}
    row = rows.get(class_) or rows.get(class_[: CLASS - 1])
    return {one: row[f"title_{one}"].strip() for one in Language} if row else None


def _telling(title: str) -> frozenset[str]:
    """The beginnings of its longer words: two titles that share one are about one thing."""
    return frozenset(
        w[:BEGINNING] for w in re.findall(r"\w+", folded(title)) if len(w) >= BEGINNING
    )


@cache
def trade_words() -> frozenset[str]:
    """The words by which the lists say what companies do: they tell no company from another."""
    titles = (
        row[f"title_{one}"] for edition in EDITIONS for row in _rows(edition) for one in Language
    )
    return frozenset(word for title in titles for word in re.findall(r"\w+", folded(title)))


@cache
def _rows(edition: str) -> Sequence[Mapping[str, str]]:
    text = (files("cohorts.people") / f"sbi{edition}.csv").read_text(encoding="utf-8-sig")
    return tuple(csv.DictReader(text.splitlines()))


def dotted(code: str) -> str:
    """As the register writes it: 0111 is 01.11, 01131 is 01.13.1."""
    parts = (code[:DIVISION], code[DIVISION : 2 * DIVISION], code[2 * DIVISION :])
    return ".".join(part for part in parts if part)
