"""Circles on social and organisational innovation in Overijssel: 36 companies of 5 to 250 staff.

What is hidden in it:

- Four want to lead in another way and nothing else: their circle is one person short (``ASKED``).
- Two are refused as too small. One is; the other counted five people and forgot the owner, whom
  the question asks to count (``MISCOUNTED``).
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.between import relations
from sample_data.making.career import era
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import Texts, texts
from sample_data.making.trade import trades

SEED = 20266
PEOPLE = 36
TOO_SMALL = (6, 29)
MISCOUNTED = 6
FIVE_AND_I = "Vijf man en ik."
ALONE = "Anders leidinggeven"
LEADERS = (3, 12, 20, 31)
"""Who wants that theme, and no other."""
PARTNERS = ["provincie", "hogeschool", "MKB Overijssel", "een pionier", "VNO-NCW"]
ROLES = ["directeur-eigenaar", "HR-manager", "bedrijfsleider", "productiemanager"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    staff = Staff(middle=28, spread=0.75, least=7, most=230)
    region = Region(draw, areas, trades("crafts", "services"), (1955, 2016), "east", staff)
    people = [
        region.person(
            number,
            years=era(draw, (2, 4, 3, 0)),
            staff=Staff(2, 0.1, 2, 3) if number in TOO_SMALL else None,
        )
        for number in range(1, PEOPLE + 1)
    ]
    records = [_answers(draw, region, person) for person in people]
    between = relations(draw, people, 2, 2, 2)
    answer(draw, people, records, some_named(draw, people, between), "east")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    every, number = texts("innovation"), person.number
    asked = {t: every.questions[t] for t in every.questions if (t == ALONE) == (number in LEADERS)}
    held = Texts(every.ambitions, asked, every.asides)
    record = (
        forms.company_answers(draw, person)
        | {forms.PHASE: "groei" if person.age < 16 else "gevestigd"}
        | forms.wishes(region.dealer, held, person, strict=True)
        | forms.oneself(draw, person, ROLES, PARTNERS)
    )
    if number in LEADERS:
        record[forms.STATUS] = "bevestigd"
    if number == MISCOUNTED:
        euros = 6 * sum(person.trade.per_fte) // 2
        record |= {forms.STAFF: 5, forms.TURNOVER: f"€ {euros:,}.000".replace(",", ".")}
        record[forms.ACTIVITY] = f"{str(record[forms.ACTIVITY]).rstrip('.')}. {FIVE_AND_I}"
    return record
