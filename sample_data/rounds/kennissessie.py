"""A session of the Veluwe Portaal: HR people of ninety organisations at small tables."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.files import write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import EAST_LAST, VELUWE_WORDS, YOUNG_FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.trades import ORGANISATIONS

SEED = 20272
PEOPLE = 90
VELUWE = ("Elburg", "Epe", "Ermelo", "Harderwijk", "Hattem", "Heerde", "Nunspeet", "Oldebroek", "Putten")  # fmt: skip
ROLES = ["HR-manager", "HR-adviseur", "hoofd P&O", "personeelsadviseur", "directeur"]
PARTNERS = ["Veluwe Portaal", "gemeente", "werkgeversvereniging"]
QUESTIONS = {
    "Verzuim": [
        "Kort verzuim loopt op sinds de zomer. Wat doen jullie in de eerste week van een ziekmelding?",
        "Verzuim door werkdruk: wij praten er te laat over.",
        "Hoe kijken anderen naar verzuim door mantelzorg?",
    ],
    "Werven": [
        "Vacatures staan maanden open. Wat werkt wel bij het werven in deze regio?",
        "Wij halen jongeren binnen via stages; hoe houd je ze daarna?",
        "Een gezamenlijke wervingscampagne voor de Veluwe: wie doet mee?",
    ],
    "Mobiliteit": [
        "Mensen zitten vast in hun baan. Kunnen we medewerkers met elkaar ruilen?",
        "Een loopbaan bij ons stopt na tien jaar; mobiliteit tussen bedrijven zou helpen.",
        "Van zwaar werk naar licht werk bij een andere werkgever: hoe regel je dat?",
    ],
    "Leren en ontwikkelen": [
        "Het opleidingsgeld blijft liggen. Hoe krijg je mensen aan het leren?",
        "Laaggeletterdheid op de werkvloer: hoe begin je het gesprek?",
        "Leidinggevenden leren coachen, wie heeft daar ervaring mee?",
    ],
    "Nieuwe wetgeving": [
        "Wat betekent de nieuwe wet voor flexwerkers in ons rooster?",
        "Loontransparantie komt eraan en wij hebben geen functiehuis.",
        "De nieuwe pensioenregels uitleggen aan medewerkers: hoe doen jullie dat?",
    ],
}  # fmt: skip
AMBITIONS = [
    "Minder verzuim.",
    "Een werkgever waar mensen blijven.",
    "Samen met de buren opleiden.",
]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in VELUWE)
    staff = Staff(middle=140, spread=0.5, least=30, most=900)
    region = Region(draw, areas, ORGANISATIONS, YOUNG_FIRST, EAST_LAST, VELUWE_WORDS, staff)
    people = [region.person(number) for number in range(1, PEOPLE + 1)]
    write_workbook([_answers(draw, person) for person in people], folder / "aanmeldingen.xlsx")


def _answers(draw: random.Random, person: Person) -> Record:
    return (
        forms.company_answers(draw, person, (1920, 2010))
        | {"sector": person.trade.sector}
        | forms.wishes(draw, QUESTIONS, AMBITIONS)
        | forms.oneself(draw, ROLES, PARTNERS, (9, 1, 2))
    )
