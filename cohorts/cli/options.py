"""The options that ``compose`` and ``check`` share, in the organiser's words."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from cohorts.errors import InputError, Problem
from cohorts.words import Language

ApplicantsFile = Annotated[
    Path, typer.Argument(metavar="APPLICANTS", help="The export of the application form.")
]
ProgrammeName = Annotated[
    str, typer.Option("--programme", metavar="NAME|FILE", help="A programme by name, or its file.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=HEADER|FILE", help="Which column holds what."),
]
RelationsFile = Annotated[
    Path | None, typer.Option("--relations", help="Who competes with whom, and other relations.")
]
MeritFile = Annotated[
    Path | None, typer.Option("--merit", help="Points per applicant; more is better.")
]
PreviousFile = Annotated[
    Path | None, typer.Option("--previous", help="An earlier groups.csv; moving away costs points.")
]
GroupsOption = Annotated[
    int | None, typer.Option("--groups", metavar="K", help="The number of groups.")
]
SizeOption = Annotated[
    str | None, typer.Option("--size", metavar="MIN-MAX", help="Smallest and largest group.")
]
PlacesOption = Annotated[
    str | None,
    typer.Option(
        "--places",
        metavar="MODE",
        help="everyone, 'exactly 24', 'at most 24' or 'as many as possible'.",
    ),
]
LanguageOption = Annotated[Language | None, typer.Option("--language", help="nl or en.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print for machines on standard output.")]


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


def spoken(language: Language | None) -> Language:
    """The language asked for, else the machine's; Dutch where that says nothing."""
    if language is not None:
        return language
    return Language.EN if os.environ.get("LANG", "").lower().startswith("en") else Language.NL
