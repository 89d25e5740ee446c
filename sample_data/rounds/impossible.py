"""A round that cannot work: two rivals who both applied together with a third."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.career import era
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.rivals import answer
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20273
PEOPLE = 16
RIVALS = (3, 12)
PARTNERS = ["Rabobank", "gemeente", "VNO-NCW", "MKB Noord"]
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
    region = Region(draw, areas, trades("crafts", "services"), (1980, 2020), "north")
    fitters = next(trade for trade in region.trades if trade.sector == "installatie")
    people: list[Person] = []
    for number in range(1, PEOPLE + 1):
        close = near(people[RIVALS[0] - 1].spot, areas, 12) if number == RIVALS[1] else ()
        trade = fitters if number in RIVALS else None
        people.append(
            region.person(number, trade=trade, areas=close, years=era(draw, (1, 3, 4, 0)))
        )
    records = [_answers(draw, region, person) for person in people]
    answer(draw, people, records, {}, "north")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(BETWEEN, folder / "relations.csv")


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    return (
        forms.company_answers(draw, person)
        | {forms.PHASE: "groei" if person.age < 15 else "gevestigd"}
        | forms.wishes(region.dealer, texts("entrepreneurs"), person)
        | forms.oneself(draw, person, ["directeur-eigenaar", "eigenaar"], PARTNERS, (8, 0, 3))
    )
