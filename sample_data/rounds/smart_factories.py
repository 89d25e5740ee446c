"""Region of Smart Factories in the North: forty organisations round twelve market questions."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import FIRST, NORTH_LAST, NORTH_WORDS
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.trades import INSTITUTES, MAKERS, SUPPLIERS

SEED = 20271
PROVINCES = ("Groningen", "Friesland", "Drenthe")
ROLES = ["technologieleverancier", "maakbedrijf", "kennisinstelling"]
MIX = [ROLES[0]] * 13 + [ROLES[1]] * 14 + [ROLES[2]] * 13
OF_ROLE = {ROLES[0]: SUPPLIERS, ROLES[1]: MAKERS, ROLES[2]: INSTITUTES}
PARTNERS = ["ontwikkelingsmaatschappij", "FME", "provincie", "universiteit"]
AMBITIONS = ["Een proef die echt draait.", "Van proef naar product.", "Kennis die de regio houdt."]
QUESTIONS = {
    "voorspellend onderhoud": ["Wanneer gaat een lager stuk? We willen onderhoud voorspellen met data van sensoren."],
    "flexibele robots": ["Een robot die elke dag iets anders oppakt, zonder programmeur."],
    "kwaliteitscontrole": ["Fouten in het oppervlak zien met een camera, voor het product de lijn af is."],
    "digitale tweeling": ["Een digitale tweeling van de lijn om een omstelling eerst te proberen."],
    "3D-printen": ["Reserveonderdelen printen in metaal, en weten of ze sterk genoeg zijn."],
    "energie in de fabriek": ["Machines laten draaien als er stroom genoeg is; slim met energie."],
    "data delen in de keten": ["Data delen met klant en leverancier zonder dat een ander meekijkt."],
    "mens en machine": ["Werkinstructies met een bril, zodat een nieuwe medewerker het meteen goed doet."],
    "kleine series": ["Eén stuk maken voor de prijs van honderd: kleine series zonder omstellen."],
    "circulaire materialen": ["Gerecycled kunststof gedraagt zich elke dag anders. Hoe stel je de machine bij?"],
    "veilige netwerken": ["De machines hangen aan het internet. Hoe houd je indringers buiten?"],
    "autonoom transport": ["Karretjes die zelf door de hal rijden, tussen de heftrucks en de mensen."],
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province in PROVINCES)
    staff = Staff(middle=45, spread=0.7, least=5, most=400)
    region = Region(draw, areas, MAKERS, FIRST, NORTH_LAST, NORTH_WORDS, staff)
    people, records = [], []
    for number, role in enumerate(MIX, 1):
        region.trades = OF_ROLE[role]
        people.append(region.person(number))
        records.append(_answers(draw, people[-1], role))
    write_workbook(records, folder / "aanmeldingen.xlsx")
    firms = [person for person in people if MIX[person.number - 1] != ROLES[2]]
    held = {str(person.number) for person in firms}
    between = [row for row in relations(draw, people, rivals=8) if {*row[:2]} <= held]
    write_relations(between, folder / "relations.csv")


def _answers(draw: random.Random, person: Person, role: str) -> Record:
    asked = list(QUESTIONS)[(person.number - 1) % len(QUESTIONS)]
    also = draw.sample(list(QUESTIONS), draw.choice([1, 2, 2]))
    return (
        forms.company_answers(draw, person, (1955, 2021))
        | {
            forms.QUESTION: draw.choice(QUESTIONS[asked]),
            forms.THEMES: forms.ticked([asked, *also]),
            "vermogen": asked,
        }
        | forms.oneself(draw, [role], PARTNERS)
    )
