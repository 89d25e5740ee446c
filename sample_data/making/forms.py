"""Answers as forms give them, with the quirks that exports have."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Mapping, Sequence

from sample_data.making.people import Person

Record = dict[str, object]
"""Header → cell, in the order of the columns."""

BANDS = ((1, 4), (5, 9), (10, 24), (25, 49), (50, 99), (100, 249), (250, 999))
SLOTS = ["maandagochtend", "dinsdagmiddag", "woensdagochtend", "donderdagmiddag", "vrijdagochtend"]
LETTERS = "ABCDEFGHJKLMNPRSTVWXZ"

STAFF = "Hoeveel medewerkers zijn werkzaam bij je bedrijf? (inclusief de eigenaar)"
PHASE = "In welke fase is het bedrijf?"
AMBITION = "Op een schaal van 1 tot 10: hoe ambitieus bent u?"
AMBITION_TEXT = "Wat is uw ambitie voor het bedrijf?"
QUESTION = "Met welk vraagstuk worstelt u het meest?"
THEMES = "Welke thema's spreken u aan? (meerdere antwoorden mogelijk)"
ROLE = "Wat is uw functie?"
EXPERIENCE = "Hoeveel jaar bent u ondernemer?"
WHEN = "Op welke dagdelen kunt u? (meerdere antwoorden mogelijk)"
RIVALS = "Wie zijn uw drie belangrijkste concurrenten?"
PARTNER = "Via welke partner hoorde u van ons?"
CONSENT = "Gaat u akkoord met het gebruik van uw gegevens?"
STATUS = "Status"


def company_answers(draw: random.Random, person: Person, years: tuple[int, int]) -> Record:
    """What Microsoft Forms puts first, and the questions about the company.

    ``years``: founded in one of these, both included.
    """
    number, trade = person.number, person.trade
    return {
        "ID": number,
        "Begintijd": moment(draw, day=3),
        "Tijd van voltooien": moment(draw, day=4 + number % 14),
        "E-mail": "anonymous" if number % 3 == 0 else person.email,
        "Naam": person.name,
        "Tijd van laatste wijziging": "",
        "Bedrijfsnaam": person.company,
        "KvK nummer": kvk(draw),
        "Mailadres contactpersoon": person.email,
        "Wat is de postcode van uw bedrijf?": postcode(draw, person.area),
        "In welke plaats is uw bedrijf gevestigd?": person.spot.place,
        "SBI-code": trade.sbi,
        "Wat doet uw bedrijf? (in één of twee zinnen)": trade.activity,
        "Wat kunt u anderen bieden?": trade.offer,
        "Wie zijn uw klanten?": trade.customers,
        "In welk jaar is het bedrijf opgericht?": founded(draw, years),
        STAFF: staff(draw, person.fte),
        "Wat was uw omzet vorig jaar?": turnover(draw, person.turnover),
    }


def moment(draw: random.Random, day: int) -> dt.datetime:
    """During working hours of that day of September 2026."""
    start = dt.datetime(2026, 9, day, 8, 0)  # noqa: DTZ001 - forms give local time
    return start + dt.timedelta(minutes=draw.randint(0, 600))


def kvk(draw: random.Random) -> object:
    """A trade register number; a spreadsheet loses a leading zero."""
    number = draw.randint(5_000_000, 89_999_999)
    return number if number < 10_000_000 else str(number)


def postcode(draw: random.Random, area: str) -> str:
    """One of three ways to write it."""
    letters = "".join(draw.choice(LETTERS) for _ in range(2))
    return draw.choice([f"{area} {letters}", f"{area}{letters.lower()}", area])


def founded(draw: random.Random, years: tuple[int, int]) -> object:
    """A year, now and then in words."""
    year = draw.randint(*years)
    return draw.choice([year, year, f"sinds {year}"])


def staff(draw: random.Random, fte: float) -> object:
    """A number, a band, or a number in words."""
    whole = max(1, round(fte))
    forms = [whole, whole, f"ca. {whole}", f"{whole} fte", f"{band(whole)} fte"]
    return draw.choice([*forms, "0,8 fte"] if whole == 1 else forms)


def band(whole: int) -> str:
    """The band of a number of people, as registers give it."""
    low, high = next(band for band in BANDS if whole <= band[1])
    return f"{low} - {high}"


def turnover(draw: random.Random, euros: float) -> object:
    """An amount as people write it; now and then none."""
    thousands = round(euros / 1000)
    dotted = f"{int(euros):,}".replace(",", ".")
    forms = [f"€ {dotted},-", f"€ {dotted}", f"€ {thousands}k"]
    if euros >= 1_000_000:
        forms.append(f"{euros / 1_000_000:.2f} mln".replace(".", ","))
    return "n.v.t." if draw.random() < 0.05 else draw.choice(forms)


def ticked(options: Iterable[str]) -> str:
    """Answers of a question with boxes: joined and closed with ``;``, each once."""
    return ";".join(dict.fromkeys(options)) + ";"


def slots(draw: random.Random, least: int = 2, most: int = 4) -> str:
    """Half days somebody can come."""
    return ticked(draw.sample(SLOTS, draw.randint(least, most)))


def status(draw: random.Random, weights: Sequence[int] = (8, 2, 3)) -> str:
    """Confirmed, probable or signed."""
    return draw.choices(["bevestigd", "waarschijnlijk", "getekend"], weights=weights)[0]


def wishes(
    draw: random.Random,
    questions: Mapping[str, Sequence[str]],
    ambitions: Sequence[str],
    theme: str | None = None,
) -> Record:
    """What somebody wants and wrestles with; ``questions``: theme → what people say of it."""
    theme = theme or draw.choice(list(questions))
    also = draw.sample(list(questions), draw.choice([0, 1, 1, 2]))
    return {
        AMBITION: draw.choices(range(4, 11), weights=[1, 2, 4, 6, 6, 3, 2])[0],
        AMBITION_TEXT: draw.choice(ambitions),
        QUESTION: draw.choice(questions[theme]),
        THEMES: ticked([theme, *also]),
    }


def oneself(
    draw: random.Random,
    roles: Sequence[str],
    partners: Sequence[str],
    weights: Sequence[int] = (8, 2, 3),
) -> Record:
    """Who somebody is and when they can come; ``weights``: see ``status``."""
    return {
        ROLE: draw.choice(roles),
        EXPERIENCE: draw.randint(1, 32),
        WHEN: slots(draw),
        PARTNER: draw.choice(partners),
        CONSENT: "Ja",
        STATUS: status(draw, weights),
    }
