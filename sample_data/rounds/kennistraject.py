"""KennisTraject in Limburg: managers of thirteen companies; one company sends four."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import Row
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import FIRST, LIMBURG_LAST, LIMBURG_WORDS
from sample_data.making.people import Person, Region, Staff, address, areas_in
from sample_data.making.trades import MAKERS

SEED = 20268
SENT = (3, 2, 4, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2)
"""How many managers each company sends."""
OUTSIDE = 12
"""The company, from 1, that is not in Limburg."""
ROLES = ["directeur", "productiemanager", "logistiek manager", "hoofd verkoop", "hoofd techniek"]
PARTNERS = ["hogeschool", "Brightlands", "LIOF", "gemeente"]
SUBJECTS = {
    "Slimmer produceren": [
        "De lijn staat te vaak stil en niemand weet waarom. Hoe meet je dat en wat doe je eraan?",
        "Omsteltijden vreten de winst op; we willen kleinere series zonder stilstand.",
        "Lean is bij ons een poster aan de muur. Hoe gaat het op de werkvloer leven?",
    ],
    "Keten en planning": [
        "Klanten bestellen later en willen het eerder. Hoe plan je met onze leveranciers samen?",
        "Voorraad te hoog en toch mis: planning in de keten klopt niet.",
        "Vrachtwagens staan te wachten bij de klant; samen plannen zou schelen.",
    ],
    "Data in de fabriek": [
        "De machines leveren data, maar we sturen op gevoel. Waar begin je?",
        "Data over kwaliteit en temperatuur staat in drie systemen.",
        "Kunnen we met data voorspellen wanneer een machine stukgaat?",
    ],
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    limburg = areas_in(lambda spot: spot.province == "Limburg")
    staff = Staff(middle=60, spread=0.5, least=15, most=230)
    region = Region(draw, limburg, MAKERS, FIRST, LIMBURG_LAST, LIMBURG_WORDS, staff)
    records: list[Record] = []
    first: list[int] = []
    for company, sent in enumerate(SENT, 1):
        region.areas = limburg if company != OUTSIDE else areas_in(_is_helmond)
        first.append(len(records) + 1)
        records += _managers(draw, region.person(len(records) + 1), sent)
    write_workbook(records, folder / "aanmeldingen.xlsx")
    rivals: list[Row] = [
        (str(first[0]), str(first[5]), "competitor", "", "zelfde klanten"),
        (str(first[2]), str(first[8]), "competitor", "", "zelfde product"),
    ]
    write_relations(rivals, folder / "relations.csv")


def _is_helmond(spot: object) -> bool:
    return getattr(spot, "municipality", "") == "Helmond"


def _managers(draw: random.Random, head: Person, sent: int) -> list[Record]:
    """One row a manager; what they say of the company is what its head says."""
    company = forms.company_answers(draw, head, (1950, 2012))
    subject = draw.choice(list(SUBJECTS))
    roles = draw.sample(ROLES[1:], sent - 1)
    records = []
    for i, role in enumerate([ROLES[0], *roles]):
        name = head.name if i == 0 else f"{draw.choice(FIRST)} {draw.choice(LIMBURG_LAST)}"
        person = replace(head, number=head.number + i, name=name, email=address(name, head.company))
        own = forms.company_answers(draw, person, (1950, 2012))
        kept = {key: company[key] for key in company if key in SAID_ONCE}
        records.append(
            own
            | kept
            | forms.wishes(draw, SUBJECTS, AMBITIONS, subject)
            | {forms.THEMES: forms.ticked([subject])}
            | forms.oneself(draw, [role], PARTNERS, (9, 0 if sent > 3 else 1, 3))
        )
    return records


AMBITIONS = [
    "De levertijd halveren.",
    "Een fabriek die om kwart over zeven weet hoe de dag loopt.",
    "De beste toeleverancier van de regio.",
]
SAID_ONCE = (
    "KvK nummer", "Wat is de postcode van uw bedrijf?", "In welk jaar is het bedrijf opgericht?",
    forms.STAFF, "Wat was uw omzet vorig jaar?",
)  # fmt: skip
