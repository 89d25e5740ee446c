"""The options that commands share; their help stands in words/*/help.toml.

Whether a file can be read (``readable``) our own door tells, with a place and a remedy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cohorts.words import Language
from solver.solution import Effort

ApplicantsFile = Annotated[Path, typer.Argument(metavar="APPLICANTS", readable=False)]
ProposalFile = Annotated[Path, typer.Argument(metavar="PROPOSAL", readable=False)]
ProgrammeName = Annotated[str, typer.Option("--programme", metavar="NAME|FILE")]
MapOption = Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=HEADER|FILE")]
NewOption = Annotated[list[Path] | None, typer.Option("--new", metavar="FILE", readable=False)]
SkipOption = Annotated[str | None, typer.Option("--skip", metavar="ROWS")]
EffortOption = Annotated[Effort, typer.Option("--effort", metavar="quick|normal|thorough")]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="DIR")]
ForOption = Annotated[
    list[str] | None, typer.Option("--for", metavar="everyone|facilitators|participants|funders")
]
StartOption = Annotated[str | None, typer.Option("--start", metavar="DATE[THH:MM]")]
HideOption = Annotated[str | None, typer.Option("--hide", metavar="turnover,worries,votes,ages")]
LanguageOption = Annotated[Language | None, typer.Option("--language", metavar="nl|en")]
JsonOption = Annotated[bool, typer.Option("--json")]
RoundOption = Annotated[str | None, typer.Option("--round", metavar="ROUND")]
AddressOption = Annotated[str | None, typer.Option("--address", metavar="ADDRESS")]
