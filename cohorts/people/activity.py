"""The activity codes that exist, by edition of the Standaard Bedrijfsindeling (CBS)."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

EDITIONS = ("2008", "2025")
DIVISION = 2


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
    text = (files("cohorts.people") / f"sbi{edition}.csv").read_text(encoding="utf-8-sig")
    codes = [row["code"] for row in csv.DictReader(text.splitlines()) if row["code"].isdigit()]
    return frozenset(code[:end] for code in codes for end in range(DIVISION, len(code) + 1))


def dotted(code: str) -> str:
    """As the register writes it: 0111 is 01.11, 01131 is 01.13.1."""
    parts = (code[:DIVISION], code[DIVISION : 2 * DIVISION], code[2 * DIVISION :])
    return ".".join(part for part in parts if part)
