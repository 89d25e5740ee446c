"""``cohorts report``: the pages of a proposal again, for other readers or for a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import FILES, Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import ForOption, HideOption, LanguageOption, ProposalFile, StartOption
from cohorts.errors import InputError, Problem
from cohorts.record.hide import hide as hide_from
from cohorts.record.hide import parse_hidden
from cohorts.record.read import read_document
from cohorts.record.recompute import check as check_document
from cohorts.record.reopen import reopen
from cohorts.reports import write_reports
from cohorts.reports.plain import plain
from cohorts.reports.readers import parse_readers
from cohorts.reports.remarked import remarks_said
from cohorts.reports.start import parse_start
from cohorts.words import say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("report")(takes(report, FILES))


def report(
    proposal: ProposalFile,
    typed: Typed,
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    for_: ForOption = None,
    start: StartOption = None,
    hide: HideOption = None,
    language: LanguageOption = None,
) -> None:
    """Make the pages of a proposal again, after recomputing it."""
    readers, first, hidden = parse_readers(for_), parse_start(start), parse_hidden(hide)
    check_folder(out)
    spoken_, stated = spoken(language), read_document(proposal)
    read = typed.read()
    found = check_document(stated, read.applicants, read.programme, **read.given)
    if not found.holds:
        why = "report.no_waiting_list" if found.waited else "report.does_not_hold"
        raise InputError(Problem(why, str(proposal)))
    made = reopen(stated, read.applicants, read.programme, **read.given)
    written = write_reports(made, out, spoken_, readers=readers, start=first, hidden=hidden)
    noticed = remarks_said(
        hide_from(made, hidden).round.remarks, spoken_, str(typed.applicants), report=True
    )
    typer.echo("\n".join(map(plain, noticed)), nl=bool(noticed))
    typer.echo(say("cli.report", spoken_, path=str(written["report.html"])))
