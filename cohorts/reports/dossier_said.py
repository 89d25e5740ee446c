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
NO_BREAK = "\N{NO-BREAK SPACE}"
NAMED = ("ambition", "experience")
"""Numbers that say more with a name of their own than with that of the field."""


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
    """(what was asked, said) of all that the name and the lines do not say in full."""
    rest = (one for one in readable(applicant) if one.field != "company" and not _in_lines(one))
    return tuple(_asked(one, language) for one in rest)


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


def _said(one: Answer, language: Language) -> str:
    if isinstance(one.value, float):
        return amount(one.value, UNITS.get(one.field, "number"), language)
    if one.field == "themes":
        return one.value.replace(" | ", " · ")
    return value_said(one.field, one.value, language) if one.field == "life_phase" else one.value
