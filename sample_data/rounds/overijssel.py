"""MKB Businessversneller in Overijssel and Gelderland: 96 entrepreneurs and their rivals."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import Row, relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region, areas_in
from sample_data.making.questions import AMBITIONS, THEMES
from sample_data.making.trades import COMPANIES

SEED = 20261
PEOPLE = 96
TWICE = (7, 40)
SILENT = (19, 58, 77)
FOUNDED = {"start": (2021, 2025), "groei": (2008, 2021), "gevestigd": (1985, 2012)}
LONG_AGO = (1958, 1998)
PHASES = ["start", "groei", "gevestigd", "overdracht"]
PARTNERS = ["Rabobank", "gemeente", "VNO-NCW", "via een collega", "MKB Overijssel", "accountant"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    records, between = make(SEED)
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")


def make(seed: int, count: int = PEOPLE) -> tuple[list[Record], list[Row]]:
    """The rows of the form (two people answer twice), and the relations between people (by id)."""
    draw = random.Random(seed)
    areas = areas_in(lambda spot: spot.province in ("Overijssel", "Gelderland"))
    region = Region(draw, areas, COMPANIES)
    people, records = [], []
    for number in range(1, count + 1):
        person = region.person(number)
        people.append(person)
        records.append(_answers(draw, person))
    for i in TWICE:
        again = {"Tijd van voltooien": forms.moment(draw, day=20), forms.AMBITION: 9}
        records.append(records[i - 1] | {"ID": len(records) + 1} | again)
    return records, relations(draw, people, rivals=count * 30 // PEOPLE)


def _answers(draw: random.Random, person: Person) -> Record:
    phase = draw.choices(PHASES, weights=[1, 4, 4, 2])[0]
    theme = "Opvolging en overdracht" if phase == "overdracht" else draw.choice(list(THEMES))
    also = draw.sample(list(THEMES), draw.choice([0, 1, 1, 2]))
    record = forms.company_answers(draw, person, FOUNDED.get(phase, LONG_AGO)) | {
        forms.PHASE: phase,
        forms.AMBITION: draw.choices(range(4, 11), weights=[1, 2, 4, 6, 6, 3, 2])[0],
        forms.AMBITION_TEXT: draw.choice(AMBITIONS),
        forms.QUESTION: draw.choice(THEMES[theme]),
        forms.THEMES: forms.ticked([theme, *also]),
        forms.ROLE: draw.choice(
            ["directeur-eigenaar", "eigenaar", "mede-eigenaar", "bedrijfsleider"]
        ),
        forms.EXPERIENCE: draw.randint(1, 32),
        forms.WHEN: forms.slots(draw),
        forms.RIVALS: "",
        forms.PARTNER: draw.choice(PARTNERS),
        forms.CONSENT: "Ja",
        forms.STATUS: forms.status(draw),
    }
    return record | ({forms.QUESTION: ""} if person.number in SILENT else {})
