"""Groei-Ondernemers Challenge in Breda: 1,200 from the register, 50 scanned, 24 spoken to.

What is hidden in it: who did best in the talks has not said yes yet (``STAR``, by rank), and two
who know each other as supplier and customer both reached the talks, where the draw had them.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.between import relations
from sample_data.making.career import NOW
from sample_data.making.coaches import MASTER_COACHES, write_coaches
from sample_data.making.files import write_merit, write_records, write_relations, write_workbook
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.register import kvk
from sample_data.making.staff import Staff
from sample_data.making.texts import Dealer, texts
from sample_data.making.trade import trades

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
OLD, YOUNG = (2012, 2019), (2021, 2026)
STAR = 99
"""Points after the talk of who has not said yes yet; nobody has more."""


def write(folder: Path) -> None:
    """``register.csv``, ``scan.xlsx``, ``talks.csv``, with merit, relations and coaches."""
    draw = random.Random(SEED)
    staff = Staff(middle=4, spread=0.9, least=1, most=60)
    breda = areas_in(lambda spot: spot.municipality == "Breda")
    region = Region(draw, breda, trades("young"), YOUNG, "brabant", staff)
    around = areas_in(lambda spot: spot.municipality in AROUND)
    people, register = [], []
    for number in range(1, REGISTERED + 1):
        areas = breda if number % AROUND_EVERY else around
        years = YOUNG if number % OLD_EVERY else OLD
        people.append(region.person(number, areas=areas, years=years))
        register.append(_line(draw, people[-1]))
    fit = [p for p in people if p.number % AROUND_EVERY and p.number % OLD_EVERY and p.age > 0]
    invited = sorted(draw.sample(fit, SCANNED), key=lambda person: person.number)
    region.dealer = Dealer(draw)
    scanned = [_scan(draw, region, person, register[person.number - 1]) for person in invited]
    spoken_to = sorted(scanned, key=_promise, reverse=True)[:SPOKEN_TO]
    star = str(spoken_to[0]["Nr"])
    spoken_to.sort(key=lambda record: str(record["Nr"]))
    talks = [record | {"Stap": "gesprek", forms.STATUS: "bevestigd"} for record in spoken_to]
    for record in talks:
        if record["Nr"] == star:
            record[forms.STATUS] = "waarschijnlijk"
    verdicts = [(str(r["Nr"]), _verdict(draw, r)) for r in talks]
    write_records(register, folder / "register.csv")
    write_workbook(scanned, folder / "scan.xlsx")
    write_records(talks, folder / "talks.csv")
    write_merit([(n, STAR if n == star else v) for n, v in verdicts], folder / "merit.csv")
    held = {str(record["Nr"]) for record in talks}
    between = relations(draw, [p for p in invited if number_of(p) in held], 2, 2, 2)
    write_relations(
        [(number_of_id(a), number_of_id(b), *rest) for a, b, *rest in between],
        folder / "relations.csv",
    )
    write_coaches(MASTER_COACHES, folder)


def number_of(person: Person) -> str:
    """What the bureau calls somebody in all its lists."""
    return number_of_id(str(person.number))


def number_of_id(number: str) -> str:
    """The same, of a number."""
    return f"B{int(number):04}"


def _line(draw: random.Random, person: Person) -> Record:
    """What the register says: no name, no e-mail address, no answers."""
    return {
        "Nr": number_of(person),
        "Bedrijfsnaam": person.company,
        "KvK nummer": str(kvk(draw, person.founded, person.spot.province)),
        "SBI-code": person.trade.sbi,
        "Postcode": person.area,
        "Vestigingsplaats": person.spot.place,
        "Opgericht": person.founded,
        "Medewerkers": "" if draw.random() < 0.04 else forms.band(max(1, round(person.fte))),
        "Stap": "uittreksel",
    }


def _scan(draw: random.Random, region: Region, person: Person, line: Record) -> Record:
    """What the form and the scan add."""
    wishes = forms.wishes(region.dealer, texts("young"), person)
    said = region.told(person)
    return {
        **line,
        "Stap": "scan",
        "Naam": person.name,
        "E-mail": person.email,
        "Wat doet uw bedrijf?": said["activity"],
        "Wat kunt u anderen bieden?": said["offer"],
        forms.PHASE: "start" if NOW - person.founded <= 1 else "groei",
        forms.STAFF: forms.staff(draw, person.fte),
        forms.TURNOVER: forms.turnover(draw, person.turnover),
        **wishes,
        "leergierig": _mark(draw),
        "samenwerken": _mark(draw),
        "mindset": _mark(draw),
        "groeipotentie": _mark(draw),
        forms.EXPERIENCE: person.experience,
        forms.WHEN: forms.ticked(forms.slots(draw, person.trade.sector)),
        forms.STATUS: draw.choices(["bevestigd", "waarschijnlijk"], weights=[9, 1])[0],
    }


def _mark(draw: random.Random) -> int:
    return draw.choices(SCALE, weights=[1, 2, 3, 5, 6, 4, 2])[0]


def _promise(record: Record) -> int:
    """Four fifths is mindset; the rest is what the company can become."""
    mind = sum(int(str(record[q])) for q in ("leergierig", "samenwerken", "mindset"))
    return 4 * mind + 3 * int(str(record["groeipotentie"]))


def _verdict(draw: random.Random, record: Record) -> int:
    """Points out of a hundred after the talk; only the star has as many as ``STAR``."""
    return min(STAR - 2, round(_promise(record) * 100 / 150 + draw.uniform(-6, 6)))
