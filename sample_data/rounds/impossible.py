"""A round that cannot work: two rivals who both applied together with a third."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import FIRST, NORTH_LAST, NORTH_WORDS
from sample_data.making.people import Person, Region, areas_in
from sample_data.making.questions import AMBITIONS, THEMES
from sample_data.making.trades import COMPANIES

SEED = 20273
PEOPLE = 16
RIVALS = (3, 12)
PARTNERS = ["Rabobank", "gemeente", "VNO-NCW", "MKB Overijssel"]
BETWEEN = [
    ("3", "8", "together", "", "meldden zich samen aan"),
    ("8", "12", "together", "", "meldden zich samen aan"),
    ("3", "12", "competitor", "", "bieden op dezelfde opdrachten"),
]
"""3 comes with 8 and 8 with 12, but 3 and 12 are rivals."""


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Drenthe")
    region = Region(draw, areas, COMPANIES, FIRST, NORTH_LAST, NORTH_WORDS)
    fitters = [trade for trade in COMPANIES if trade.sector == "installatie"]
    people = []
    for number in range(1, PEOPLE + 1):
        region.trades = fitters if number in RIVALS else COMPANIES
        people.append(region.person(number))
    write_workbook([_answers(draw, person) for person in people], folder / "aanmeldingen.xlsx")
    write_relations(BETWEEN, folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    return (
        forms.company_answers(draw, person, (1980, 2020))
        | {forms.PHASE: draw.choice(["groei", "gevestigd"])}
        | forms.wishes(draw, THEMES, AMBITIONS)
        | forms.oneself(draw, ["directeur-eigenaar", "eigenaar"], PARTNERS, (8, 0, 3))
    )
