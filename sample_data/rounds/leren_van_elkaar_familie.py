"""A circle of family businesses in Overijssel: thirteen people, too few for what they ask."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.family import FAMILY_AMBITIONS, FAMILY_THEMES
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import OVERIJSSEL_WORDS
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.trades import COMPANIES

SEED = 20264
WANTED = ("Opvolging",) * 7 + ("Familiestatuut",) * 4 + ("Strategisch ondernemen",) * 2
"""The theme of each: one circle of five or more, and two that wait for members."""
COUSINS = (2, 9)
RIVALS = (4, 6)
NOT_YET = (7,)
PROBABLE = (11,)
ROLES = ["opvolger", "mededirecteur", "aankomend directeur"]
PARTNERS = ["hogeschool", "accountant", "MKB Overijssel", "via een ander familiebedrijf"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    staff = Staff(middle=22, spread=0.6, least=4, most=140)
    region = Region(draw, areas, COMPANIES, words=OVERIJSSEL_WORDS, staff=staff)
    people = [region.person(number) for number in range(1, len(WANTED) + 1)]
    records = [_answers(draw, person) for person in people]
    first, second = (people[number - 1] for number in COUSINS)
    records[first.number - 1]["Familieleden in het bedrijf"] = second.name
    write_workbook(records, folder / "aanmeldingen.xlsx")
    between = [
        (*map(str, COUSINS), "family", "", "neef en nicht"),
        (*map(str, RIVALS), "competitor", "", "zelfde klanten in Salland"),
    ]
    write_relations(between, folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    theme = WANTED[person.number - 1]
    return (
        forms.company_answers(draw, person, (1946, 1994))
        | {"Geboortejaar": draw.randint(1986, 1999), forms.PHASE: "overdracht"}
        | forms.wishes(draw, FAMILY_THEMES, FAMILY_AMBITIONS, theme)
        | {
            forms.THEMES: forms.ticked([theme]),
            "familiebedrijf": "Ja",
            "opvolging loopt": "Nee" if person.number in NOT_YET else "Ja",
            "Familieleden in het bedrijf": "",
        }
        | forms.oneself(draw, ROLES, PARTNERS)
        | {forms.STATUS: "waarschijnlijk" if person.number in PROBABLE else "bevestigd"}
    )
