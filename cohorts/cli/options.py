"""The options that ``compose`` and ``check`` share; their help stands in words/*/help.toml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from cohorts.errors import InputError, Problem
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
GroupsOption = Annotated[int | None, typer.Option("--groups", metavar="K")]
SizeOption = Annotated[str | None, typer.Option("--size", metavar="MIN-MAX")]
PlacesOption = Annotated[
    str | None,
    typer.Option("--places", metavar="MODE"),
]
LanguageOption = Annotated[Language | None, typer.Option("--language", metavar="nl|en")]
JsonOption = Annotated[bool, typer.Option("--json")]


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
