"""What somebody is called on the page, short enough for a line."""

from __future__ import annotations

import unicodedata

from cohorts.pages.told import language, plain
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.words.phrase import field_name

LONGEST = 60
MORE = "…"
ISOLATED = "\u2068\u2069"
"""Around text of which the direction is its own."""


def named(one: Applicant) -> str:
    """Name and company, as far as they are known; else the number."""
    known = [short(text) for text in (one.name, one.company) if text]
    return f"{known[0]} ({known[1]})" if len(known) > 1 else (known or [short(one.id)])[0]


def short(text: str, most: int = LONGEST) -> str:
    """A text on one line; what is too long for it is cut, and shows that it is.

    What is written from the right leaves what stands beside it where it is.
    """
    line = " ".join(text.split())
    line = line if len(line) <= most else f"{line[: most - 1].rstrip()}{MORE}"
    return f"{ISOLATED[0]}{line}{ISOLATED[1]}" if any(map(_from_the_right, line)) else line


def _from_the_right(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in ("R", "AL")


def label_of(column: str) -> str:
    """Of the place where a field or own column is typed.

    The names of fields are ours; a header of others is taken out of the power of Markdown.
    """
    if column in FIELD_NAMES:
        return capital(field_name(column, language()))
    return plain(short(column))


def capital(label: str) -> str:
    """As the first word of a line: "KvK-nummer", "Naam"."""
    return f"{label[:1].upper()}{label[1:]}"
