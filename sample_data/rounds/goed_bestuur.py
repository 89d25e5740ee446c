"""Goed Bestuur in Overijssel: thirty family businesses, each at its own point."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.family import FAMILY_AMBITIONS, GOVERNANCE_THEMES
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import OVERIJSSEL_WORDS
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.trades import COMPANIES

SEED = 20265
POINTS = ["verkennen"] * 11 + ["eerste afspraken"] * 9 + ["inrichten"] * 8 + ["werkt al"] * 2
"""How far each company is with its governance; at the last point are too few for a group."""
NO_FAMILY = (13,)
PARTNERS = ["accountant", "provincie", "hogeschool", "via een ander familiebedrijf"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    staff = Staff(middle=35, spread=0.6, least=10, most=200)
    region = Region(draw, areas, COMPANIES, words=OVERIJSSEL_WORDS, staff=staff)
    people = [region.person(number) for number in range(1, len(POINTS) + 1)]
    points = draw.sample(POINTS, len(POINTS))
    records = [_answers(draw, p, point) for p, point in zip(people, points, strict=True)]
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=5), folder / "relations.csv")


def _answers(draw: random.Random, person: Person, point: str) -> Record:
    return (
        forms.company_answers(draw, person, (1925, 1998))
        | {forms.PHASE: draw.choices(["gevestigd", "overdracht"], weights=[3, 2])[0]}
        | forms.wishes(draw, GOVERNANCE_THEMES, FAMILY_AMBITIONS)
        | {
            "familiebedrijf": "Nee" if person.number in NO_FAMILY else "Ja",
            "punt": point,
        }
        | forms.oneself(draw, ["directeur-eigenaar", "aandeelhouder", "opvolger"], PARTNERS)
    )
