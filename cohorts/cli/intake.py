"""``cohorts intake``: what is in an export, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import ApplicantsFile, JsonOption, LanguageOption, MapOption
from cohorts.errors import InputError, Problem
from cohorts.intake import FieldMap, read_applicants, write_clean
from cohorts.intake.field_map import read_maps, save_map
from cohorts.intake.headers import How


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("intake")(intake)


def intake(
    file: ApplicantsFile,
    map_: MapOption = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    save: Annotated[Path | None, typer.Option("--save-map", metavar="FILE")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Show how an export is read: columns, what is missing, and every problem."""
    field_map = read_maps(map_ or [])
    applicants = read_applicants(file, field_map)
    report = applicants.report
    try:
        if out is not None:
            write_clean(applicants, out)
        if save is not None:
            found: dict[str, tuple[str, ...]] = {}
            for match in report.matches:
                if match.field:
                    found[match.field] = (*found.get(match.field, ()), match.header)
            ignored = tuple(m.header for m in report.matches if m.how is How.IGNORED)
            save_map(FieldMap(fields=found, ignore=ignored).merged(field_map), save)
    except OSError as error:
        facts = {"fault": error.strerror or str(error)}
        raise InputError(Problem("compose.cannot_write", str(out or save), facts)) from None
    if json_:
        typer.echo(json.dumps(dataclasses.asdict(report), ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(report.describe(spoken(language))))
