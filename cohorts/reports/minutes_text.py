"""The minutes of the meetings on a stage, as a text to take along."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.rounds.conferring.groups_met import GROUPS, WHOLE
from cohorts.rounds.conferring.groups_minutes import GroupsMinutes
from cohorts.rounds.meeting.minutes_of import Line, Minutes
from cohorts.rounds.minuted import Kind
from cohorts.words import Language, say
from cohorts.words.dutch_time import dutch_time


def minutes_text(minutes: Minutes, language: Language) -> str:
    """One line each, with when and by whom; a text says who reads it, and when it is erased.

    Also of what was written on several lines: else one of these could pass for a minute of its own.
    """
    title = minutes.stage.plan.stage.title[language]
    about = say("minutes.stage", language, number=minutes.stage.number, title=title)
    return _text(minutes.round_name, about, minutes.lines, language)


def groups_text(minutes: GroupsMinutes, language: Language) -> str:
    """The same of the meetings on groups."""
    return _text(minutes.round_name, say("minutes.groups", language), minutes.lines, language)


def _text(round_name: str, about: str, of: Sequence[Line], language: Language) -> str:
    head = [
        say("minutes.head", language, round=round_name),
        about,
        say("minutes.read", language),
    ]
    lines = [
        f"{dutch_time(one.minute.at, language)}  {' '.join(said(one, language).split())}"
        for one in of
    ]
    return "\n".join([*head, "", *(lines or [say("minutes.none", language)]), ""])


def said(line: Line, language: Language) -> str:
    """What happened, in a sentence."""
    minute = line.minute
    name = line.name or say("minutes.nobody", language)
    facts: dict[str, object] = {"members": list(line.members), "name": name}
    facts |= {"text": minute.text, "by": minute.name}
    facts |= {key: minute.value[key] for key in ("group", "number") if key in minute.value}
    return say(f"minutes.{_key(line)}", language, **facts)


def _key(line: Line) -> str:
    value, kind = line.minute.value, line.minute.kind
    if value.get("about") == GROUPS and value.get("group", WHOLE) != WHOLE:
        return _key_of_group(line)
    if kind is Kind.SHOWN:
        return f"{'shown' if value['on'] else 'hidden'}_{value['what']}"
    if kind is Kind.PRESENT:
        return "present" if line.members else "present_nobody"
    if kind is Kind.REMARK and "person" in value:
        return "remark_on"
    return kind.value


def _key_of_group(line: Line) -> str:
    value, kind = line.minute.value, line.minute.kind
    if kind is Kind.SHOWN:
        return f"group_{'shown' if value['on'] else 'hidden'}_{value['what']}"
    if kind is Kind.REMARK and "person" in value:
        return "group_remark_on"
    return f"group_{kind.value}"
