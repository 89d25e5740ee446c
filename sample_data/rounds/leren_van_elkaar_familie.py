"""A circle of family businesses in Overijssel: thirteen people, too few for what they ask.

What is hidden in it:

- Four want a family charter, and one of them is not sure: the circle waits for one or two more.
- Cousins lead two companies that were one under their grandfather (``COUSINS``).
- One applies for the third time: twice there were too few for her theme (``WAITED``).
- Two rivals name each other on the form (``RIVALS``), and stand in ``relations.csv`` as well.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.between import Row, rival_note
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region, address
from sample_data.making.rivals import answer, as_people_say
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20264
WANTED = ("Opvolging",) * 7 + ("Familiestatuut",) * 4 + ("Strategisch ondernemen",) * 2
"""The theme of each: one circle of five or more, and two that wait for members."""
COUSINS = (2, 9)
OF_COUSINS = {2: ("transport", "{last} Transport"), 9: ("garage", "Autobedrijf {last}")}
RIVALS = (4, 6)
NOT_YET = (7,)
PROBABLE = (11,)
WAITED = 13
THIRD_TIME = "Ik meld mij voor de derde keer aan; twee keer waren er te weinig voor dit thema."
ROLES = ["opvolger", "mededirecteur", "aankomend directeur"]
PARTNERS = ["hogeschool", "accountant", "MKB Overijssel", "via een ander familiebedrijf"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    staff = Staff(middle=22, spread=0.6, least=4, most=140)
    held = trades("crafts", "services")
    region = Region(draw, areas, held, (1946, 1988), "east", staff, heirs=(1986, 1999))
    people: list[Person] = []
    for number in range(1, len(WANTED) + 1):
        sector = OF_COUSINS.get(number, ("", ""))[0]
        trade = next((t for t in held if t.sector == sector), None)
        close = near(people[COUSINS[0] - 1].spot, areas, 15) if number == COUSINS[1] else ()
        if number == RIVALS[1]:
            first = people[RIVALS[0] - 1]
            trade, close = first.trade, near(first.spot, areas, 12)
        people.append(region.person(number, trade=trade, areas=close))
    _cousins(people)
    records = [_answers(draw, region, person) for person in people]
    first, second = (people[number - 1] for number in COUSINS)
    records[first.number - 1]["Familieleden in het bedrijf"] = second.name
    a, b = (people[number - 1] for number in RIVALS)
    named = {p.number: [as_people_say(q.company)] for p, q in ((a, b), (b, a))}
    answer(draw, people, records, named, "east")
    between: list[Row] = [
        (*map(str, COUSINS), "family", "", "neef en nicht"),
        (*map(str, RIVALS), "competitor", "", rival_note(a, b)),
    ]
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")


def _cousins(people: list[Person]) -> None:
    last = people[COUSINS[0] - 1].last
    for number, first in zip(COUSINS, ("Tom", "Maaike"), strict=True):
        name, company = f"{first} {last}", OF_COUSINS[number][1].format(last=last)
        people[number - 1] = replace(
            people[number - 1], name=name, last=last, company=company, email=address(name, company)
        )


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    theme = WANTED[person.number - 1]
    record = (
        forms.company_answers(draw, person)
        | {"Geboortejaar": person.born, forms.PHASE: "overdracht"}
        | forms.wishes(region.dealer, texts("family"), person, theme, strict=True)
        | {
            forms.THEMES: forms.ticked([theme]),
            "familiebedrijf": "Ja",
            "opvolging loopt": "Nee" if person.number in NOT_YET else "Ja",
            "Familieleden in het bedrijf": "",
        }
        | forms.oneself(draw, person, ROLES, PARTNERS)
        | {forms.STATUS: "waarschijnlijk" if person.number in PROBABLE else "bevestigd"}
    )
    if person.number == WAITED:
        record[forms.QUESTION] = f"{record[forms.QUESTION]} {THIRD_TIME}"
    return record
