"""Circles on social and organisational innovation in Overijssel: 36 companies of 5 to 250 staff."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import OVERIJSSEL_WORDS
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.questions import AMBITIONS
from sample_data.making.trades import COMPANIES

SEED = 20266
PEOPLE = 36
TOO_SMALL = (6, 29)
PARTNERS = ["provincie", "hogeschool", "MKB Overijssel", "een pionier", "VNO-NCW"]
THEMES = {
    "Zelfstandige teams": [
        "We willen dat teams zelf hun planning maken, maar iedereen wacht op de baas. Hoe krijg je zelfstandige teams?",
        "Zelf roosteren is mislukt; nu durft niemand meer. Hoe pak je het anders aan?",
        "Teams beslissen wel over koffie, niet over klanten. Waar ligt de grens?",
    ],
    "Duurzaam inzetbaar": [
        "Onze vakmensen worden ouder en het werk is zwaar. Hoe blijven ze gezond aan het werk?",
        "Verzuim van vijftigplussers loopt op; we zoeken ander werk binnen ons eigen bedrijf.",
        "Werkdruk en verzuim: we weten wat er speelt, maar niet wat helpt.",
    ],
    "Leren op de werkvloer": [
        "Oudere monteurs weten alles en schrijven niets op. Hoe leren jongeren van hen op de werkvloer?",
        "Cursussen leveren weinig op. We willen dat leren in het werk zelf gebeurt.",
        "Nieuwe mensen leren het vak te langzaam; een bedrijfsschool is voor ons te groot.",
    ],
    "Slimmer werken met techniek": [
        "De robot staat er, maar niemand wil ermee werken. Hoe neem je mensen mee in techniek?",
        "Met tablets op de werkvloer zou het sneller kunnen. De mensen zien het nut niet.",
        "We automatiseren en willen niemand kwijt; hoe verandert dan het werk?",
    ],
    "Anders leidinggeven": [
        "Onze voormannen zijn goede vaklui en moeten nu coachen. Hoe leer je leidinggeven?",
        "Ik wil minder sturen en meer vragen, maar onder druk val ik terug.",
        "Een platte organisatie, zonder dat niemand meer beslist: hoe geef je dan leiding?",
    ],
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx`` and ``relations.csv``."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.province == "Overijssel")
    region = Region(
        draw,
        areas,
        COMPANIES,
        words=OVERIJSSEL_WORDS,
        staff=Staff(middle=28, spread=0.75, least=7, most=230),
    )
    small = Region(
        draw,
        areas,
        COMPANIES,
        words=OVERIJSSEL_WORDS,
        staff=Staff(2, 0.1, 2, 3),
        taken=region.taken,
    )
    people = [
        (small if number in TOO_SMALL else region).person(number) for number in range(1, PEOPLE + 1)
    ]
    write_workbook([_answers(draw, p) for p in people], folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=8), folder / "relations.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    roles = ["directeur-eigenaar", "HR-manager", "bedrijfsleider", "productiemanager"]
    return (
        forms.company_answers(draw, person, (1955, 2016))
        | {forms.PHASE: draw.choices(["groei", "gevestigd"], weights=[1, 2])[0]}
        | forms.wishes(draw, THEMES, AMBITIONS)
        | forms.oneself(draw, roles, PARTNERS)
    )
