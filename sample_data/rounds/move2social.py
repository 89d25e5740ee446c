"""Move2Social in Twente: 48 start-ups with a social purpose, and the votes of ten partners."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_merit, write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import EAST_LAST, YOUNG_FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.starters import STARTER_AMBITIONS, STARTER_THEMES
from sample_data.making.trades import SOCIAL

SEED = 20262
PEOPLE = 48
SHORTLIST = 24
VOTERS = 10
PARTNERS = ["Saxion", "gemeente", "Rabobank", "Oost NL", "via een ander"]
TOO_OLD = (5, 23, 37, 44)
NOT_THEMSELVES = (9, 31, 40)
PROFIT_FIRST = (16, 27)
NOT_READY = (12, 34)
SILENT = (20, 41)
"""Who left the statements open."""

TWENTE = (
    "Almelo", "Borne", "Dinkelland", "Enschede", "Haaksbergen", "Hellendoorn", "Hengelo",
    "Hof van Twente", "Losser", "Oldenzaal", "Rijssen-Holten", "Tubbergen", "Twenterand", "Wierden",
)  # fmt: skip
WORDS = ["Tweekans", "Samen", "Noaber", "Dinkel", "Regge", "Twentekanaal", "Spinnerij", "Janninks", "Roombeek", "Kiemkracht", "Meedoen", "Volzin", "Rondom", "Buurtkracht"]  # fmt: skip
IMPACT = {
    "schoonmaak": "Werk", "interieur": "Werk", "textiel": "Werk", "horeca": "Werk",
    "kringloop": "Minder afval", "voeding": "Minder afval", "agro": "Gezondheid",
    "zorg": "Gezondheid", "ict": "Meedoen", "opleiding": "Werk", "installatie": "Energie",
    "transport": "Meedoen",
}  # fmt: skip


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx``, ``relations.csv`` and ``merit.csv``."""
    draw = random.Random(SEED)
    region = Region(
        draw,
        areas_in(lambda spot: spot.municipality in TWENTE),
        SOCIAL,
        YOUNG_FIRST,
        EAST_LAST,
        WORDS,
        Staff(middle=3, spread=0.6, least=1, most=14),
    )
    people = [region.person(number) for number in range(1, PEOPLE + 1)]
    records = [_answers(draw, person) for person in people]
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(relations(draw, people, rivals=8), folder / "relations.csv")
    write_merit(_votes(draw, records), folder / "merit.csv")


def _answers(draw: random.Random, person: Person) -> Record:
    number = person.number
    years = (2014, 2020) if number in TOO_OLD else (2024, 2026)
    return (
        forms.company_answers(draw, person, years)
        | forms.wishes(draw, STARTER_THEMES, STARTER_AMBITIONS)
        | {"impact": IMPACT[person.trade.sector]}
        | _statements(draw, number)
        | forms.oneself(draw, ["oprichter", "mede-oprichter"], PARTNERS, (9, 1, 1))
        | {
            forms.EXPERIENCE: draw.choices([0, 1, 2, 3, 5, 12, 20], weights=[4, 6, 6, 4, 2, 2, 1])[
                0
            ]
        }
    )


def _statements(draw: random.Random, number: int) -> Record:
    """Ja or Nee to what the programme asks of everybody."""
    said = {
        "voert zelf uit": number not in NOT_THEMSELVES,
        "maatschappelijk doel voorop": number not in PROFIT_FIRST,
        "winst terug in bedrijf": True,
        "klaar voor de markt": number not in NOT_READY,
        "nog te leren": True,
    }
    answers: Record = {name: "Ja" if yes else "Nee" for name, yes in said.items()}
    if number in SILENT:
        answers |= dict.fromkeys(("winst terug in bedrijf", "klaar voor de markt"), "")
    return answers | {"voorbereid": draw.randint(4, 10)}


def _votes(draw: random.Random, records: Sequence[Record]) -> list[tuple[str, int]]:
    """Partners who voted for each: the shortlist is the best prepared, the others had no vote."""
    refused = {*TOO_OLD, *NOT_THEMSELVES, *PROFIT_FIRST, *NOT_READY}
    fit = [r for r in records if r["ID"] not in refused]
    fit.sort(key=lambda r: (-int(str(r["voorbereid"])), int(str(r["ID"]))))
    shortlist = {r["ID"] for r in fit[:SHORTLIST]}
    votes = []
    for record in records:
        likely = int(str(record["voorbereid"])) / 12
        tally = sum(draw.random() < likely for _ in range(VOTERS))
        votes.append((str(record["ID"]), tally if record["ID"] in shortlist else 0))
    return votes
