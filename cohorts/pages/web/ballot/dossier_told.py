"""A dossier as it is read: three lines, the answers in words, and what was said of it so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from cohorts.committee.votes import Criterion
from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.own_ballot import Dossier
from cohorts.rounds.balloting.readable import Answer, readable
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.store.canonical import sha256
from cohorts.words import Language, say
from cohorts.words.phrase import amount, exactly, field_name, value_said

UNITS = {"founded": "year", "fte": "fte", "turnover": "euro", "profit": "euro"}
IN_SHORT = ("place", "founded", "fte", "turnover")
HERE = ZoneInfo("Europe/Amsterdam")
CLOCK = {Language.NL: "HH.mm", Language.EN: "HH:mm"}
LONGEST_LINE = 180
MOST_BUTTONS = 11
NO_BREAK = "\N{NO-BREAK SPACE}"
FACT = 28
"""An answer of at most so many characters stands beside its question, not below it."""
NAMED = ("ambition", "experience")
"""Numbers that say more with a name of their own than with that of the field."""
WORDS_A_MINUTE = 238
"""Silent reading of texts that inform: Brysbaert 2019, a review of 190 studies."""
JUDGING_SECONDS = 8
"""For each thing that is asked: assumed; their own pace soon says more."""


def moment(at: str, language: Language) -> str:
    """``2026-11-26T13:03:12.123Z`` → "26 november 2026, 14.03", by the clock of the Netherlands."""
    when = datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone(HERE)
    day = format_date(when.date(), "d MMMM y", locale=language.value)
    return f"{day}, {format_time(when, CLOCK[language], locale=language.value)}"


@dataclass(frozen=True)
class Told:
    """``lines``: what they do, who they are, what they ask.

    ``answers``: (what was asked, said) of all that the lines do not say in full; ``facts``: the
    same of what is short. ``seconds``: that reading and judging it takes somebody, by a rule of
    thumb. ``mark``: another one once anything of it reads otherwise. ``changed``: the applicant
    corrected something since it was judged.
    """

    person: str
    name: str
    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    judged: dict[str, Any]
    at: str
    help: str | None
    seconds: int
    mark: str
    changed: bool = False


def told(dossier: Dossier, offered: str | None, asked: int, language: Language) -> Told:
    """``offered``: what was written with an offer of help; None: none. ``asked``: how many things.

    Nothing stands there twice.
    """
    found = {one.field: one for one in readable(dossier.applicant)}
    lines = tuple(line for line in _lines(found, language) if line)
    rest = [one for one in found.values() if not _in_lines(one)]
    said = [(one, _asked(one, language)) for one in rest if one.field != "company"]
    vote = dossier.vote
    return Told(
        str(dossier.person),
        dossier.applicant.label,
        lines,
        tuple(two for _, two in said if not _is_fact(two)),
        tuple(two for _, two in said if _is_fact(two)),
        as_json(vote.judged if vote else Judged(), vote.remark if vote else ""),
        vote.at if vote else "",
        offered,
        seconds([*lines, *(word for _, two in said for word in two)], asked),
        mark_of(dossier.applicant),
        dossier.changed,
    )


def mark_of(applicant: Applicant) -> str:
    """Of all that a member reads of them."""
    return sha256(repr([applicant.label, *readable(applicant)]))[:16]


def seconds(texts: list[str], asked: int) -> int:
    """That somebody needs to read them and to answer as many things as are asked."""
    words = sum(len(text.split()) for text in texts)
    return round(words * 60 / WORDS_A_MINUTE) + asked * JUDGING_SECONDS


def as_json(judged: Judged, note: str) -> dict[str, Any]:
    """As the page sends it."""
    return {
        "yes": judged.yes,
        "scores": [None if one is None else _plain(one) for one in judged.scores],
        "abstained": judged.abstained,
        "later": judged.later,
        "note": note,
    }


def _plain(score: Fraction) -> str:
    return str(score.numerator) if score.denominator == 1 else str(float(score))


def _lines(found: dict[str, Answer], language: Language) -> Iterator[str]:
    yield _cut(str(found["activity"].value)) if "activity" in found else ""
    yield " · ".join(_short(found[name], language) for name in IN_SHORT if name in found)
    asks = found.get("question") or found.get("ambition_text")
    yield say(f"ballot.short_{asks.field}", language, said=_cut(str(asks.value))) if asks else ""


def _in_lines(one: Answer) -> bool:
    """Whether the lines say it in full."""
    if one.field in ("activity", "question"):
        return _cut(str(one.value)) == str(one.value)
    return one.field in IN_SHORT


def _short(one: Answer, language: Language) -> str:
    """In one piece: it breaks between two of them."""
    said = _said(one, language)
    return say(f"ballot.short_{one.field}", language, said=said).replace(" ", NO_BREAK)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rsplit(' ', 1)[0]} …"


def _asked(one: Answer, language: Language) -> tuple[str, str]:
    if one.field in NAMED:
        return say(f"ballot.named_{one.field}", language), _said(one, language)
    name = field_name(one.field, language)
    return name[:1].upper() + name[1:], _said(one, language)


def _is_fact(asked: tuple[str, str]) -> bool:
    return len(asked[0]) <= FACT and len(asked[1]) <= FACT and "\n" not in asked[1]


def _said(one: Answer, language: Language) -> str:
    if isinstance(one.value, float):
        return amount(one.value, UNITS.get(one.field, "number"), language)
    if one.field == "themes":
        return one.value.replace(" | ", " · ")
    return value_said(one.field, one.value, language) if one.field == "life_phase" else one.value


@dataclass(frozen=True)
class Scale:
    """A criterion with a button for each score; none where there would be too many."""

    name: str
    low: str
    high: str
    buttons: tuple[tuple[str, str], ...]
    anchors: tuple[tuple[str, str], ...]


def scale(one: Criterion, language: Language) -> Scale:
    """``buttons``: (score, what it stands for); ``anchors``: those that stand for something."""
    whole = one.low.denominator == one.high.denominator == 1
    scores = range(int(one.low), int(one.high) + 1) if whole else range(0)
    few = scores if len(scores) <= MOST_BUTTONS else range(0)
    return Scale(
        one.name,
        _plain(one.low),
        _plain(one.high),
        tuple((str(score), one.anchors.get(Fraction(score), "")) for score in few),
        tuple((exactly(float(s), language), text) for s, text in sorted(one.anchors.items())),
    )
