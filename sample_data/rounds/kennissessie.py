"""A session of the Veluwe Portaal: HR people of ninety organisations at small tables.

What is hidden in it:

- Six people mean the same, care for a relative beside a job, and say it under six different
  themes and in different words (``CARERS``): they would be a table.
- Some directors do HR themselves, and say so; the condition looks at what they are called.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.files import write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20272
PEOPLE = 90
VELUWE = ("Elburg", "Epe", "Ermelo", "Harderwijk", "Hattem", "Heerde", "Nunspeet", "Oldebroek", "Putten")  # fmt: skip
ROLES = ["HR-manager", "HR-adviseur", "hoofd P&O", "personeelsadviseur"]
DIRECTORS = (16, 38, 57, 83)
THEMSELVES = "Ik ben directeur en doe de personeelszaken er zelf bij."
PARTNERS = ["Veluwe Portaal", "gemeente", "werkgeversvereniging"]
CARERS = {
    6: ("Verzuim", "Een op de vijf zorgt thuis voor een ouder en meldt zich dan maar ziek."),
    23: ("Nieuwe wetgeving", "Zorgverlof: wat mag, wat moet, en wat betaalt wie?"),
    34: ("Mobiliteit", "Minder uren of een baan dichter bij huis voor wie mantelzorger wordt."),
    52: ("Leren en ontwikkelen", "Leidinggevenden weten niet wie er mantelzorg geeft en vragen er niet naar."),
    68: ("Werven", "We willen ook mensen aannemen die voor een ziek kind of een vader zorgen."),
    79: ("Verzuim", "Hoe kijken anderen naar verzuim door mantelzorg?"),
}  # fmt: skip
"""Number → what they tick and what they write."""


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in VELUWE)
    staff = Staff(middle=140, spread=0.5, least=30, most=900)
    region = Region(draw, areas, trades("organisations"), (1920, 2010), "veluwe", staff)
    people = [region.person(number) for number in range(1, PEOPLE + 1)]
    records = [_answers(draw, region, person) for person in people]
    write_workbook(records, folder / "aanmeldingen.xlsx")


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    number = person.number
    roles = ["directeur"] if number in DIRECTORS else ROLES
    theme, said = CARERS.get(number, (None, ""))
    record = (
        forms.company_answers(draw, person)
        | {"sector": person.trade.sector}
        | forms.wishes(region.dealer, texts("hr"), person, theme)
        | forms.oneself(draw, person, roles, PARTNERS, (9, 1, 2), owners=False)
    )
    if number in DIRECTORS[:2]:
        said = f"{record[forms.QUESTION]} {THEMSELVES}"
    return record | ({forms.QUESTION: said} if said else {})
