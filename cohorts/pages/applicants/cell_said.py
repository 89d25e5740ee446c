"""What stands in a field as a person reads it, and types it: the reader reads it back the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

from cohorts.intake.fields.column_kinds import BANDS, YEARS
from cohorts.pages.told import language
from cohorts.people.applicant import FIELD_NAMES, PHASES, Applicant, Status
from cohorts.people.stage import Stage
from cohorts.people.telephone import phone_shown
from cohorts.words import Language, say

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "status": {one.value: f"reasons.status_{one}" for one in Status},
    "stage": {one.value: f"programme.stage_{one}" for one in Stage},
    "life_phase": {one: f"report.phase_{one}" for one in PHASES},
    "consent": {"ja": "page_applicants.yes", "nee": "page_applicants.no"},
}
"""Field with answers of its own → what is typed → where its words stand."""
BETWEEN = "; "
"""Between the answers of one field."""


def option_said(field: str, code: str) -> str:
    """An answer of such a field in words."""
    return say(OPTIONS[field][code], language())


def cell_said(one: Applicant, column: str) -> str:
    """In words; "" where nothing stands."""
    typed = cell_typed(one, column)
    return option_said(column, typed) if typed and column in OPTIONS else typed


def cell_typed(one: Applicant, column: str) -> str:
    """As somebody would type it; "" where nothing stands."""
    if column in BANDS:
        return _band(*(getattr(one, f"{column}{end}") for end in ("", "_low", "_high")))
    field = column in FIELD_NAMES
    return value_typed(column, getattr(one, column) if field else one.extra.get(column))


def value_typed(column: str, value: object) -> str:
    """The same for a value by itself."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if column in OF_ITS_OWN:
        return OF_ITS_OWN[column](str(value))
    if column in BANDS and isinstance(value, int | float):
        return number_typed(round(value, 1))  # the middle of a band has as many as a computer has
    if isinstance(value, int | float):
        return str(int(value)) if column in YEARS else number_typed(value)
    return BETWEEN.join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _band(value: float | None, low: float | None, high: float | None) -> str:
    if value is None:
        return ""
    if low == high:
        return number_typed(value)
    if high is None and low is not None:
        return f"{number_typed(low)}+"
    if low is None and high is not None:
        return f"≤ {number_typed(high)}"
    return f"{number_typed(low or 0)} - {number_typed(high or 0)}"


def number_typed(value: float) -> str:
    """A number the Dutch way, in full; without signs of thousands for who reads English."""
    if not math.isfinite(value):
        return str(value)
    text = format(Decimal(repr(float(value))).normalize(), "f")
    whole, _, rest = text.partition(".")
    if language() is Language.NL:
        whole = f"{int(whole):,}".replace(",", ".") if whole.lstrip("-") else whole
    return f"{whole},{rest}" if rest else whole


def _moment(text: str) -> str:
    """``2026-09-05T08:17:00`` → ``5-9-2026 08:17``; what is no moment as it stands."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    day = f"{when.day}-{when.month}-{when.year}"
    if "T" not in text:
        return day
    return f"{day} {when:%H:%M:%S}" if when.second else f"{day} {when:%H:%M}"


OF_ITS_OWN: Mapping[str, Callable[[str], str]] = {"submitted": _moment, "phone": phone_shown}
"""Field → how what is kept of it is typed."""
