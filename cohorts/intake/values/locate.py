"""Where an applicant is: from postcode or place to municipality, province and coordinates."""

from __future__ import annotations

from typing import Any

from cohorts.geography.gazetteer import Spot, postcode_of, province_of, same_place, spot_of_place
from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import Style
from cohorts.intake.values.numbers import read_amount
from cohorts.intake.values.unreadable import Unreadable

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


def read_postcode(cell: Cell) -> tuple[str, Spot | None]:
    """The postcode written one way, and its spot where known. Raises Unreadable ``postcode``."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    found = postcode_of(str(cell))
    if found is None:
        raise Unreadable("intake.postcode")
    return found


def read_coordinate(cell: Cell, name: str) -> float:
    """Degrees, also with a decimal comma. Raises Unreadable ``coordinate``."""
    style = Style.DUTCH if isinstance(cell, str) and "," in cell else Style.ENGLISH
    degrees = read_amount(cell, style).value
    if abs(degrees) > FARTHEST[name]:
        raise Unreadable("intake.coordinate")
    return degrees
