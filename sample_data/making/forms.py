"""Answers as forms give them, with the quirks that exports have."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Sequence

from sample_data.making.career import NOW
from sample_data.making.people import Person
from sample_data.making.places import spoken_of
from sample_data.making.register import kvk
from sample_data.making.texts import Dealer, Texts, typed
from sample_data.making.when import slots

Record = dict[str, object]
"""Header → cell, in the order of the columns."""

BANDS = ((1, 4), (5, 9), (10, 24), (25, 49), (50, 99), (100, 249), (250, 999))
LETTERS = "ABCDEFGHJKLMNPRSTVWXZ"

ACTIVITY = "Wat doet uw bedrijf? (in één of twee zinnen)"
FOUNDED = "In welk jaar is het bedrijf opgericht?"
TURNOVER = "Wat was uw omzet vorig jaar?"
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


def company_answers(draw: random.Random, person: Person) -> Record:
    """What Microsoft Forms puts first, and the questions about the company."""
    number = person.number
    return {
        "ID": number,
        "Begintijd": moment(draw, day=3),
        "Tijd van voltooien": moment(draw, day=4 + number % 14),
        "E-mail": "anonymous" if number % 3 == 0 else person.email,
        "Naam": person.name,
        "Tijd van laatste wijziging": "",
        "Bedrijfsnaam": person.company,
        "KvK nummer": kvk(draw, person.founded, person.spot.province),
        "Mailadres contactpersoon": person.email,
        "Wat is de postcode van uw bedrijf?": postcode(draw, person.area),
        "In welke plaats is uw bedrijf gevestigd?": person.spot.place,
        "SBI-code": person.trade.sbi,
        ACTIVITY: person.activity,
        "Wat kunt u anderen bieden?": person.offer,
        "Wie zijn uw klanten?": person.customers,
        FOUNDED: founded(draw, person.founded),
        STAFF: staff(draw, person.fte),
        TURNOVER: turnover(draw, person.turnover),
    }


def moment(draw: random.Random, day: int) -> dt.datetime:
    """During working hours of that day of September 2026."""
    start = dt.datetime(2026, 9, day, 8, 0)  # noqa: DTZ001 - forms give local time
    return start + dt.timedelta(minutes=draw.randint(0, 600))


def postcode(draw: random.Random, area: str) -> str:
    """One of three ways to write it."""
    letters = "".join(draw.choice(LETTERS) for _ in range(2))
    return draw.choice([f"{area} {letters}", f"{area}{letters.lower()}", area])


def founded(draw: random.Random, year: int) -> object:
    """A year, now and then in words."""
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
    """An amount as people write it; now and then none, and none from who has just begun."""
    thousands = round(euros / 1000)
    dotted = f"{int(euros):,}".replace(",", ".")
    forms = [f"€ {dotted},-", f"€ {dotted}", f"€ {thousands}k"]
    if euros >= 1_000_000:
        forms.append(f"{euros / 1_000_000:.2f} mln".replace(".", ","))
    return "n.v.t." if not euros or draw.random() < 0.04 else draw.choice(forms)


def ticked(options: Iterable[str]) -> str:
    """Answers of a question with boxes: joined and closed with ``;``, each once."""
    return "".join(f"{option};" for option in dict.fromkeys(options))


def status(draw: random.Random, weights: Sequence[int] = (8, 2, 3)) -> str:
    """Confirmed, probable or signed."""
    return draw.choices(["bevestigd", "waarschijnlijk", "getekend"], weights=weights)[0]


def phase(draw: random.Random, person: Person) -> str:
    """What age and staff say of it, and whether its owner is about to stop or has just begun."""
    if person.age <= 3:
        return "start"
    leaving = NOW - person.born >= 58
    new = not person.founder and person.experience <= 3
    if person.age > 12 and (leaving or new) and draw.random() < 0.5:
        return "overdracht"
    return "groei" if draw.random() < (0.75 if person.age <= 12 else 0.35) else "gevestigd"


def wishes(
    dealer: Dealer, held: Texts, person: Person, theme: str | None = None, *, strict: bool = False
) -> Record:
    """What somebody wants and wrestles with; ``strict``: the theme of the question is ticked."""
    draw = dealer.draw
    theme = theme or dealer.deal(list(held.questions))
    rest = [t for t in held.questions if t != theme]
    others = draw.sample(rest, min(len(rest), draw.choice([0, 1, 1, 2])))
    kept = [theme] if strict or draw.random() < 0.92 or not others else []
    said = spoken_of(person.spot) | {"leeftijd": str(NOW - person.born)}
    return {
        AMBITION: draw.choices(range(4, 11), weights=[1, 2, 4, 6, 6, 3, 2])[0],
        AMBITION_TEXT: typed(draw, dealer.fitting(held.ambitions, person.facts)).format(**said),
        QUESTION: dealer.question(held, theme, person.facts).format(**said),
        THEMES: ticked(draw.sample([*kept, *others], len(kept) + len(others))),
    }


def oneself(
    draw: random.Random,
    person: Person,
    roles: Sequence[str],
    partners: Sequence[str],
    weights: Sequence[int] = (8, 2, 3),
    *,
    owners: bool = True,
) -> Record:
    """Who somebody is and when they can come; ``weights``: see ``status``.

    ``owners``: whether the form asks how long somebody has been one, and who their rivals are,
    which rivals.py fills in.
    """
    return {
        ROLE: draw.choice(roles),
        **({EXPERIENCE: person.experience} if owners else {}),
        WHEN: ticked(slots(draw, person.trade.sector)),
        **({RIVALS: ""} if owners else {}),
        PARTNER: draw.choice(partners),
        CONSENT: "Ja",
        STATUS: status(draw, weights),
    }
