"""Numbers the Dutch, English and spreadsheet way; bands keep both ends."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import LONGEST, SCIENTIFIC, Style, form_of, with_cents
from cohorts.intake.values.spoiled import band_of
from cohorts.intake.values.unreadable import Unreadable

SCALES = {
    "k": 1e3, "dzd": 1e3, "duizend": 1e3, "thousand": 1e3, "ton": 1e5, "m": 1e6, "mln": 1e6,
    "mio": 1e6, "mil": 1e6, "miljoen": 1e6, "million": 1e6, "mld": 1e9, "miljard": 1e9,
    "bn": 1e9, "billion": 1e9,
}  # fmt: skip
NUMBER = r"[+-]?\s*\d[\d.,' ]*(?:[eE][+-]?\d+)?"
PART = re.compile(rf"(?P<number>{NUMBER})\s*(?P<scale>[a-zA-Z]+)?")
BAND = re.compile(r"(?<=[\d\w€ ])\s*(?:-|–|—|tot en met|t/m|tot|to|en|and|à)\s*(?=[€\d])")
ABOVE = re.compile(r"^(meer dan|minstens|minimaal|vanaf|over|more than|at least|>=?|≥)")
BELOW = re.compile(
    r"^(minder dan|hoogstens|maximaal|tot|onder|less than|at most|up to|under|<=?|≤)"
)
OR_MORE = re.compile(r"\s*\b(of|en|or|and) (meer|hoger|more|above|over)$")
OR_LESS = re.compile(r"\s*\b(of|en|or|and) (minder|lager|less|fewer|below)$")
UNITS = re.compile(
    r"\s*\b(fte('?s)?|medewerkers?|werknemers?|personen|mensen|man|employees?|people|staff"
    r"|jaar|jaren|years?)\b\.?"
)
BESIDE = re.compile(r"[\s,]*\b(per jaar|p\.?/?j\.?|per year|(excl|incl|ex)\.?( btw| vat)?)\.?$")
PER_CENT = re.compile(r"\s*(%|\b(procent|percent|per cent|pct)\b\.?)")
OTHER_CURRENCY = re.compile(r"[$£]|\b(usd|gbp|chf)\b", re.IGNORECASE)
CACHED = 20_000
THOUSAND = 3
"""Digits between two signs of thousands."""


@dataclass(frozen=True)
class Amount:
    """A number or a band. ``value``: the number, or the geometric midpoint of a closed band."""

    value: float
    low: float | None
    high: float | None
    rounded: bool = False


def read_amount(cell: Cell, style: Style) -> Amount:
    """A cell as an amount; a per cent as the number before its sign.

    Raises Unreadable ``number``, ``mixed_styles``, or ``band_date`` for what is a date now.
    """
    if isinstance(cell, bool):
        raise Unreadable("intake.number")
    if isinstance(cell, int | float):
        return _exact(_finite(cell))
    if band := band_of(cell):
        raise Unreadable("intake.band_date", {"band": band})
    return _said(str(cell), style)


@lru_cache(maxsize=CACHED)
def _said(cell: str, style: Style) -> Amount:
    """An amount as somebody wrote it: many write the same, and each is read more than once."""
    if len(cell) > LONGEST:
        raise Unreadable("intake.number")
    text = _bare(cell)
    if SCIENTIFIC.fullmatch(text):
        return replace(_exact(_finite(text.replace(",", "."))), rounded=True)
    if found := ABOVE.match(text) or OR_MORE.search(text):
        return _at_least(_one(text.replace(found[0], ""), style))
    if text.endswith("+"):
        return _at_least(_one(text[:-1], style))
    if found := BELOW.match(text) or OR_LESS.search(text):
        high = _one(text.replace(found[0], ""), style)
        return Amount(high, None, high)
    parts = BAND.split(re.sub(r"^(tussen|between|van|from)\s+", "", text))
    return _exact(_one(text, style)) if len(parts) == 1 else _band(parts, style)


def _exact(value: float) -> Amount:
    return Amount(value, value, value)


def _at_least(value: float) -> Amount:
    return Amount(value, value, None)


def _finite(value: float | str) -> float:
    """Raises Unreadable for what is endless or no number."""
    try:
        number = float(value)
    except (OverflowError, ValueError):
        raise Unreadable("intake.number") from None
    if not math.isfinite(number):
        raise Unreadable("intake.number")
    return number


def _bare(text: str) -> str:
    """Without currency, "about" and what follows the number in words."""
    text = re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", text.strip().lower().lstrip("'"))
    text = text.replace("’", "'")
    text = re.sub(r"€|\beur(o|os)?\b|[$£]|\b(usd|gbp|chf)\b", "", text.replace("−", "-"))
    text = re.sub(r"^(ca\.?|circa|ongeveer|about|approx\.?|±|~|plm\.?)\s*", "", text.strip())
    if lost := re.fullmatch(r"\(\s*(\d[\d.,]*)\s*\)", text):
        return f"-{lost[1]}"  # how bookkeepers write a loss
    text = re.sub(r"(?<=[\d+a-z.])\s*\([^()]*\)$", "", text)
    text = re.sub(r"^(\d+(?:[.,]\d+)?)\s*[-–=:]\s*[a-z].*$", r"\1", text)  # "8 = good" on a scale
    text = UNITS.sub("", PER_CENT.sub("", BESIDE.sub("", text))).strip()
    return with_cents(text)


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
    value = _plain(re.sub(r"['\s]", "", found["number"]), style)
    return _finite(value * SCALES.get(found["scale"] or "", 1.0))


def _plain(digits: str, style: Style) -> float:
    digits = digits.rstrip(".,")
    form = form_of(digits.lstrip("+-"))
    if form is Style.MIXED and style is Style.MIXED:
        raise _either(digits)
    if form is not Style.MIXED:
        style = form or style  # what can be read in one way only is read so, whatever the column
    thousands, decimal = (".", ",") if style is Style.DUTCH else (",", ".")
    whole, _, fraction = digits.partition(decimal)
    groups = whole.split(thousands)
    well_grouped = len(groups) == 1 or (
        1 <= len(groups[0].lstrip("+-")) <= THOUSAND and all(len(g) == THOUSAND for g in groups[1:])
    )
    if not well_grouped or thousands in fraction:
        raise Unreadable("intake.number")
    try:
        return float("".join(groups) + (f".{fraction}" if fraction else ""))
    except ValueError:
        raise Unreadable("intake.number") from None


def _either(digits: str) -> Unreadable:
    """The verdict on a number of which its column does not tell how it is to be read."""
    whole = re.sub(r"[.,]", "", digits)
    decimals = _plain(digits, Style.DUTCH if "," in digits else Style.ENGLISH)
    part = {"nl": f"{decimals:.10g}".replace(".", ","), "en": f"{decimals:.10g}"}
    return Unreadable("intake.mixed_styles", {"whole": whole, "part": part})
