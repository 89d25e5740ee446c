"""Strategic staff planning in Noordoost-Brabant: 24 companies with HR policy of their own.

What is hidden in it:

- One says there is no HR policy, and writes of an HR department of three people without a policy
  paper (``NO_POLICY``): refused for a question that was misread.
- One of the two that are too small has sixty people of its own and forty from an agency, whom it
  did not count (``TOO_SMALL``).
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
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20270
PEOPLE = 24
TOO_SMALL = (4, 18)
WITH_AGENCY = 18
FORTY_MORE = "Naast onze zestig eigen mensen werken hier veertig uitzendkrachten."
NO_POLICY = (11,)
NO_PAPER = "Een beleidsstuk hebben we niet, wel een afdeling HR van drie mensen."
REGION = (
    "'s-Hertogenbosch", "Bernheze", "Boekel", "Boxtel", "Heusden", "Land van Cuijk", "Maashorst",
    "Meierijstad", "Oss", "Sint-Michielsgestel", "Vught",
)  # fmt: skip
ROLES = ["HR-manager", "directeur", "hoofd personeel en organisatie"]
PARTNERS = ["AgriFood Capital", "gemeente", "UWV", "vakbond", "werkgeversvereniging"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in REGION)
    staff = Staff(middle=150, spread=0.45, least=80, most=600)
    held = tuple(t for t in trades("makers", "organisations") if t.sector != "overheid")
    region = Region(draw, areas, held, (1935, 2005), "brabant", staff)
    people = [
        region.person(number, staff=Staff(58, 0.1, 50, 66) if number in TOO_SMALL else None)
        for number in range(1, PEOPLE + 1)
    ]
    records = [_answers(draw, region, person) for person in people]
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, 2, 1, 2), folder / "relations.csv")


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    number = person.number
    record = (
        forms.company_answers(draw, person)
        | forms.wishes(region.dealer, texts("staffing"), person)
        | {"hr-beleid": "Nee" if number in NO_POLICY else "Ja"}
        | forms.oneself(draw, person, ROLES, PARTNERS, (9, 1, 3), owners=False)
    )
    said = {WITH_AGENCY: FORTY_MORE, NO_POLICY[0]: NO_PAPER}.get(number)
    if number == WITH_AGENCY:
        record[forms.STAFF] = 60
    return record | ({forms.QUESTION: f"{record[forms.QUESTION]} {said}"} if said else {})
