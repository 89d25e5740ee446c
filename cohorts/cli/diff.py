"""``cohorts diff``: what differs between two proposals, in words."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, MapOption, SkipOption
from cohorts.intake import read_applicants
from cohorts.intake.fields.field_map import read_maps
from cohorts.people.companies import told_apart
from cohorts.reports.compared import diff_lines, read_programme_of, read_seating
from cohorts.reports.plain import plain
from cohorts.round.diff import diff as differences


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("diff")(diff)


def diff(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", readable=False)],
    after: Annotated[Path, typer.Argument(metavar="AFTER", readable=False)],
    applicants: Annotated[Path | None, typer.Argument(metavar="APPLICANTS", readable=False)] = None,
    map_: MapOption = None,
    skip: SkipOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Tell what differs; the applicants give the names of people without a group."""
    (one, labels), (other, more) = read_seating(before), read_seating(after)
    labels |= more
    if applicants is not None:
        people = told_apart(read_applicants(applicants, read_maps(map_ or [], skip)))
        labels |= {a.id: a.label for a in people}
    found = differences(one, other)
    if json_:
        content = dataclasses.asdict(found)
        for told, rule in zip(content["rules"], found.rules, strict=True):
            told["better"] = rule.better
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    lines = diff_lines(found, labels, spoken(language), read_programme_of(after))
    typer.echo("\n".join(map(plain, lines)))
