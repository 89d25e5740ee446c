"""Makes the sample round of Overijssel and Gelderland: ``python -m sample_data.overijssel.generate``.

Everybody in it is made up; the same seed gives the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
import random
from pathlib import Path

import xlsxwriter

from cohorts.intake.places import postcodes
from sample_data.overijssel.texts import (
    AMBITIONS,
    COMPANIES,
    FIRST,
    KIND,
    LAST,
    PARTNERS,
    PHASES,
    SECOND,
    SLOTS,
    THEMES,
)

SEED = 20261
PEOPLE = 96
TWICE = (7, 40)
HERE = Path(__file__).parent
Record = dict[str, object]

HEADERS = [
    "ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging",
    "Bedrijfsnaam", "KvK nummer", "Mailadres contactpersoon",
    "Wat is de postcode van uw bedrijf?", "In welke plaats is uw bedrijf gevestigd?",
    "SBI-code", "Wat doet uw bedrijf? (in één of twee zinnen)", "Wat kunt u anderen bieden?",
    "Wie zijn uw klanten?", "In welk jaar is het bedrijf opgericht?",
    "Hoeveel medewerkers zijn werkzaam bij je bedrijf? (inclusief de eigenaar)",
    "Wat was uw omzet vorig jaar?", "In welke fase is het bedrijf?",
    "Op een schaal van 1 tot 10: hoe ambitieus bent u?", "Wat is uw ambitie voor het bedrijf?",
    "Met welk vraagstuk worstelt u het meest?",
    "Welke thema's spreken u aan? (meerdere antwoorden mogelijk)", "Wat is uw functie?",
    "Hoeveel jaar bent u ondernemer?",
    "Op welke dagdelen kunt u? (meerdere antwoorden mogelijk)",
    "Wie zijn uw drie belangrijkste concurrenten?", "Via welke partner hoorde u van ons?",
    "Gaat u akkoord met het gebruik van uw gegevens?", "Status",
]  # fmt: skip


def main() -> None:
    """Writes ``aanmeldingen.xlsx`` and ``relations.csv`` beside this file."""
    records, relations = make(SEED)
    write_workbook(records, HERE / "aanmeldingen.xlsx")
    write_relations(relations, HERE / "relations.csv")


def make(seed: int, count: int = PEOPLE) -> tuple[list[Record], list[tuple[str, ...]]]:
    """The rows of the form (two people answer twice), and the relations between people (by id)."""
    draw = random.Random(seed)
    areas = [p for p, s in postcodes().items() if s.province in ("Overijssel", "Gelderland")]
    taken: set[str] = set()
    people = [_person(draw, i, draw.choice(areas), taken) for i in range(1, count + 1)]
    records = [person["record"] for person in people]
    for i in TWICE:
        again = dict(records[i - 1])  # type: ignore[call-overload]
        again["ID"] = len(records) + 1
        again["Tijd van voltooien"] = _moment(draw, day=20)
        again["Op een schaal van 1 tot 10: hoe ambitieus bent u?"] = 9
        records.append(again)
    return records, _relations(draw, people)  # type: ignore[return-value]


def _person(draw: random.Random, number: int, area: str, taken: set[str]) -> dict[str, object]:
    sbi, sector, activity, offer, customers, per_fte = draw.choice(COMPANIES)
    spot = postcodes()[area]
    name, company = _names(draw, sector, spot.place, taken)
    fte = max(1.0, min(120.0, draw.lognormvariate(math.log(11), 0.95)))
    turnover = round(fte * per_fte * 1000 * draw.uniform(0.7, 1.4), -4)
    phase = draw.choices(PHASES, weights=[1, 4, 4, 2])[0]
    theme = "Opvolging en overdracht" if phase == "overdracht" else draw.choice(list(THEMES))
    also = draw.sample(list(THEMES), draw.choice([0, 1, 1, 2]))
    email = f"{name.split(maxsplit=1)[0].lower()}@{''.join(c for c in company.lower() if c.isalnum())}.example"
    values: list[object] = [
        number, _moment(draw, day=3), _moment(draw, day=4 + number % 14),
        "anonymous" if number % 3 == 0 else email, name, "",
        company, _kvk(draw), email, _postcode(draw, area), spot.place, sbi, activity, offer,
        customers, _founded(draw, phase), _staff(draw, fte), _turnover(draw, turnover), phase,
        draw.choices(range(4, 11), weights=[1, 2, 4, 6, 6, 3, 2])[0], draw.choice(AMBITIONS),
        draw.choice(THEMES[theme]), ";".join(dict.fromkeys([theme, *also])) + ";",
        draw.choice(["directeur-eigenaar", "eigenaar", "mede-eigenaar", "bedrijfsleider"]),
        draw.randint(1, 32), ";".join(draw.sample(SLOTS, draw.randint(2, 4))) + ";",
        "", draw.choice(PARTNERS), "Ja",
        draw.choices(["bevestigd", "waarschijnlijk", "getekend"], weights=[8, 2, 3])[0],
    ]  # fmt: skip
    record = dict(zip(HEADERS, values, strict=True))
    if number in (19, 58, 77):
        record["Met welk vraagstuk worstelt u het meest?"] = ""
    return {"id": str(number), "sector": sector, "spot": spot, "record": record, "company": company}


def _names(draw: random.Random, sector: str, place: str, taken: set[str]) -> tuple[str, str]:
    """A person and a company; a name that is taken gets its place behind it, as registers ask."""
    name = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    company = f"{draw.choice(KIND[sector].split())} {_company_tail(draw, name)}"
    while company in taken:
        company = f"{company} {place}"
    taken.add(company)
    return name, company


def _company_tail(draw: random.Random, name: str) -> str:
    return draw.choice(
        [name.rsplit(maxsplit=1)[-1], draw.choice(SECOND), f"{draw.choice(SECOND)} B.V."]
    )


def _moment(draw: random.Random, day: int) -> dt.datetime:
    start = dt.datetime(2026, 9, day, 8, 0)  # noqa: DTZ001 - forms give local time
    return start + dt.timedelta(minutes=draw.randint(0, 600))


def _kvk(draw: random.Random) -> object:
    number = draw.randint(5_000_000, 89_999_999)
    return number if number < 10_000_000 else str(number)  # a lost leading zero


def _postcode(draw: random.Random, area: str) -> str:
    letters = "".join(draw.choice("ABCDEFGHJKLMNPRSTVWXZ") for _ in range(2))
    return draw.choice([f"{area} {letters}", f"{area}{letters.lower()}", area])


def _founded(draw: random.Random, phase: str) -> object:
    years = {"start": (2021, 2025), "groei": (2008, 2021), "gevestigd": (1985, 2012)}
    year = draw.randint(*years.get(phase, (1958, 1998)))
    return draw.choice([year, year, f"sinds {year}"])


def _staff(draw: random.Random, fte: float) -> object:
    whole = max(1, round(fte))
    bands = ((1, 4), (5, 9), (10, 24), (25, 49), (50, 99), (100, 249))
    low, high = next(band for band in bands if whole <= band[1])
    forms = [whole, whole, f"ca. {whole}", f"{whole} fte", f"{low} - {high} fte"]
    return draw.choice([*forms, "0,8 fte"] if whole == 1 else forms)


def _turnover(draw: random.Random, euros: float) -> object:
    thousands = round(euros / 1000)
    dotted = f"{int(euros):,}".replace(",", ".")
    forms = [f"€ {dotted},-", f"€ {dotted}", f"€ {thousands}k"]
    if euros >= 1_000_000:
        forms.append(f"{euros / 1_000_000:.2f} mln".replace(".", ","))
    return "n.v.t." if draw.random() < 0.05 else draw.choice(forms)


def _relations(draw: random.Random, people: list[dict[str, object]]) -> list[tuple[str, ...]]:
    """Rivals do the same thing within 30 km of each other; a few know or supply one another."""
    rivals = []
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a["sector"] == b["sector"] and _kilometres(a["spot"], b["spot"]) < 30:
                note = f"zelfde markt ({a['sector']}) en dezelfde streek"
                rivals.append((str(a["id"]), str(b["id"]), "competitor", "", note))
    chosen = sorted(
        draw.sample(rivals, min(len(people) * 30 // PEOPLE, len(rivals))),
        key=lambda r: (int(r[0]), int(r[1])),
    )
    named = {tuple(sorted(r[:2])) for r in rivals}
    others: list[tuple[str, ...]] = []
    for kind, note in (("supplies", "levert aan"), ("knows", "kennen elkaar"), ("family", "neven")):
        while sum(r[2] == kind for r in others) < (4 if kind != "family" else 1):
            a, b = draw.sample(range(1, len(people) + 1), 2)
            if tuple(sorted((str(a), str(b)))) not in named:
                others.append((str(a), str(b), kind, "", note))
    return chosen + others


def _kilometres(a: object, b: object) -> float:
    north = (a.latitude - b.latitude) * 111  # type: ignore[attr-defined]
    east = (a.longitude - b.longitude) * 68  # type: ignore[attr-defined]
    return math.hypot(north, east)


def write_workbook(records: list[Record], path: Path) -> None:
    """The form's export, with the date it was made fixed."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        book.set_properties({"created": dt.datetime(2026, 9, 21)})  # noqa: DTZ001
        sheet = book.add_worksheet("Sheet1")
        moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for c, header in enumerate(HEADERS):
            sheet.write_string(0, c, header)
        for r, record in enumerate(records, 1):
            for c, header in enumerate(HEADERS):
                value = record[header]
                if isinstance(value, dt.datetime):
                    sheet.write_datetime(r, c, value, moment)
                elif isinstance(value, int):
                    sheet.write_number(r, c, value)
                elif value != "":
                    sheet.write_string(r, c, str(value))


def write_relations(relations: list[tuple[str, ...]], path: Path) -> None:
    """``relations.csv``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["a", "b", "kind", "must", "note"])
        writer.writerows(relations)


if __name__ == "__main__":
    main()
