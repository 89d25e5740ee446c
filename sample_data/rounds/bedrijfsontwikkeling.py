"""Bedrijfsontwikkelingstraject in West-Brabant: forty growing companies."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import BRABANT_LAST, BRABANT_WORDS, FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.questions import AMBITIONS, THEMES
from sample_data.making.trades import COMPANIES
from sample_data.rounds.meeting_minds import WEST_BRABANT

SEED = 20269
PEOPLE = 40
OUTSIDE = (14, 33)
PARTNERS = ["ontwikkelingsmaatschappij", "gemeente", "accountant", "via een collega"]
GROWTH = (
    "Groei financieren", "Leiderschap en loslaten", "Personeel vinden en houden",
    "Marketing en verkoop", "Processen en planning",
)  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    inside = areas_in(lambda spot: spot.municipality in WEST_BRABANT)
    outside = areas_in(lambda spot: spot.municipality == "Tilburg")
    staff = Staff(middle=18, spread=0.7, least=3, most=120)
    region = Region(draw, inside, COMPANIES, FIRST, BRABANT_LAST, BRABANT_WORDS, staff)
    people = []
    for number in range(1, PEOPLE + 1):
        region.areas = outside if number in OUTSIDE else inside
        people.append(region.person(number))
    write_workbook([_answers(draw, p) for p in people], folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=10), folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    return (
        forms.company_answers(draw, person, (1995, 2020))
        | {forms.PHASE: draw.choices(["start", "groei", "gevestigd"], weights=[1, 8, 2])[0]}
        | forms.wishes(draw, {theme: THEMES[theme] for theme in GROWTH}, AMBITIONS)
        | forms.oneself(draw, ["directeur-eigenaar", "mede-eigenaar"], PARTNERS)
    )
