"""Move2Social in Twente: 48 start-ups with a social purpose, and the votes of ten partners.

What is hidden in it:

- Who got all ten votes has not said yes yet: somebody to call (``STAR``).
- One is refused because no profit goes back into the company, and writes that there is no profit
  yet (``MISREAD``): a question misread.
- One applied twice before (``WAITED``), and is just above the line or just below it.
- Two in one line of work name each other as rivals; the bureau did not know.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.between import relations
from sample_data.making.coaches import MENTORS, write_coaches
from sample_data.making.files import write_merit, write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.places import COUNTRY
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20262
PEOPLE = 48
SHORTLIST = 24
VOTERS = 10
PARTNERS = ["Saxion", "gemeente", "Rabobank", "Oost NL", "via een ander"]
TOO_OLD = (5, 23, 37, 44)
NOT_THEMSELVES = (9, 31, 40)
PROFIT_FIRST = (16, 27)
NOT_READY = (12, 34)
MISREAD = 29
NO_PROFIT = "Winst gaat niet terug in het bedrijf, want die is er nog niet."
SILENT = (20, 41)
"""Who left the statements open."""
STAR = 21
WAITED = 14
THIRD_TIME = "Dit is de derde keer dat ik mij aanmeld."
FEW_VOTES = 5
"""Votes of who waited."""


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx``, ``relations.csv``, ``merit.csv`` and ``coaches.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in COUNTRY["Twente"])
    staff = Staff(middle=3, spread=0.6, least=1, most=14)
    region = Region(draw, areas, trades("social"), (2024, 2026), "east", staff)
    people = [
        region.person(number, years=(2014, 2020) if number in TOO_OLD else None)
        for number in range(1, PEOPLE + 1)
    ]
    records = [_answers(draw, region, person) for person in people]
    between = relations(draw, people, 1, 2, 2)
    answer(draw, people, records, some_named(draw, people, between), "east")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")
    write_merit(_votes(draw, records), folder / "merit.csv")
    write_coaches(MENTORS, folder)


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    number = person.number
    before = draw.choices([0, 0, 3, 9, 18], weights=[10, 5, 4, 4, 3])[0]
    record = (
        forms.company_answers(draw, person)
        | forms.wishes(region.dealer, texts("young"), person)
        | {"impact": person.trade.impact}
        | _statements(draw, number)
        | forms.oneself(draw, person, ["oprichter", "mede-oprichter"], PARTNERS, (9, 1, 1))
        | {forms.EXPERIENCE: person.age + min(before, max(0, person.facts.old - 25))}
    )
    if number == STAR:
        record |= {forms.STATUS: "waarschijnlijk", "voorbereid": 10}
    if number in {WAITED, MISREAD}:
        more = THIRD_TIME if number == WAITED else NO_PROFIT
        said = str(record[forms.QUESTION])
        record |= {forms.QUESTION: f"{said} {more}", "voorbereid": 8, forms.STATUS: "bevestigd"}
    return record


def _statements(draw: random.Random, number: int) -> Record:
    """Ja or Nee to what the programme asks of everybody."""
    said = {
        "voert zelf uit": number not in NOT_THEMSELVES,
        "maatschappelijk doel voorop": number not in PROFIT_FIRST,
        "winst terug in bedrijf": number != MISREAD,
        "klaar voor de markt": number not in NOT_READY,
        "nog te leren": True,
    }
    answers: Record = {name: "Ja" if yes else "Nee" for name, yes in said.items()}
    if number in SILENT:
        answers |= dict.fromkeys(("winst terug in bedrijf", "klaar voor de markt"), "")
    return answers | {"voorbereid": draw.randint(4, 10)}


def _votes(draw: random.Random, records: Sequence[Record]) -> list[tuple[str, int]]:
    """Partners who voted for each: the shortlist is the best prepared, the others had no vote."""
    refused = {*TOO_OLD, *NOT_THEMSELVES, *PROFIT_FIRST, *NOT_READY, MISREAD}
    fit = [r for r in records if r["ID"] not in refused]
    fit.sort(key=lambda r: (-int(str(r["voorbereid"])), int(str(r["ID"]))))
    shortlist = {r["ID"] for r in fit[:SHORTLIST]}
    sure = {STAR: VOTERS, WAITED: FEW_VOTES}
    votes = []
    for record in records:
        likely = int(str(record["voorbereid"])) / 12
        tally = min(VOTERS - 1, sum(draw.random() < likely for _ in range(VOTERS)))
        tally = sure.get(int(str(record["ID"])), tally)
        votes.append((str(record["ID"]), tally if record["ID"] in shortlist else 0))
    return votes
