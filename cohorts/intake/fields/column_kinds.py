"""How each field is read: as text, as several answers, as a number, a band or a year."""

from __future__ import annotations

TEXT = frozenset(
    {
        *("name", "company", "email", "place", "municipality", "province", "sbi_version"),
        *("activity", "offer", "customers", "ambition_text", "question", "role", "colour"),
        "partner",
    }
)
SEVERAL = frozenset(
    {"themes", "availability", "languages", "competitors", "suppliers", "buyers", "family"}
)
OPTIONS = frozenset({"themes", "availability", "languages"})
"""Of those, the fields whose answers are options; the others hold names."""
BANDS = frozenset({"fte", "turnover"})
SINGLE = frozenset(
    {
        *("profit", "ambition", "experience", "latitude", "longitude"),
        *("fte_low", "fte_high", "turnover_low", "turnover_high"),
    }
)
COUNTED = frozenset({"fte", "fte_low", "fte_high", "experience", "ambition"})
"""Fields in which nobody has as many as the number of days in a date."""
COORDINATES = frozenset({"latitude", "longitude"})
YEARS = frozenset({"founded", "birth_year"})
CLOSED = frozenset({"status", "stage", "life_phase"})
"""Fields with a list of answers of their own."""
TOLD_BY_VALUE = CLOSED | {"phone"}
"""And one whose header may ask something else: *Mobiel* for a yes, *Bereikbaar op* for days."""
EACH_COUNTS = frozenset({"consent"})
"""Fields that may be asked in several columns, of which none may be passed over."""
JOINED = frozenset({"activity", "offer", "customers", "question", "ambition_text"})
"""Texts that may be answered in several columns."""
