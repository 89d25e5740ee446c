"""Move2Social in Twente: 48 start-ups with a social purpose, and the votes of ten partners.

What is hidden in it:

- Who got all ten votes has not said yes yet: somebody to call (``STAR``).
- One is refused because no profit goes back into the company, and writes that there is no profit
  yet (``MISREAD``): a question misread.
- One applied twice before (``WAITED``), and is just above the line or just below it.
- Two in one line of work name each other as rivals; the bureau did not know.
- Of the partners two know a company with an interest and do not vote on it (``INTERESTS``), one
  abstains twice, and one did not come to the last dossiers. None of that counts as a no.
- One partner voted on somebody who was refused before (``OUT_ALREADY``): told, and not counted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from sample_data.making import forms
from sample_data.making.areas import areas_in
from sample_data.making.ballots import by_judge, yes_or_no
from sample_data.making.between import relations
from sample_data.making.coaches import MENTORS, write_coaches
from sample_data.making.files import (
    write_ballots,
    write_merit,
    write_relations,
    write_workbook,
)
from sample_data.making.forms import Record
from sample_data.making.people import Person, Region
from sample_data.making.places import COUNTRY
from sample_data.making.rivals import answer, some_named
from sample_data.making.staff import Staff
from sample_data.making.texts import texts
from sample_data.making.trade import trades

SEED = 20262
PEOPLE = 48
SHORTLIST = 24
VOTERS = 10
PARTNERS = ["Saxion", "gemeente", "Rabobank", "Oost NL", "via een ander"]
TOO_OLD = (5, 23, 37, 44)
NOT_THEMSELVES = (9, 31, 40)
PROFIT_FIRST = (16, 27)
NOT_READY = (12, 34)
MISREAD = 29
NO_PROFIT = "Winst gaat niet terug in het bedrijf, want die is er nog niet."
SILENT = (20, 41)
"""Who left the statements open."""
STAR = 21
WAITED = 14
THIRD_TIME = "Dit is de derde keer dat ik mij aanmeld."
FEW_VOTES = 5
"""Votes of who waited."""
SCREENERS = ("Bureau: Esther", "Bureau: Wim")
CRITERIA = ("plan", "maatschappelijke waarde", "voorbereiding")
LOW, HIGH = 1, 5
BEST, STEP = 28, 2
"""Of 6 to 30 points in all the first has so many; every second one after it has one less."""
VOTING = (
    "Saxion", "Gemeente Enschede", "Gemeente Hengelo", "Rabobank", "Oost NL", "MKB Twente",
    "ROC van Twente", "Stimuleringsfonds", "Kamer van Koophandel", "Sociaal Fonds Twente",
)  # fmt: skip
INTERESTS = {("Rabobank", 46): "belang", ("Oost NL", 11): "belang"}
ABSTAINED = {("MKB Twente", 2): "onthouding", ("MKB Twente", 22): "onthouding"}
NOT_FINISHED = {("Gemeente Hengelo", 48): "", ("Gemeente Hengelo", 26): ""}
OUT_ALREADY = 40
"""A ``nee`` at the condition ``voert zelf uit``, and a partner voted on them all the same."""


def write(folder: Path) -> None:
    """``aanmeldingen.xlsx``, ``relations.csv``, ``merit.csv``, ``coaches.csv`` and the ballots."""
    draw = random.Random(SEED)
    areas = areas_in(lambda spot: spot.municipality in COUNTRY["Twente"])
    staff = Staff(middle=3, spread=0.6, least=1, most=14)
    region = Region(draw, areas, trades("social"), (2024, 2026), "east", staff)
    people = [
        region.person(number, years=(2014, 2020) if number in TOO_OLD else None)
        for number in range(1, PEOPLE + 1)
    ]
    records = [_answers(draw, region, person) for person in people]
    between = relations(draw, people, 1, 2, 2)
    answer(draw, people, records, some_named(draw, people, between), "east")
    write_workbook(records, folder / "aanmeldingen.xlsx")
    write_relations(between, folder / "relations.csv")
    votes = _votes(draw, records)
    write_merit(votes, folder / "merit.csv")
    cast = random.Random(f"{SEED} ballots")
    _write_screened(cast, records, folder / "voorselectie.csv")
    _write_partners(cast, people, dict(votes), records, folder / "stemmen.csv")
    write_coaches(MENTORS, folder)


def _answers(draw: random.Random, region: Region, person: Person) -> Record:
    number = person.number
    before = draw.choices([0, 0, 3, 9, 18], weights=[10, 5, 4, 4, 3])[0]
    record = (
        forms.company_answers(draw, person)
        | forms.wishes(region.dealer, texts("young"), person)
        | {"impact": person.trade.impact}
        | _statements(draw, number)
        | forms.oneself(draw, person, ["oprichter", "mede-oprichter"], PARTNERS, (9, 1, 1))
        | {forms.EXPERIENCE: person.age + min(before, max(0, person.facts.old - 25))}
    )
    if number == STAR:
        record |= {forms.STATUS: "waarschijnlijk", "voorbereid": 10}
    if number in {WAITED, MISREAD}:
        more = THIRD_TIME if number == WAITED else NO_PROFIT
        said = str(record[forms.QUESTION])
        record |= {forms.QUESTION: f"{said} {more}", "voorbereid": 8, forms.STATUS: "bevestigd"}
    return record


def _statements(draw: random.Random, number: int) -> Record:
    """Ja or Nee to what the programme asks of everybody."""
    said = {
        "voert zelf uit": number not in NOT_THEMSELVES,
        "maatschappelijk doel voorop": number not in PROFIT_FIRST,
        "winst terug in bedrijf": number != MISREAD,
        "klaar voor de markt": number not in NOT_READY,
        "nog te leren": True,
    }
    answers: Record = {name: "Ja" if yes else "Nee" for name, yes in said.items()}
    if number in SILENT:
        answers |= dict.fromkeys(("winst terug in bedrijf", "klaar voor de markt"), "")
    return answers | {"voorbereid": draw.randint(4, 10)}


def _votes(draw: random.Random, records: Sequence[Record]) -> list[tuple[str, int]]:
    """Partners who voted for each: the shortlist is the best prepared, the others had no vote."""
    shortlist = {r["ID"] for r in _best_prepared(records)[:SHORTLIST]}
    sure = {STAR: VOTERS, WAITED: FEW_VOTES}
    votes = []
    for record in records:
        likely = int(str(record["voorbereid"])) / 12
        tally = min(VOTERS - 1, sum(draw.random() < likely for _ in range(VOTERS)))
        tally = sure.get(int(str(record["ID"])), tally)
        votes.append((str(record["ID"]), tally if record["ID"] in shortlist else 0))
    return votes


def _best_prepared(records: Sequence[Record]) -> list[Record]:
    """Who meets the conditions, from who is best prepared."""
    refused = {*TOO_OLD, *NOT_THEMSELVES, *PROFIT_FIRST, *NOT_READY, MISREAD}
    fit = [r for r in records if r["ID"] not in refused]
    return sorted(fit, key=lambda r: (-int(str(r["voorbereid"])), int(str(r["ID"]))))


def _write_screened(draw: random.Random, records: Sequence[Record], path: Path) -> None:
    """What two of the bureau scored: the best prepared come to the most points."""
    totals = {
        str(record["ID"]): BEST - (place - place % STEP) // STEP
        for place, record in enumerate(_best_prepared(records))
    }
    rows = by_judge(draw, totals, SCREENERS, len(CRITERIA), (LOW, HIGH))
    write_ballots(["beoordelaar", "applicant_id", *CRITERIA], rows, path)


def _write_partners(
    draw: random.Random,
    people: Sequence[Person],
    votes: dict[str, int],
    records: Sequence[Record],
    path: Path,
) -> None:
    """A row a candidate, a column a partner; as many say yes as ``merit.csv`` has votes."""
    shortlist = [int(str(r["ID"])) for r in _best_prepared(records)[:SHORTLIST]]
    told = {**INTERESTS, **ABSTAINED, **NOT_FINISHED}
    rows: list[list[object]] = []
    for number in sorted([*shortlist, OUT_ALREADY]):
        silent = {voter: said for (voter, who), said in told.items() if who == number}
        if number == OUT_ALREADY:
            silent = dict.fromkeys(VOTING[1:], "")
        tally = 1 if number == OUT_ALREADY else votes[str(number)]
        cells = yes_or_no(draw, tally, VOTING, silent)
        rows.append([number, people[number - 1].company, *cells])
    write_ballots(["applicant_id", "bedrijf", *VOTING], rows, path)
