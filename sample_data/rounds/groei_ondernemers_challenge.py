"""Groei-Ondernemers Challenge in Breda: 1,200 from the register, 50 scanned, 24 spoken to."""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.between import relations
from sample_data.making.files import write_merit, write_records, write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.names import BRABANT_LAST, BRABANT_WORDS, YOUNG_FIRST
from sample_data.making.people import Person, Region, Staff, areas_in
from sample_data.making.starters import STARTER_AMBITIONS, STARTER_THEMES
from sample_data.making.trades import YOUNG

SEED = 20263
REGISTERED = 1200
SCANNED = 50
SPOKEN_TO = 24
OLD_EVERY = 9
"""Every ninth company is older than the programme wants."""
AROUND_EVERY = 25
"""Every twenty-fifth has left Breda for a municipality beside it."""
AROUND = ("Etten-Leur", "Oosterhout", "Drimmelen", "Zundert")
SCALE = range(4, 11)


def write(folder: Path) -> None:
    """``register.csv``, ``scan.xlsx``, ``talks.csv``, with ``merit.csv`` and ``relations.csv``."""
    draw = random.Random(SEED)
    staff = Staff(middle=4, spread=0.9, least=1, most=60)
    breda = areas_in(lambda spot: spot.municipality == "Breda")
    region = Region(draw, breda, YOUNG, YOUNG_FIRST, BRABANT_LAST, BRABANT_WORDS, staff)
    around = areas_in(lambda spot: spot.municipality in AROUND)
    people, register = [], []
    for number in range(1, REGISTERED + 1):
        region.areas = breda if number % AROUND_EVERY else around
        people.append(region.person(number))
        register.append(_line(draw, people[-1]))
    fit = [n for n in range(1, REGISTERED + 1) if n % AROUND_EVERY and n % OLD_EVERY]
    invited = [people[n - 1] for n in sorted(draw.sample(fit, SCANNED))]
    scanned = [_scan(draw, person, register[person.number - 1]) for person in invited]
    spoken_to = sorted(scanned, key=_promise, reverse=True)[:SPOKEN_TO]
    spoken_to.sort(key=lambda record: str(record["Nr"]))
    talks = [record | {"Stap": "gesprek", forms.STATUS: "bevestigd"} for record in spoken_to]
    write_records(register, folder / "register.csv")
    write_workbook(scanned, folder / "scan.xlsx")
    write_records(talks, folder / "talks.csv")
    write_merit([(str(r["Nr"]), _verdict(draw, r)) for r in talks], folder / "merit.csv")
    names = {str(person.number): number_of(person) for person in invited}
    held = {str(record["Nr"]) for record in talks}
    between = relations(draw, invited, rivals=60)
    known = [(names.get(a, a), names.get(b, b), *rest) for a, b, *rest in between]
    write_relations([row for row in known if {*row[:2]} <= held], folder / "relations.csv")


def number_of(person: Person) -> str:
    """What the bureau calls somebody in all its lists."""
    return f"B{person.number:04}"


def _line(draw: random.Random, person: Person) -> Record:
    """What the register says: no name, no e-mail address, no answers."""
    years = (2021, 2026) if person.number % OLD_EVERY else (2012, 2019)
    return {
        "Nr": number_of(person),
        "Bedrijfsnaam": person.company,
        "KvK nummer": str(draw.randint(60_000_000, 97_999_999)),
        "SBI-code": person.trade.sbi,
        "Postcode": person.area,
        "Vestigingsplaats": person.spot.place,
        "Opgericht": draw.randint(*years),
        "Medewerkers": "" if draw.random() < 0.04 else forms.band(max(1, round(person.fte))),
        "Stap": "uittreksel",
    }


def _scan(draw: random.Random, person: Person, line: Record) -> Record:
    """What the form and the scan add."""
    wishes = forms.wishes(draw, STARTER_THEMES, STARTER_AMBITIONS)
    return {
        **line,
        "Stap": "scan",
        "Naam": person.name,
        "E-mail": person.email,
        "Wat doet uw bedrijf?": person.trade.activity,
        "Wat kunt u anderen bieden?": person.trade.offer,
        forms.PHASE: draw.choices(["start", "groei"], weights=[1, 3])[0],
        forms.STAFF: forms.staff(draw, person.fte),
        "Wat was uw omzet vorig jaar?": forms.turnover(draw, person.turnover),
        **wishes,
        "leergierig": _mark(draw),
        "samenwerken": _mark(draw),
        "mindset": _mark(draw),
        "groeipotentie": _mark(draw),
        forms.EXPERIENCE: draw.randint(1, 14),
        forms.WHEN: forms.slots(draw),
        forms.STATUS: draw.choices(["bevestigd", "waarschijnlijk"], weights=[9, 1])[0],
    }


def _mark(draw: random.Random) -> int:
    return draw.choices(SCALE, weights=[1, 2, 3, 5, 6, 4, 2])[0]


def _promise(record: Record) -> int:
    """Four fifths is mindset; the rest is what the company can become."""
    mind = sum(int(str(record[q])) for q in ("leergierig", "samenwerken", "mindset"))
    return 4 * mind + 3 * int(str(record["groeipotentie"]))


def _verdict(draw: random.Random, record: Record) -> int:
    """Points out of a hundred after the talk."""
    return round(_promise(record) * 100 / 150 + draw.uniform(-6, 6))
