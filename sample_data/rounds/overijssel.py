"""MKB Businessversneller in Overijssel and Gelderland: 96 entrepreneurs and their rivals.

What is hidden in it:

- Nine pairs do the same work near each other (``NEIGHBOURS``). Three pairs name each other on the
  form, two are named by one of them, one with a slip in the name; three stand in ``relations.csv``.
- Brother and sister lead two companies since they divided their father's (``SIBLINGS``).
- A maker of cases and the machine maker who buys them applied together (``TOGETHER``).
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.between import Row, relations, rival_note
from sample_data.making.career import era
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region, address
from sample_data.making.rivals import answer, as_people_say, misspelt
from sample_data.making.texts import Texts, texts
from sample_data.making.trade import Trade, trades

SEED = 20261
PEOPLE = 96
TWICE = (7, 40)
SILENT = (19, 58, 77)
NEIGHBOURS = {31: 4, 46: 15, 60: 22, 66: 9, 71: 35, 74: 28, 82: 50, 88: 13, 93: 39}
"""Second → first of two companies of one trade, at most twelve kilometres apart."""
BOTH = (31, 46, 60)
ONE = (66, 71)
SLIP = (74,)
LISTED = (82, 88, 93)
"""How each pair of neighbours is known, by its second: from the forms, or from the file."""
SIBLINGS = (26, 69)
TOGETHER = (17, 54)
HIDDEN = {*NEIGHBOURS, *NEIGHBOURS.values(), *SIBLINGS, *TOGETHER}
"""They have all said yes, so that somebody can find them in a group."""
OF_TRADE = {17: "emballage", 54: "landbouwmachines", 26: "bakkerij", 69: "catering"}
YEARS = {17: (1961, 1975), 54: (1948, 1960), 26: (1934, 1938), 69: (2019, 2019)}
PARTNERS = ["Rabobank", "gemeente", "VNO-NCW", "via een collega", "MKB Overijssel", "accountant"]
FOUNDERS = ["directeur-eigenaar", "eigenaar", "mede-eigenaar", "eigenaar", "DGA"]
HEIRS = ["directeur-eigenaar", "directeur-eigenaar", "mede-eigenaar", "directeur", "bedrijfsleider"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    records, between = make(SEED)
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")


def make(seed: int, count: int = PEOPLE) -> tuple[list[Record], list[Row]]:
    """The rows of the form (two people answer twice), and the relations between people (by id)."""
    draw = random.Random(seed)
    people = _people(draw, count)
    records = [_answers(draw, region_of, person) for region_of, person in people]
    everybody = [person for _, person in people]
    answer(draw, everybody, records, _named(everybody), "east")
    for i in TWICE:
        again = {"Tijd van voltooien": forms.moment(draw, day=20), forms.AMBITION: 9}
        records.append(records[i - 1] | {"ID": len(records) + 1} | again)
    return records, _between(draw, everybody)


def _people(draw: random.Random, count: int) -> list[tuple[Region, Person]]:
    areas = areas_in(lambda spot: spot.province in ("Overijssel", "Gelderland"))
    region = Region(draw, areas, trades("crafts", "services"), (1925, 2025))
    people: list[Person] = []
    for number in range(1, count + 1):
        years = YEARS.get(number) or era(draw)
        if number in NEIGHBOURS:
            first = people[NEIGHBOURS[number] - 1]
            close = near(first.spot, areas, 12)
            years = (max(1990, first.trade.since), 2015)
            people.append(region.person(number, trade=first.trade, areas=close, years=years))
            continue
        with_whom = {second: first for first, second in (TOGETHER, SIBLINGS)}.get(number)
        close = near(people[with_whom - 1].spot, areas, 20) if with_whom else []
        trade = _trade(region, OF_TRADE.get(number))
        people.append(region.person(number, trade=trade, areas=close, years=years))
    if count >= SIBLINGS[1]:
        _one_family(people)
    return [(region, person) for person in people]


def _trade(region: Region, sector: str | None) -> Trade | None:
    return next((trade for trade in region.trades if trade.sector == sector), None)


def _one_family(people: list[Person]) -> None:
    """The sister leads their father's bakery, the brother began a caterer's."""
    for number, name, company in zip(
        SIBLINGS,
        ("Marieke Roosink", "Johan Roosink"),
        ("Bakkerij Roosink", "Roosink Catering"),
        strict=True,
    ):
        person = people[number - 1]
        people[number - 1] = replace(
            person, name=name, last="Roosink", company=company, email=address(name, company)
        )


def _named(people: list[Person]) -> dict[int, list[str]]:
    """Who certainly names whom on the form."""
    named: dict[int, list[str]] = {}
    for second, first in NEIGHBOURS.items():
        if second > len(people) or second in LISTED:
            continue
        spell = misspelt if second in SLIP else as_people_say
        named.setdefault(second, []).append(spell(people[first - 1].company))
        if second in BOTH:
            named.setdefault(first, []).append(as_people_say(people[second - 1].company))
    return named


def _between(draw: random.Random, people: list[Person]) -> list[Row]:
    rows = relations(draw, [p for p in people if p.number not in HIDDEN], 6, 4, 3)
    for second in (n for n in LISTED if n <= len(people)):
        a, b = people[NEIGHBOURS[second] - 1], people[second - 1]
        rows.append((str(a.number), str(b.number), "competitor", "", rival_note(a, b)))
    if len(people) >= PEOPLE:
        rows.append((*map(str, SIBLINGS), "family", "", "zus en broer"))
        rows.append(
            (*map(str, TOGETHER), "together", "", "meldden zich samen aan; maakt hun kisten")
        )
    return sorted(rows, key=lambda row: (int(row[0]), int(row[1])))


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    every = texts("entrepreneurs")
    asked = {t: said for t, said in every.questions.items() if _may_ask(t, person)}
    held = Texts(every.ambitions, asked, every.asides)
    phase = forms.phase(draw, person)
    leaves = phase == "overdracht" and draw.random() < 0.7
    theme = "Opvolging en overdracht" if leaves else region.dealer.deal(list(asked))
    record = (
        forms.company_answers(draw, person)
        | {forms.PHASE: phase}
        | forms.wishes(region.dealer, held, person, theme)
        | forms.oneself(draw, person, FOUNDERS if person.founder else HEIRS, PARTNERS)
    )
    if person.number in HIDDEN:
        record[forms.STATUS] = "bevestigd"
    return record | ({forms.QUESTION: ""} if person.number in SILENT else {})


def _may_ask(theme: str, person: Person) -> bool:
    """Nobody of a new company asks who takes it over, and who serves a town does not export."""
    if theme == "Opvolging en overdracht":
        return person.age > 12
    if theme == "Personeel vinden en houden":
        return person.fte > 2
    makes = (
        "metaal",
        "hout",
        "scheepsbouw",
        "machines",
        "software",
        "sierteelt",
        "zuivel",
        "vlees",
    )
    return theme != "Export" or person.trade.sector in (*makes, "landbouwmachines", "interieur")
