"""What a member reads of an applicant, in words: three lines, and all answers in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.readable import Answer, readable
from cohorts.words import Language, say
from cohorts.words.phrase import amount, field_name, value_said

UNITS = {"founded": "year", "fte": "fte", "turnover": "euro", "profit": "euro"}
IN_SHORT = ("place", "founded", "fte", "turnover")
HERE = ZoneInfo("Europe/Amsterdam")
CLOCK = {Language.NL: "HH.mm", Language.EN: "HH:mm"}
LONGEST_LINE = 180


def moment(at: str, language: Language) -> str:
    """``2026-11-26T13:03:12.123Z`` → "26 november 2026, 14.03", by the clock of the Netherlands."""
    when = datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone(HERE)
    day = format_date(when.date(), "d MMMM y", locale=language.value)
    return f"{day}, {format_time(when, CLOCK[language], locale=language.value)}"


def lines_of(applicant: Applicant, language: Language) -> tuple[str, ...]:
    """What they do, who they are and what they ask, as far as it is known."""
    found = {one.field: one for one in readable(applicant)}
    return tuple(line for line in _lines(found, language) if line)


def answers_of(applicant: Applicant, language: Language) -> tuple[tuple[str, str], ...]:
    """(what was asked, what they said), but for the name above it."""
    found = {one.field: one for one in readable(applicant)}
    return tuple(_asked(one, language) for one in found.values() if one.field != "company")


def _lines(found: dict[str, Answer], language: Language) -> Iterator[str]:
    yield _cut(str(found["activity"].value)) if "activity" in found else ""
    yield " · ".join(_short(found[name], language) for name in IN_SHORT if name in found)
    asks = found.get("question") or found.get("ambition_text")
    yield _cut(str(asks.value)) if asks else ""


def _short(one: Answer, language: Language) -> str:
    said = _said(one, language)
    return say(f"ballot.short_{one.field}", language, said=said)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rsplit(' ', 1)[0]} …"


def _asked(one: Answer, language: Language) -> tuple[str, str]:
    name = field_name(one.field, language)
    return name[:1].upper() + name[1:], _said(one, language)


def _said(one: Answer, language: Language) -> str:
    if isinstance(one.value, float):
        return amount(one.value, UNITS.get(one.field, "number"), language)
    return value_said(one.field, one.value, language) if one.field == "life_phase" else one.value
