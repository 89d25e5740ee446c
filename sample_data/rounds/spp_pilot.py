"""Strategic staff planning in Noordoost-Brabant: 24 companies with HR policy of their own."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import BRABANT_LAST, BRABANT_WORDS, FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.trades import MAKERS, ORGANISATIONS

SEED = 20270
PEOPLE = 24
TOO_SMALL = (4, 18)
NO_POLICY = (11,)
REGION = (
    "'s-Hertogenbosch", "Bernheze", "Boekel", "Boxtel", "Heusden", "Land van Cuijk", "Maashorst",
    "Meierijstad", "Oss", "Sint-Michielsgestel", "Vught",
)  # fmt: skip
ROLES = ["HR-manager", "directeur", "hoofd personeel en organisatie"]
PARTNERS = ["AgriFood Capital", "gemeente", "UWV", "vakbond", "werkgeversvereniging"]
AMBITIONS = [
    "Over drie jaar weten we een jaar vooruit wie we nodig hebben.",
    "Minder uitzendkrachten en meer vaste vakmensen.",
    "Iedereen heeft over vijf jaar nog werk dat bij hem past.",
]
QUESTIONS = {
    "Wie gaat er weg": [
        "Een derde van onze mensen is over tien jaar met pensioen. Hoe bereid je dat voor?",
        "We verliezen kennis als de oudste vakmensen met pensioen gaan.",
        "Vertrek komt altijd als verrassing; we willen het zien aankomen.",
    ],
    "Welk werk verandert": [
        "Door robots verdwijnt werk en komt er ander werk. Wie kan de overstap maken?",
        "Welke functies hebben we over vijf jaar nog? We hebben geen beeld.",
        "Ons werk wordt technischer en onze mensen zijn opgeleid voor gisteren.",
    ],
    "Waar vinden we mensen": [
        "Elk jaar veertig vacatures en twintig sollicitanten. Werven alleen is het antwoord niet.",
        "We concurreren met de buren om dezelfde mensen; kunnen we dat samen plannen?",
        "Seizoenskrachten, flex en vast: hoe maak je er één planning van?",
    ],
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in REGION)
    last, words, trades = BRABANT_LAST, BRABANT_WORDS, [*MAKERS, *ORGANISATIONS]
    staff = Staff(middle=150, spread=0.45, least=80, most=600)
    region = Region(draw, areas, trades, FIRST, last, words, staff)
    small = Region(draw, areas, trades, FIRST, last, words, Staff(30, 0.2, 20, 45), region.taken)
    people = [
        (small if number in TOO_SMALL else region).person(number) for number in range(1, PEOPLE + 1)
    ]
    write_workbook([_answers(draw, p) for p in people], folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=3), folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    return (
        forms.company_answers(draw, person, (1935, 2005))
        | forms.wishes(draw, QUESTIONS, AMBITIONS)
        | {"hr-beleid": "Nee" if person.number in NO_POLICY else "Ja"}
        | forms.oneself(draw, ROLES, PARTNERS, (9, 1, 3))
    )
