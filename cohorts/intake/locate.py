"""Where an applicant is: from postcode or place to municipality, province and coordinates."""

from __future__ import annotations

from typing import Any

from cohorts.intake.numbers import Style, read_amount
from cohorts.intake.places import province_of, read_postcode, same_place, spot_of_place
from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell

FARTHEST = {"latitude": 90.0, "longitude": 180.0}


def locate(values: dict[str, Any]) -> None:
    """Fills in what is not told, and writes what is told as the table of places does."""
    if province := values.get("province"):
        values["province"] = province_of(province) or province
    spot = None
    if values.get("postcode"):
        spot = read_postcode(values["postcode"])[1]
    if spot is None and values.get("place"):
        spot = spot_of_place(values["place"], values.get("province"))
    if spot is None:
        return
    if values.get("place") and same_place(values["place"], spot):
        values["place"] = spot.place
    found = {
        "place": spot.place,
        "municipality": spot.municipality,
        "province": spot.province,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
    }
    for name, value in found.items():
        if values.get(name) is None:
            values[name] = value


def read_coordinate(cell: Cell, name: str) -> float:
    """Degrees, also with a decimal comma. Raises Unreadable ``coordinate``."""
    style = Style.DUTCH if isinstance(cell, str) and "," in cell else Style.ENGLISH
    degrees = read_amount(cell, style).value
    if abs(degrees) > FARTHEST[name]:
        raise Unreadable("intake.coordinate")
    return degrees
