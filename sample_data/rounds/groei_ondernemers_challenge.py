"""Groei-Ondernemers Challenge in Breda: 1,200 from the register, 50 scanned, 24 spoken to.

What is hidden in it: who did best in the talks has not said yes yet (``STAR``, by rank), and two
who know each other as supplier and customer both reached the talks, where the draw had them.

How large a company is decides nowhere: the scores are drawn beside it.
"""

from __future__ import annotations

import random
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.ballots import by_judge
from sample_data.making.between import relations
from sample_data.making.career import NOW
from sample_data.making.coaches import MASTER_COACHES, write_coaches
from sample_data.making.files import (
    write_ballots,
    write_merit,
    write_records,
    write_relations,
    write_workbook,
)
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.register import kvk
from sample_data.making.staff import Staff
from sample_data.making.texts import Dealer, texts
from sample_data.making.trade import trades
from sample_data.making.when import slots

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
SCREENERS = ("Bureau: Lieke", "Bureau: Youssef")
FIRST_LOOK = ("groei in zicht", "vernieuwend", "verhaal van de ondernemer")
LOW, HIGH = 1, 5
INVITED, OTHERS = (24, 30), (10, 23)
"""Of 6 to 30 points in all: who is invited, and who is not."""
MIND = ("leergierig", "samenwerken", "mindset")
JUDGED = (*MIND, "groeipotentie")
WEIGHTS = (4, 4, 4, 3)
"""Four fifths is about mindset."""
ASSESSORS = ("Assessor: Mariëtte", "Assessor: Jeroen")
JURY = ("Bureau", "Gemeente Breda", "Ontwikkelmaatschappij")


def write(folder: Path) -> None:
    """``register.csv``, ``scan.xlsx``, ``talks.csv``; merit, relations, coaches and scores."""
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
    held = {str(record["Nr"]) for record in talks}
    points = {n: STAR if n == star else v for n, v in verdicts}
    cast = random.Random(f"{SEED} scores")
    _write_first_look(cast, people, {p.number for p in invited}, folder / "voorselectie.csv")
    _write_assessed(cast, scanned, held, folder / "assessment.csv")
    write_merit(_write_talks(cast, points, folder / "gesprekken.csv"), folder / "merit.csv")
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
        forms.WHEN: forms.ticked(slots(draw, person.trade.sector)),
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


def _write_first_look(
    draw: random.Random, people: list[Person], invited: set[int], path: Path
) -> None:
    """What two of the bureau scored of everybody who meets the conditions of the register."""
    seen = [p for p in people if p.number % AROUND_EVERY and p.number % OLD_EVERY]
    totals = {
        number_of(p): draw.randint(*(INVITED if p.number in invited else OTHERS)) for p in seen
    }
    rows = by_judge(draw, totals, SCREENERS, len(FIRST_LOOK), (LOW, HIGH))
    write_ballots(["beoordelaar", "applicant_id", *FIRST_LOOK], rows, path)


def _write_assessed(draw: random.Random, scanned: list[Record], held: set[str], path: Path) -> None:
    """Two assessors, whose mean is the mark that the scan tells.

    Of those who promise as much as the last who was spoken to, the others have a point less.
    """
    border = min(_promise(record) for record in scanned if record["Nr"] in held)
    rows: list[list[object]] = []
    for record in scanned:
        marks = [int(str(record[name])) for name in JUDGED]
        apart = [draw.choice((-1, 0, 1)) if mark < max(SCALE) else 0 for mark in marks]
        for judge, sign in zip(ASSESSORS, (1, -1), strict=True):
            own = [mark + sign * by for mark, by in zip(marks, apart, strict=True)]
            own[0] -= sign == 1 and _promise(record) == border and record["Nr"] not in held
            rows.append([judge, record["Nr"], *own])
    rows.sort(key=lambda row: ASSESSORS.index(str(row[0])))
    write_ballots(["beoordelaar", "applicant_id", *JUDGED], rows, path)


def _write_talks(draw: random.Random, points: dict[str, int], path: Path) -> list[tuple[str, str]]:
    """What the jury scored near these points; and the points it comes to, out of a hundred."""
    rows: list[list[object]] = []
    merit = []
    whole = max(SCALE) * len(JURY) * sum(WEIGHTS)
    for who, near in points.items():
        scores = [[round(near / 10) for _ in JUDGED] for _ in JURY]
        for own in scores:
            for at in range(len(own)):
                own[at] = max(min(SCALE), min(max(SCALE), own[at] + draw.choice((-1, 0, 0, 1))))
        _bring_near(draw, scores, near * whole // 100)
        rows += [[judge, who, *own] for judge, own in zip(JURY, scores, strict=True)]
        merit.append((who, f"{100 * _weighed(scores) / whole:.3f}"))
    rows.sort(key=lambda row: JURY.index(str(row[0])))
    write_ballots(["jurylid", "applicant_id", *JUDGED], rows, path)
    return merit


def _weighed(scores: list[list[int]]) -> int:
    return sum(w * one for own in scores for w, one in zip(WEIGHTS, own, strict=True))


def _bring_near(draw: random.Random, scores: list[list[int]], total: int) -> None:
    """One score at a time, until the weighed sum is within the lightest of ``total``."""
    while abs(total - _weighed(scores)) >= max(WEIGHTS):
        step = 1 if _weighed(scores) < total else -1
        inside = [
            (own, at)
            for own in scores
            for at, one in enumerate(own)
            if min(SCALE) <= one + step <= max(SCALE)
        ]
        own, at = draw.choice(inside)
        own[at] += step
