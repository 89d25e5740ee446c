"""Numbers the Dutch, English and spreadsheet way; bands keep both ends."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell

DUTCH_FORM = re.compile(r"\d{1,3}(\.\d{3}){2,}(,\d+)?|\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,})")
ENGLISH_FORM = re.compile(
    r"\d{1,3}(,\d{3}){2,}(\.\d+)?|\d{1,3}(,\d{3})+\.\d+|\d+\.(\d{1,2}|\d{4,})"
)
SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?[eE][+-]?\d+")
SCALES = {
    "k": 1e3, "dzd": 1e3, "duizend": 1e3, "thousand": 1e3, "ton": 1e5, "m": 1e6, "mln": 1e6,
    "mio": 1e6, "mil": 1e6, "miljoen": 1e6, "million": 1e6, "mld": 1e9, "miljard": 1e9,
    "bn": 1e9, "billion": 1e9,
}  # fmt: skip
NUMBER = r"[+-]?\d[\d.,' \u00a0]*(?:[eE][+-]?\d+)?"
PART = re.compile(rf"(?P<number>{NUMBER})\s*(?P<scale>[a-zA-Z]+)?")
BAND = re.compile(r"(?<=[\d\w€ ])\s*(?:-|–|—|tot en met|t/m|tot|to|en|and|à)\s*(?=[€\d])")
ABOVE = re.compile(r"^(meer dan|minstens|minimaal|vanaf|over|more than|at least|>=?|≥)")
BELOW = re.compile(
    r"^(minder dan|hoogstens|maximaal|tot|onder|less than|at most|up to|under|<=?|≤)"
)


class Style(StrEnum):
    """Which sign parts thousands and which decimals."""

    DUTCH = "nl"
    ENGLISH = "en"
    MIXED = "mixed"


@dataclass(frozen=True)
class Amount:
    """A number or a band. ``value``: the number, or the geometric midpoint of a closed band."""

    value: float
    low: float | None
    high: float | None
    rounded: bool = False


def style_of(cells: Iterable[Cell]) -> Style:
    """The style a column is written in, by the values that leave no doubt; Dutch without any."""
    texts = [c for c in cells if isinstance(c, str)]
    numbers = [n.strip() for text in texts for n in re.findall(r"\d[\d.,]*\d", text)]
    dutch = any(DUTCH_FORM.fullmatch(n) for n in numbers)
    english = any(ENGLISH_FORM.fullmatch(n) for n in numbers)
    if dutch and english:
        return Style.MIXED
    return Style.ENGLISH if english else Style.DUTCH


def read_amount(cell: Cell, style: Style) -> Amount:  # noqa: PLR0911 - one form after another
    """A cell as an amount. Raises Unreadable ``number``, ``mixed`` or ``negative_band``."""
    if isinstance(cell, bool):
        raise Unreadable("intake.number")
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise Unreadable("intake.number")
        return Amount(float(cell), float(cell), float(cell))
    text = _bare(str(cell))
    if SCIENTIFIC.fullmatch(text):
        value = float(text.replace(",", "."))
        if not math.isfinite(value):
            raise Unreadable("intake.number")
        return Amount(value, value, value, rounded=True)
    if found := ABOVE.match(text):
        low = _one(text[found.end() :].strip(), style)
        return Amount(low, low, None)
    if text.endswith("+"):
        low = _one(text[:-1], style)
        return Amount(low, low, None)
    if found := BELOW.match(text):
        high = _one(text[found.end() :].strip(), style)
        return Amount(high, None, high)
    parts = BAND.split(text)
    if len(parts) == 1:
        value = _one(text, style)
        return Amount(value, value, value)
    return _band(parts, style)


def _bare(text: str) -> str:
    """Without currency, "about" and what follows the number in words."""
    text = text.strip().lower().lstrip("'").replace("\u00a0", " ")
    text = re.sub(r"^(ca\.?|circa|ongeveer|about|approx\.?|±|~|plm\.?)\s*", "", text)
    text = re.sub(r"€|\beur(o|os)?\b|\$|£", "", text)
    words = r"(fte('?s)?|medewerkers?|werknemers?|personen|mensen|man|employees?|people|staff)"
    text = re.sub(rf"\s*\b{words}\b\.?", "", text).strip()
    return re.sub(r",\s*[-–—=]+$", "", text).strip()


def _band(parts: list[str], style: Style) -> Amount:
    if len(parts) != 2:  # noqa: PLR2004 - a band has two ends
        raise Unreadable("intake.number")
    high = _one(parts[1], style)
    scale = PART.fullmatch(parts[1].strip())
    first = parts[0].strip()
    if scale and scale["scale"] and re.fullmatch(NUMBER, first):
        first += f" {scale['scale']}"  # "1-2 mln" means both
    low = _one(first, style)
    if not 0 <= low <= high:
        raise Unreadable("intake.number")
    return Amount(math.sqrt(low * high) if low else high / 2, low, high)


def _one(text: str, style: Style) -> float:
    found = PART.fullmatch(text.strip())
    if found is None or (found["scale"] and found["scale"] not in SCALES):
        raise Unreadable("intake.number")
    value = _plain(re.sub(r"[' \u00a0]", "", found["number"]), style)
    value *= SCALES.get(found["scale"] or "", 1.0)
    if not math.isfinite(value):
        raise Unreadable("intake.number")
    return value


def _plain(digits: str, style: Style) -> float:
    digits = digits.rstrip(".,")
    if style is Style.MIXED:
        if DUTCH_FORM.fullmatch(digits):
            style = Style.DUTCH
        elif ENGLISH_FORM.fullmatch(digits) or re.fullmatch(r"[+-]?\d+", digits):
            style = Style.ENGLISH
        else:
            raise Unreadable("intake.mixed_styles")
    if style is Style.DUTCH and re.fullmatch(r"[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?", digits):
        style = Style.ENGLISH
    thousands, decimal = (".", ",") if style is Style.DUTCH else (",", ".")
    whole, _, fraction = digits.partition(decimal)
    groups = whole.split(thousands)
    well_grouped = len(groups) == 1 or (
        1 <= len(groups[0].lstrip("+-")) <= 3 and all(len(g) == 3 for g in groups[1:])  # noqa: PLR2004
    )
    if not well_grouped or thousands in fraction:
        raise Unreadable("intake.number")
    try:
        return float("".join(groups) + (f".{fraction}" if fraction else ""))
    except ValueError:
        raise Unreadable("intake.number") from None
