"""Numbers of the trade register, as it gave them out through the years."""

from __future__ import annotations

import random

CHAMBERS = {
    "Overijssel": ("05", "06", "08"),
    "Gelderland": ("08", "09", "10", "11"),
    "Noord-Brabant": ("16", "17", "18", "20"),
    "Limburg": ("12", "13", "14"),
    "Zeeland": ("22",),
    "Groningen": ("02",),
    "Friesland": ("01",),
    "Fryslân": ("01",),
    "Drenthe": ("04",),
}
"""Province → how the numbers of its chambers began, until they had one register."""
ONE_REGISTER = 2010
FIRST, YEARLY = 49_500_000, 2_950_000
"""The first number of the one register (assumed from numbers in use), and how many a year."""
LOST = 0.3
"""How often a spreadsheet took a leading zero away."""


def kvk(draw: random.Random, founded: int, province: str) -> object:
    """A number of eight digits as text, or as a number, which has no leading zero."""
    if founded >= ONE_REGISTER:
        return str(FIRST + round((founded - ONE_REGISTER + draw.random()) * YEARLY))
    number = f"{draw.choice(CHAMBERS[province])}{draw.randint(10_000, 999_999):06}"
    return int(number) if number[0] == "0" and draw.random() < LOST else number
