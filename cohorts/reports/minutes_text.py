"""The minutes of the meetings on a stage, as a text to take along."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from cohorts.rounds.meeting.minutes_of import Line, Minutes
from cohorts.rounds.minuted import Kind
from cohorts.words import Language, say

HERE = ZoneInfo("Europe/Amsterdam")
MOMENT = {Language.NL: "d MMMM y, HH.mm", Language.EN: "d MMMM y, HH:mm"}


def minutes_text(minutes: Minutes, round_name: str, language: Language) -> str:
    """One line each, with when and by whom; a text says who reads it, and when it is erased."""
    title = minutes.stage.plan.stage.title[language]
    head = [
        say("minutes.head", language, round=round_name),
        say("minutes.stage", language, number=minutes.stage.number, title=title),
        say("minutes.read", language),
    ]
    lines = [f"{moment(one, language)}  {said(one, language)}" for one in minutes.lines]
    return "\n".join([*head, "", *(lines or [say("minutes.none", language)]), ""])


def moment(line: Line, language: Language) -> str:
    """When it was written, by the clock of the Netherlands."""
    at = datetime.fromisoformat(line.minute.at).replace(tzinfo=UTC).astimezone(HERE)
    return format_datetime(at, MOMENT[language], locale=language.value)


def said(line: Line, language: Language) -> str:
    """What happened, in a sentence."""
    minute = line.minute
    name = line.name or say("minutes.nobody", language)
    facts = {"members": list(line.members), "name": name, "text": minute.text, "by": minute.name}
    return say(f"minutes.{_key(line)}", language, **facts)


def _key(line: Line) -> str:
    value, kind = line.minute.value, line.minute.kind
    if kind is Kind.SHOWN:
        return f"{'shown' if value['on'] else 'hidden'}_{value['what']}"
    if kind is Kind.PRESENT:
        return "present" if line.members else "present_nobody"
    if kind is Kind.REMARK and "person" in value:
        return "remark_on"
    return kind.value
