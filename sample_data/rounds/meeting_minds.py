"""Meeting Minds in West-Brabant: 150 interviews on eleven themes in seventeen municipalities.

What is hidden in it: four neighbours on one business park do not know each other, and one has
the hall that the three others look for (``HALL``). Some rivals name each other in the interview.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in, near
from sample_data.making.between import relations
from sample_data.making.career import era
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20267
PEOPLE = 150
TOO_SMALL = (11, 47, 90, 133)
WEST_BRABANT = (
    "Altena", "Alphen-Chaam", "Baarle-Nassau", "Bergen op Zoom", "Breda", "Drimmelen",
    "Etten-Leur", "Geertruidenberg", "Halderberge", "Moerdijk", "Oosterhout", "Roosendaal",
    "Rucphen", "Steenbergen", "Tholen", "Woensdrecht", "Zundert",
)  # fmt: skip
HALL = {
    18: "Onze hal staat sinds de zomer half leeg. Zonde.",
    64: "Heeft per direct achthonderd meter droge opslag nodig, liefst om de hoek.",
    101: "We stapelen buiten. Weet iemand een hal?",
    127: "Zoekt ruimte voor een tweede lijn en vindt niets in de buurt.",
}
AT = "Etten-Leur"
PARTNERS = ["gemeente", "ontwikkelingsmaatschappij", "ondernemersvereniging"]
ROLES = ["directeur-eigenaar", "directeur-eigenaar", "directeur", "DGA", "mede-eigenaar"]


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in WEST_BRABANT)
    park = areas_in(lambda spot: spot.place == AT)
    staff = Staff(middle=32, spread=0.7, least=10, most=245)
    held = trades("crafts", "services", "makers")
    region = Region(draw, areas, held, (1950, 2019), "brabant", staff)
    people: list[Person] = []
    for number in range(1, PEOPLE + 1):
        small = Staff(4, 0.2, 2, 8) if number in TOO_SMALL else None
        trade, close = None, ()
        if number in HALL:
            trade = next(t for t in held if t.sbi == OF_PARK[number])
            close = near(people[min(HALL) - 1].spot, park, 0.1) if number > min(HALL) else park
        years = era(draw, (2, 4, 4, 0))
        people.append(region.person(number, trade=trade, areas=close, years=years, staff=small))
    records = [_answers(draw, region, person) for person in people]
    free = [person for person in people if person.number not in HALL]
    between = relations(draw, free, 6, 5, 4)
    answer(draw, people, records, some_named(draw, free, between, 3, 4), "brabant")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")


OF_PARK = {18: "3100", 64: "4689", 101: "1624", 127: "2829"}
"""The trades of the four on the park."""


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    held, number = texts("needs"), person.number
    needs = draw.sample(list(held.questions), draw.choice([1, 2, 2, 3, 4]))
    needs = ["huisvesting", *(n for n in needs if n != "huisvesting")] if number in HALL else needs
    ticked = draw.sample(needs, len(needs)) if draw.random() < 0.95 else needs[1:] or needs
    record = (
        forms.company_answers(draw, person)
        | {forms.PHASE: forms.phase(draw, person)}
        | forms.wishes(region.dealer, held, person, needs[0])
        | {forms.THEMES: forms.ticked(ticked)}
        | forms.oneself(draw, person, ROLES, PARTNERS)
    )
    if number in HALL:
        record |= {
            forms.QUESTION: HALL[number], forms.THEMES: forms.ticked(needs),
            forms.STATUS: "bevestigd",
        }  # fmt: skip
    return record
