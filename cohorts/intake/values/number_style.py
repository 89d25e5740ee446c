"""Which sign parts thousands and which decimals in a column: told by all its numbers, or asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

from cohorts.intake.table import Cell

LONGEST = 100
"""No amount is written with more signs than this; a longer text is not searched for one."""
NUMBER = re.compile(r"\d[\d.,]*\d")
SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?[eE][+-]?\d+")
NO_CENTS = re.compile(r"(\d[\d.,]*)([.,])(?:\s*[-–—=]+$|[-–—=]+(?=\s+\D))")
"""What stands for no cents: 250,- is 250,00."""
OPEN = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
"""Three digits behind one sign: a thousand and more, or three decimals."""
DUTCH_FORM = re.compile(
    r"\d{1,3}(\.\d{3}){2,}(,\d+)?|\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,})|(0|\d{4,}),\d{3}"
)
ENGLISH_FORM = re.compile(
    r"\d{1,3}(,\d{3}){2,}(\.\d+)?|\d{1,3}(,\d{3})+\.\d+|\d+\.(\d{1,2}|\d{4,})|(0|\d{4,})\.\d{3}"
)


class Style(StrEnum):
    """Which sign parts thousands and which decimals."""

    DUTCH = "nl"
    ENGLISH = "en"
    MIXED = "mixed"


THOUSANDS = {".": Style.DUTCH, ",": Style.ENGLISH}
"""Of each sign the style in which it parts thousands; in the other it stands before decimals."""


def form_of(digits: str) -> Style | None:
    """The style of a number that can be read in one way only; None for one without a sign.

    ``MIXED`` for one that can be read in two ways, such as 1.250.
    """
    if OPEN.fullmatch(digits):
        return Style.MIXED
    if DUTCH_FORM.fullmatch(digits):
        return Style.DUTCH
    return Style.ENGLISH if ENGLISH_FORM.fullmatch(digits) else None


def with_cents(text: str) -> str:
    """With the decimals that a dash stands for: 1.250,- can only be 1.250,00.

    Without, where the sign before it parts thousands too: 1.250.000.- is 1.250.000.
    """
    return NO_CENTS.sub(lambda m: m[1] if m[2] in m[1] else f"{m[1]}{m[2]}00", text)


def style_of(cells: Iterable[Cell]) -> Style:
    """The style a column is written in.

    Three digits behind a sign are thousands, for nobody counts people or euros in thousandths,
    but only as long as the column uses that sign for nothing else: 1.250 beside 12.50, or beside
    1,250, can be either, and the column is mixed. Dutch where nothing tells.
    """
    return style_told(styles_told(cells))


def styles_told(cells: Iterable[Cell]) -> frozenset[Style]:
    """The styles that any of these tells; of several parts of a column each tells its own."""
    forms = _forms(cells)
    sure = {*forms} - {Style.MIXED}
    return frozenset(sure | {THOUSANDS[_sign(n)] for n in forms.get(Style.MIXED, ())})


def style_told(told: Collection[Style]) -> Style:
    """The style of a column, by what its numbers tell."""
    return Style.MIXED if len(told) > 1 else next(iter(told), Style.DUTCH)


def clashing(cells: Iterable[Cell]) -> tuple[str, str] | None:
    """A number that can be read in two ways, and one that keeps the column from telling which."""
    forms = _forms(cells)
    unsure = forms.get(Style.MIXED, set())
    for number in sorted(unsure):
        sure = forms.keys() - {Style.MIXED, THOUSANDS[_sign(number)]}
        against = [n for form in sure for n in forms[form]]
        against = against or [n for n in unsure if _sign(n) != _sign(number)]
        if against:
            return number, min(against)
    return None


def _forms(cells: Iterable[Cell]) -> dict[Style, set[str]]:
    """Style → the numbers of a column that are written so."""
    forms: dict[Style, set[str]] = {}
    for cell in cells:
        if (
            isinstance(cell, str)
            and len(cell) <= LONGEST
            and not SCIENTIFIC.fullmatch(cell.strip())
        ):
            for number in NUMBER.findall(with_cents(cell)):
                if form := form_of(number):
                    forms.setdefault(form, set()).add(number)
    return forms


def _sign(number: str) -> str:
    """The sign in a number that can be read in two ways."""
    return "." if "." in number else ","
