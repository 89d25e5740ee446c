"""KennisTraject in Limburg: managers of thirteen companies; one company sends four.

Two subjects have the five companies that a masterclass needs. What is hidden in it:

- A carrier and the vegetable cutter it drives for want the same subject, the planning between them
  (``CHAIN``), and belong in one masterclass; two pairs of companies do not (``RIVALS``).
- One of those rivals wants the subject that the other wants too, and has to wait.
- One company asks for a subject of its own, and one sends a fourth manager.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.between import Row, rival_note
from sample_data.making.career import NOW
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import drawn_name
from sample_data.making.people import Person, Region, address
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import Trade, trades

SEED = 20268
SENT = (3, 2, 4, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2)
"""How many managers each company sends."""
OUTSIDE = 12
"""The company, from 1, that is not in Limburg."""
PLANNING, SMARTER, DATA = "Keten en planning", "Slimmer produceren", "Data in de fabriek"
SUBJECTS = (
    *(PLANNING, SMARTER, SMARTER, SMARTER, PLANNING, PLANNING, SMARTER, PLANNING, PLANNING),
    *(SMARTER, DATA, SMARTER, PLANNING),
)
"""What each company wants a masterclass on."""
CHAIN = (5, 9)
RIVALS = {6: 1, 11: 3}
"""Second → first of two companies that make the same."""
SECTORS = {
    1: ("metaal", "2553"),
    3: ("kunststof", "2221"),
    5: ("logistiek", "4941"),
    9: ("agrofood", "1039"),
}
ROLES = ["directeur", "productiemanager", "logistiek manager", "hoofd verkoop", "hoofd techniek"]
PARTNERS = ["hogeschool", "Brightlands", "LIOF", "gemeente"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    limburg = areas_in(lambda spot: spot.province == "Limburg")
    helmond = areas_in(lambda spot: spot.municipality == "Helmond")
    staff = Staff(middle=60, spread=0.5, least=15, most=230)
    region = Region(draw, limburg, trades("makers"), (1950, 2012), "limburg", staff)
    records: list[Record] = []
    heads: list[Person] = []
    for company, sent in enumerate(SENT, 1):
        trade, areas = _trade(region, company), helmond if company == OUTSIDE else limburg
        if company in RIVALS:
            first = heads[RIVALS[company] - 1]
            trade, areas = first.trade, near(first.spot, limburg, 20)
        heads.append(region.person(len(records) + 1, trade=trade, areas=areas))
        records += _managers(draw, region, heads[-1], company, sent)
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(_between(heads), folder / "relations.csv")


def _between(heads: list[Person]) -> list[Row]:
    rows: list[Row] = []
    for second, first in RIVALS.items():
        a, b = heads[first - 1], heads[second - 1]
        rows.append((str(a.number), str(b.number), "competitor", "", rival_note(a, b)))
    a, b = (heads[company - 1] for company in CHAIN)
    rows.append((str(a.number), str(b.number), "supplies", "", "vervoert hun vers"))
    return sorted(rows, key=lambda row: int(row[0]))


def _trade(region: Region, company: int) -> Trade | None:
    wanted = SECTORS.get(company)
    return next((t for t in region.trades if (t.sector, t.sbi) == wanted), None)


def _managers(
    draw: random.Random, region: Region, head: Person, company: int, sent: int
) -> list[Record]:
    """One row a manager; figures of the company are the same, each tells it in their own words."""
    once = forms.company_answers(draw, head)
    subject = SUBJECTS[company - 1]
    roles = draw.sample(ROLES[1:], sent - 1)
    records = []
    for i, role in enumerate([ROLES[0], *roles]):
        person = replace(head, number=head.number + i)
        if i:
            born = draw.randint(1964, 1995)
            name = " ".join(drawn_name(draw, "limburg", born))
            person = replace(
                person, name=name, email=address(name, head.company),
                                **region.told(head),
                experience=draw.randint(1, max(2, NOW - born - 26)),
            )  # fmt: skip
        own = forms.company_answers(draw, person)
        records.append(
            own
            | {key: once[key] for key in SAID_ONCE}
            | forms.wishes(region.dealer, texts("subjects"), person, subject)
            | {forms.THEMES: forms.ticked([subject])}
            | forms.oneself(
                draw, person, [role], PARTNERS, (9, 0 if sent > 3 else 1, 3), owners=False
            )
        )
    return records


SAID_ONCE = (
    "KvK nummer", "Wat is de postcode van uw bedrijf?", forms.FOUNDED, forms.STAFF, forms.TURNOVER,
)  # fmt: skip
