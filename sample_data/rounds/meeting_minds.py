"""Meeting Minds in West-Brabant: 150 interviews on eleven themes in seventeen municipalities."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import BRABANT_LAST, BRABANT_WORDS, YOUNG_FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.questions import AMBITIONS
from sample_data.making.trades import COMPANIES, MAKERS

SEED = 20267
PEOPLE = 150
TOO_SMALL = (11, 47, 90, 133)
WEST_BRABANT = (
    "Altena", "Alphen-Chaam", "Baarle-Nassau", "Bergen op Zoom", "Breda", "Drimmelen",
    "Etten-Leur", "Geertruidenberg", "Halderberge", "Moerdijk", "Oosterhout", "Roosendaal",
    "Rucphen", "Steenbergen", "Tholen", "Woensdrecht", "Zundert",
)  # fmt: skip
PARTNERS = ["gemeente", "ontwikkelingsmaatschappij", "ondernemersvereniging"]
NEEDS = {
    "ambitie": [
        "Wij willen in vijf jaar verdubbelen en hebben niemand om dat plan tegen te houden.",
        "De ambitie is er, maar het bedrijf is gebouwd op blijven wat we zijn.",
    ],
    "innovatie": [
        "Robots voor kleine series: wie heeft dat al draaien en wat kostte het echt?",
        "We hebben een nieuw product bedacht en geen plek om het te testen.",
        "Robotisering van het inpakken; alleen is de investering te groot.",
    ],
    "duurzaamheid": [
        "Ons dak ligt vol, maar terugleveren mag niet meer. Energie delen met de buren?",
        "Klanten vragen naar onze uitstoot en we meten nog niets.",
    ],
    "nieuwe markten": [
        "Antwerpen ligt op een half uur en we verkopen er niets.",
        "Hoe kom je als toeleverancier binnen bij de offshore en de hightech?",
    ],
    "personeel": [
        "Vakmensen zijn niet te vinden; kunnen we mensen delen met bedrijven die in de winter stil liggen?",
        "Het lukt ons niet jonge technici te houden.",
        "Personeel delen met de buren, maar dan goed geregeld.",
    ],
    "onderwijs": [
        "Stagiairs zat, maar de opleiding sluit niet aan op onze machines.",
        "We willen samen met het mbo een leerlijn, alleen zijn we daarvoor te klein.",
    ],
    "huisvesting": [
        "We groeien uit de hal. Kunnen we ruimte en een heftruck delen op het bedrijventerrein?",
        "De hal staat half leeg en de buren zoeken ruimte; delen van voorzieningen dus.",
    ],
    "financiering": [
        "De bank vraagt meer eigen geld. Hoe word je klaar voor een investeerder?",
        "We hebben een investeerder nodig en geen idee wat hij wil zien.",
        "Groei financieren zonder het huis te verpanden.",
    ],
    "wetgeving": [
        "De vergunning voor onze uitbreiding duurt al twee jaar.",
        "Nieuwe regels voor verpakkingen en we weten niet wat er voor ons geldt.",
    ],
    "netwerken": [
        "We kennen onze buren niet eens; wie doet wat op dit bedrijventerrein?",
        "Ik mis andere makers om mee te sparren over techniek.",
    ],
    "digitalisering": [
        "Drie systemen die niet met elkaar praten; welk ict-bedrijf begrijpt makers?",
        "Data van de machines verzamelen we al, maar niemand doet er iets mee.",
        "Hoe beveilig je een klein bedrijf tegen hackers?",
    ],
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in WEST_BRABANT)
    last, words, trades = BRABANT_LAST, BRABANT_WORDS, [*COMPANIES, *MAKERS]
    staff = Staff(middle=32, spread=0.7, least=10, most=245)
    region = Region(draw, areas, trades, YOUNG_FIRST, last, words, staff)
    tiny = Staff(4, 0.2, 2, 8)
    small = Region(draw, areas, trades, YOUNG_FIRST, last, words, tiny, region.taken)
    people = [
        (small if number in TOO_SMALL else region).person(number) for number in range(1, PEOPLE + 1)
    ]
    write_workbook([_answers(draw, p) for p in people], folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=25), folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    needs = draw.sample(list(NEEDS), draw.choice([1, 2, 2, 3, 4]))
    return (
        forms.company_answers(draw, person, (1950, 2019))
        | {forms.PHASE: draw.choices(["groei", "gevestigd", "overdracht"], weights=[3, 5, 1])[0]}
        | forms.wishes(draw, NEEDS, AMBITIONS, needs[0])
        | {forms.THEMES: forms.ticked(needs)}
        | forms.oneself(draw, ["directeur-eigenaar", "directeur", "bedrijfsleider"], PARTNERS)
    )
