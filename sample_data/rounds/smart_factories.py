"""Region of Smart Factories in the North: forty organisations round twelve market questions.

What is hidden in it: no knowledge institution offers itself for safe networks (``UNTAUGHT``), so
that pilot is one partner short; and a robot builder and the factory where its robot stands
(``relations.csv``) ask the same.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.staff import Staff
from sample_data.making.texts import Texts, texts
from sample_data.making.trade import Trade, trades

SEED = 20271
PROVINCES = ("Groningen", "Friesland", "Fryslân", "Drenthe")
ROLES = ["technologieleverancier", "maakbedrijf", "kennisinstelling"]
MIX = [ROLES[0]] * 13 + [ROLES[1]] * 14 + [ROLES[2]] * 13
UNTAUGHT = "veilige netwerken"
SKILLS = {
    "beveiliging": ("veilige netwerken", "data delen in de keten"),
    "additief": ("3D-printen", "kleine series"),
    "robotica": ("flexibele robots", "autonoom transport", "mens en machine"),
    "meettechniek": ("kwaliteitscontrole", "voorspellend onderhoud", "circulaire materialen"),
    "software": ("digitale tweeling", "energie in de fabriek", "kleine series"),
}
"""Sector of a supplier → the questions it can help with."""
PARTNERS = ["ontwikkelingsmaatschappij", "FME", "provincie", "universiteit"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province in PROVINCES)
    staff = Staff(middle=45, spread=0.7, least=5, most=400)
    region = Region(draw, areas, trades("makers"), (1955, 2021), "north", staff)
    people, records = [], []
    for number, role in enumerate(MIX, 1):
        region.trades = _trades(role)
        years = (1960, 2012) if role == ROLES[2] else None
        people.append(region.person(number, years=years))
        records.append(_answers(draw, region, people[-1], role))
    write_workbook(records, folder / "aanmeldingen.xlsx")
    firms = [person for person in people if MIX[person.number - 1] != ROLES[2]]
    write_relations(relations(draw, firms, 3, 3, 2), folder / "relations.csv")


def _trades(role: str) -> tuple[Trade, ...]:
    """Makers, or who in the north plays another part."""
    others = tuple(trade for trade in trades("north") if trade.role == role)
    return others or trades("makers")


def _answers(draw: random.Random, region: Region, person: Person, role: str) -> Record:
    maker = role == ROLES[1]
    every = texts("factories" if maker else "helpers")
    asked = [t for t in every.questions if role != ROLES[2] or t != UNTAUGHT]
    can = list(SKILLS.get(person.trade.sector, asked)) if role == ROLES[0] else asked
    theme = region.dealer.deal([f"{role}: {t}" for t in can]).removeprefix(f"{role}: ")
    others = [t for t in (can if role == ROLES[0] else asked) if t != theme]
    held = Texts(every.ambitions, {t: every.questions[t] for t in (theme, *others)}, every.asides)
    wishes = forms.wishes(region.dealer, held, person, theme, strict=True)
    return (
        forms.company_answers(draw, person)
        | {key: wishes[key] for key in (forms.QUESTION, forms.AMBITION_TEXT, forms.THEMES)}
        | {"vermogen": theme}
        | forms.oneself(draw, person, [role], PARTNERS, owners=False)
    )
