"""``cohorts backup``: a copy of all that is kept, checked in the same go."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.faults_told import fault_lines, faults_data
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.store.backup import backup as copy_to
from cohorts.store.place import url_of
from cohorts.words import say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("backup")(backup)


def backup(
    copy: Annotated[Path, typer.Argument(metavar="FILE")],
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Copy all that is kept, and check the copy."""
    made = copy_to(url_of(os.environ), copy)
    spoken_ = spoken(language)
    if json_:
        told = faults_data(made.problems, spoken_)
        content = {"file": str(copy), "events": made.log.events, "problems": told}
        typer.echo(json.dumps(content, ensure_ascii=False))
    elif made.problems:
        lines = fault_lines(made.problems, spoken_)
        typer.echo("\n".join([say("store.copied_unwell", spoken_, file=str(copy)), *lines]))
    else:
        typer.echo(say("store.copied", spoken_, file=str(copy)))
    if made.problems:
        raise typer.Exit(1)
