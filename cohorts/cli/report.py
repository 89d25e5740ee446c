"""``cohorts report``: the pages of a proposal again, for other readers or for a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import read_inputs
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    ApplicantsFile,
    ForOption,
    HideOption,
    LanguageOption,
    MapOption,
    MeritFile,
    PreviousFile,
    ProgrammeName,
    RelationsFile,
    StartOption,
    WaitingFile,
)
from cohorts.composing.prepare import Given
from cohorts.errors import InputError, Problem
from cohorts.record.read import read_document
from cohorts.record.recompute import check as check_document
from cohorts.record.reopen import reopen
from cohorts.reports import write_reports
from cohorts.reports.hide import parse_hidden
from cohorts.reports.readers import parse_readers
from cohorts.reports.start import parse_start
from cohorts.words import say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("report")(report)


def report(
    proposal: Annotated[Path, typer.Argument(metavar="PROPOSAL")],
    applicants: ApplicantsFile,
    programme: ProgrammeName,
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    for_: ForOption = None,
    start: StartOption = None,
    hide: HideOption = None,
    map_: MapOption = None,
    relations: RelationsFile = None,
    merit: MeritFile = None,
    previous: PreviousFile = None,
    waiting: WaitingFile = None,
    language: LanguageOption = None,
) -> None:
    """Make the pages of a proposal again, after recomputing it."""
    readers, first, hidden = parse_readers(for_), parse_start(start), parse_hidden(hide)
    check_folder(out)
    spoken_, stated = spoken(language), read_document(proposal)
    read = read_inputs(applicants, programme, map_, relations, merit, previous, waiting)
    given = Given(
        relations=read.relations,
        merit=read.merit,
        previous=read.previous,
        waiting=read.waiting,
    )
    if not check_document(stated, read.applicants, read.programme, **given).holds:
        raise InputError(Problem("report.does_not_hold", str(proposal)))
    made = reopen(stated, read.applicants, read.programme, **given)
    written = write_reports(made, out, spoken_, readers=readers, start=first, hidden=hidden)
    typer.echo(say("cli.report", spoken_, path=str(written["report.html"])))
