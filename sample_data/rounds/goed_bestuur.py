"""Goed Bestuur in Overijssel: thirty family businesses, each at its own point.

What is hidden in it:

- Two are so far that it works already: one more, and they would be a group (``POINTS``).
- One says no to "is it a family business" and writes about the brother who owns the other half
  (``NO_FAMILY``): refused for a question that was misread.
- Two families intermarried: brother and sister lead different companies (``SIBLINGS``).
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.between import Row, relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region, address
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20265
POINTS = ["verkennen"] * 11 + ["eerste afspraken"] * 9 + ["inrichten"] * 8 + ["werkt al"] * 2
"""How far each company is with its governance; at the last point are too few for a group."""
NO_FAMILY = (13,)
MISREAD = "Mijn broer heeft de helft en werkt hier niet. Hij wil dividend, ik een nieuwe hal."
SIBLINGS = (5, 22)
PARTNERS = ["accountant", "provincie", "hogeschool", "via een ander familiebedrijf"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    staff = Staff(middle=35, spread=0.6, least=10, most=200)
    held = trades("crafts", "services")
    region = Region(draw, areas, held, (1925, 1988), "east", staff, heirs=(1964, 1992))
    people = [region.person(number) for number in range(1, len(POINTS) + 1)]
    _married(people)
    points = draw.sample(POINTS, len(POINTS))
    if points[NO_FAMILY[0] - 1] == "werkt al":
        points.reverse()
    records = [_answers(draw, region, p, point) for p, point in zip(people, points, strict=True)]
    family: Row = (*map(str, SIBLINGS), "family", "", "broer en zus; elk in een bedrijf")
    free = [person for person in people if person.number not in SIBLINGS]
    between = [family, *relations(draw, free, 2, 2, 1)]
    answer(draw, people, records, some_named(draw, people, between), "east")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(sorted(between, key=lambda row: int(row[0])), folder / "relations.csv")


def _married(people: list[Person]) -> None:
    """The sister took her husband's name behind her own."""
    brother, sister = (people[number - 1] for number in SIBLINGS)
    name = f"Wilma {sister.last}-{brother.last.split()[-1]}"
    changed = replace(sister, name=name, email=address(name, sister.company))
    people[sister.number - 1] = changed


def _answers(draw: random.Random, region: Region, person: Person, point: str) -> Record:
    leaving = person.experience <= 4 or draw.random() < 0.15
    record = (
        forms.company_answers(draw, person)
        | {forms.PHASE: "overdracht" if leaving else "gevestigd"}
        | forms.wishes(region.dealer, texts("governance"), person)
        | {
            "familiebedrijf": "Nee" if person.number in NO_FAMILY else "Ja",
            "punt": point,
        }
        | forms.oneself(draw, person, ["directeur-eigenaar", "aandeelhouder", "opvolger"], PARTNERS)
    )
    return record | ({forms.QUESTION: MISREAD} if person.number in NO_FAMILY else {})
