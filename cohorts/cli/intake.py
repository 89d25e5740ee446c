"""``cohorts intake``: what is in an export, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import ApplicantsFile, JsonOption, LanguageOption, MapOption, SkipOption
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.intake import FieldMap, read_applicants
from cohorts.intake.clean import as_csv
from cohorts.intake.fields.field_map import as_toml, read_maps
from cohorts.intake.fields.headers import How, Match
from cohorts.intake.whole import write_whole


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("intake")(intake)


def intake(
    file: ApplicantsFile,
    map_: MapOption = None,
    skip: SkipOption = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    save: Annotated[Path | None, typer.Option("--save-map", metavar="FILE")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Show how an export is read: columns, what is missing, and every problem."""
    field_map = read_maps(map_ or [], skip)
    applicants = read_applicants(file, field_map)
    report = applicants.report
    contents = {} if out is None else {out: as_csv(applicants)}
    if save is not None:
        contents[save] = as_toml(_found(report.matches).merged(field_map))
    _write(contents, file)
    if json_:
        typer.echo(json.dumps(dataclasses.asdict(report), ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(report.describe(spoken(language))))


def _found(matches: tuple[Match, ...]) -> FieldMap:
    """What was matched, as a map that says the same."""
    fields: dict[str, tuple[str, ...]] = {}
    for match in matches:
        if match.field:
            fields[match.field] = (*fields.get(match.field, ()), match.header)
    return FieldMap(fields=fields, ignore=tuple(m.header for m in matches if m.how is How.IGNORED))


def _write(contents: Mapping[Path, str], source: Path) -> None:
    """Writes all, or nothing; never over the export itself. Raises InputError."""
    try:
        for path in contents:
            if path.exists() and path.samefile(source):
                raise InputError(Problem("intake.over_itself", str(path)))
        write_whole(contents)
    except OSError as error:
        place = str(error.filename or "") or ", ".join(map(str, contents))
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("compose.cannot_write", place, facts)) from None
