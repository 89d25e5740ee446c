"""``cohorts compose``: from an export to checked groups with reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from cohorts.cli.first_time import tell_first_time
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    EffortOption,
    ForOption,
    HideOption,
    JsonOption,
    LanguageOption,
    OutOption,
    StartOption,
)
from cohorts.cli.progress import told_on_stderr
from cohorts.composing.compose import compose as compose_round
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import brief
from cohorts.outlook.recruit.advised import advised
from cohorts.record.document import as_json, document
from cohorts.record.hide import hide as hide_from
from cohorts.record.hide import parse_hidden
from cohorts.reports import write_reports
from cohorts.reports.outcome import outcome
from cohorts.reports.plain import plain
from cohorts.reports.readers import parse_readers
from cohorts.reports.remarked import remarks_said
from cohorts.reports.start import parse_start
from cohorts.words import Language, say
from solver.solution import Effort

LONGEST = 86_400.0
"""Seconds in a day: nobody waits longer for groups."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("compose")(takes(compose))


def compose(
    typed: Typed,
    effort: EffortOption = Effort.NORMAL,
    time_limit: Annotated[float | None, typer.Option("--time-limit", metavar="S")] = None,
    out: OutOption = None,
    for_: ForOption = None,
    start: StartOption = None,
    hide: HideOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Compose groups from an export, check them and say why."""
    if time_limit is not None and not 0 < time_limit <= LONGEST:
        raise InputError(Problem("compose.time_limit", "--time-limit", {"given": time_limit}))
    if out is not None:
        check_folder(out)
    spoken_ = spoken(language)
    readers, first, hidden = parse_readers(for_), parse_start(start), parse_hidden(hide)
    read = typed.read()
    tell_first_time(read.applicants, spoken_)
    with advised(read.applicants, read.programme, **read.given):
        proposal = compose_round(
            read.applicants,
            read.programme,
            effort=effort,
            time_limit=time_limit,
            progress=told_on_stderr(spoken_),
            **read.given,
        )
    written = None
    if out is not None:
        written = write_reports(proposal, out, spoken_, readers=readers, start=first, hidden=hidden)
    if json_:
        typer.echo(as_json(document(proposal, spoken_)), nl=False)
        return
    shown = hide_from(proposal, hidden)
    lines = [*outcome(shown, spoken_), *_in_preparation(shown, spoken_)]
    noticed = remarks_said(
        shown.round.remarks, spoken_, str(typed.applicants), report=out is not None
    )
    typer.echo("\n".join([*lines, *_apart(noticed)]))
    if written is not None:
        typer.echo(f"\n{say('cli.report', spoken_, path=str(written['report.html']))}")


def _apart(lines: list[str]) -> list[str]:
    """Lines below an empty one; nothing where there are none."""
    return ["", *map(plain, lines)] if lines else []


def _in_preparation(proposal: Proposal, language: Language) -> list[str]:
    """Who waits in which circle in preparation, where anybody does."""
    waiting = brief(circles_of(proposal), language) if proposal.not_placed else []
    return _apart(waiting)
