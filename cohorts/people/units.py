"""The unit of the fields that have one."""

from __future__ import annotations

from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    "turnover": "euro",
    "profit": "euro",
    "founded": "year",
    "birth_year": "year",
}
