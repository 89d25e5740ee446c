"""The options that ``compose`` and ``check`` share; their help stands in words/*/help.toml."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId, Status
from cohorts.words import Language

ApplicantsFile = Annotated[Path, typer.Argument(metavar="APPLICANTS")]
ProgrammeName = Annotated[str, typer.Option("--programme", metavar="NAME|FILE")]
MapOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=HEADER|FILE"),
]
RelationsFile = Annotated[Path | None, typer.Option("--relations", metavar="FILE")]
MeritFile = Annotated[Path | None, typer.Option("--merit", metavar="FILE")]
PreviousFile = Annotated[Path | None, typer.Option("--previous", metavar="FILE")]
WaitingFile = Annotated[Path | None, typer.Option("--waiting", metavar="FILE")]
GroupsOption = Annotated[int | None, typer.Option("--groups", metavar="K")]
SizeOption = Annotated[str | None, typer.Option("--size", metavar="MIN-MAX")]
PlacesOption = Annotated[
    str | None,
    typer.Option("--places", metavar="MODE"),
]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE")]
CountFromOption = Annotated[str | None, typer.Option("--count-from", metavar="STATUS")]
PinOption = Annotated[list[str] | None, typer.Option("--pin", metavar="ID=GROUP")]
ForOption = Annotated[
    list[str] | None, typer.Option("--for", metavar="everyone|facilitators|participants|funders")
]
StartOption = Annotated[str | None, typer.Option("--start", metavar="DATE[THH:MM]")]
HideOption = Annotated[str | None, typer.Option("--hide", metavar="turnover,worries,votes")]
LanguageOption = Annotated[Language | None, typer.Option("--language", metavar="nl|en")]
JsonOption = Annotated[bool, typer.Option("--json")]


def day(text: str | None) -> date | None:
    """A date as yyyy-mm-dd. Raises InputError ``compose.date``."""
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(Problem("compose.date", "--on", {"given": text})) from None


def status(text: str | None) -> Status | None:
    """A status by its name. Raises InputError ``compose.count_from``."""
    try:
        return None if text is None else Status(text.strip().lower())
    except ValueError:
        facts = {"given": text, "known": tuple(Status)}
        raise InputError(Problem("compose.count_from", "--count-from", facts)) from None


def pins(given: list[str] | None) -> dict[ApplicantId, int]:
    """``ID=GROUP`` each. Raises InputError ``compose.pin``."""
    found = {}
    for text in given or []:
        person, sign, group = text.rpartition("=")
        if not (sign and person.strip() and re.fullmatch(r"[1-9]\d{0,5}", group.strip())):
            raise InputError(Problem("compose.pin", "--pin", {"given": text}))
        found[ApplicantId(person.strip())] = int(group)
    return found


def sizes(text: str | None) -> tuple[int, int] | None:
    """``8-12`` as (8, 12), ``10`` as (10, 10). Raises InputError ``compose.size``."""
    if text is None:
        return None
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", text)
    if found is None:
        raise InputError(Problem("compose.size", "--size", {"given": text}))
    low = int(found[1])
    high = int(found[2]) if found[2] else low
    if not 1 <= low <= high:
        raise InputError(Problem("compose.size", "--size", {"given": text}))
    return low, high
