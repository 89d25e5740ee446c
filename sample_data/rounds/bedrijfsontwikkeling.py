"""Bedrijfsontwikkelingstraject in West-Brabant: forty growing companies.

What is hidden in it:

- A technical wholesaler and the fitter it supplies wrestle with the same stock (``CHAIN``).
- One of the two companies from Tilburg works from Oosterhout, and gave the address of its
  accountant: the condition refuses it for a fact that is not so (``MOVED``).
- Rivals name each other on the form; nobody told the bureau.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.between import Row, relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import Texts, texts
from sample_data.making.trade import trades
from sample_data.rounds.meeting_minds import WEST_BRABANT

SEED = 20269
PEOPLE = 40
OUTSIDE = (14, 33)
MOVED = 33
CHAIN = {8: "technische-groothandel", 21: "installatie"}
LIKE = {27: 5, 36: 16}
"""Second → first of two companies of one trade near each other."""
STOCK = {
    8: "Wij hebben te veel op voorraad en de monteurs van klanten grijpen toch mis.",
    21: "De spullen zijn er nooit als de monteur ze nodig heeft, dus de bus ligt vol voorraad.",
}
WORKS_ELSEWHERE = (
    "Onze loods en alle mensen zitten in Oosterhout; dit is het adres van de accountant."
)
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
    region = Region(draw, inside, trades("crafts", "services"), (1995, 2020), "brabant", staff)
    people: list[Person] = []
    for number in range(1, PEOPLE + 1):
        areas = outside if number in OUTSIDE else inside
        trade = next((t for t in region.trades if t.sector == CHAIN.get(number)), None)
        if number in LIKE:
            first = people[LIKE[number] - 1]
            trade, areas = first.trade, near(first.spot, inside, 12)
        people.append(region.person(number, trade=trade, areas=areas))
    records = [_answers(draw, region, person) for person in people]
    chain: Row = (*map(str, CHAIN), "supplies", "", "levert installatiemateriaal")
    free = [p for p in people if p.number not in {*CHAIN, *LIKE, *LIKE.values()}]
    between = [chain, *relations(draw, free, 3, 1, 2)]
    answer(draw, people, records, some_named(draw, people, between, 2, 2), "brabant")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(sorted(between, key=lambda row: int(row[0])), folder / "relations.csv")


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    number, every = person.number, texts("entrepreneurs")
    held = Texts(every.ambitions, {t: every.questions[t] for t in GROWTH}, every.asides)
    theme = "Processen en planning" if number in CHAIN else None
    record = (
        forms.company_answers(draw, person)
        | {forms.PHASE: "gevestigd" if person.age > 20 and draw.random() < 0.3 else "groei"}
        | forms.wishes(region.dealer, held, person, theme)
        | forms.oneself(draw, person, ["directeur-eigenaar", "mede-eigenaar"], PARTNERS)
    )
    if number in CHAIN:
        record[forms.STATUS] = "bevestigd"
    if number == MOVED:
        record[forms.ACTIVITY] = f"{str(record[forms.ACTIVITY]).rstrip('.')}. {WORKS_ELSEWHERE}"
    return record | ({forms.QUESTION: STOCK[number]} if number in STOCK else {})
