"""``cohorts compose``: from an export to checked groups with reasons."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import read_inputs
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    ApplicantsFile,
    CountFromOption,
    ForOption,
    GroupsOption,
    HideOption,
    JsonOption,
    LanguageOption,
    MapOption,
    MeritFile,
    OnOption,
    PinOption,
    PlacesOption,
    PreviousFile,
    ProgrammeName,
    RelationsFile,
    SizeOption,
    StartOption,
    WaitingFile,
    day,
    pins,
    sizes,
    status,
)
from cohorts.composing.compose import Progress
from cohorts.composing.compose import compose as compose_round
from cohorts.composing.prepare import Given
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import brief
from cohorts.outlook.recruit.advised import advised
from cohorts.record.document import as_json, document
from cohorts.reports import write_reports
from cohorts.reports.hide import hide as hide_from
from cohorts.reports.hide import parse_hidden
from cohorts.reports.outcome import outcome
from cohorts.reports.plain import plain
from cohorts.reports.readers import parse_readers
from cohorts.reports.start import parse_start
from cohorts.words import Language, say
from solver.score import Score
from solver.solution import Effort

LONGEST = 86_400.0
"""Seconds in a day: nobody waits longer for groups."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("compose")(compose)


def compose(
    applicants: ApplicantsFile,
    programme: ProgrammeName,
    map_: MapOption = None,
    relations: RelationsFile = None,
    merit: MeritFile = None,
    previous: PreviousFile = None,
    waiting: WaitingFile = None,
    keep: Annotated[bool, typer.Option("--keep")] = False,
    groups: GroupsOption = None,
    size: SizeOption = None,
    places: PlacesOption = None,
    on: OnOption = None,
    count_from: CountFromOption = None,
    pin: PinOption = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N")] = 0,
    effort: Annotated[
        Effort, typer.Option("--effort", metavar="quick|normal|thorough")
    ] = Effort.NORMAL,
    time_limit: Annotated[float | None, typer.Option("--time-limit", metavar="S")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR")] = None,
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
    given = read_inputs(applicants, programme, map_, relations, merit, previous, waiting)
    _tell_first_time(spoken_)
    asked = Given(
        relations=given.relations,
        merit=given.merit,
        previous=given.previous,
        keep=keep,
        waiting=given.waiting,
        groups=groups,
        size=sizes(size),
        places=places,
        on=day(on),
        count_from=status(count_from),
        pins=pins(pin),
        seed=seed,
    )
    with advised(given.applicants, given.programme, **asked):
        proposal = compose_round(
            given.applicants,
            given.programme,
            effort=effort,
            time_limit=time_limit,
            progress=_progress(spoken_),
            **asked,
        )
    written = None
    if out is not None:
        written = write_reports(proposal, out, spoken_, readers=readers, start=first, hidden=hidden)
    if json_:
        typer.echo(as_json(document(proposal, spoken_)), nl=False)
        return
    shown = hide_from(proposal, hidden)
    typer.echo("\n".join([*outcome(shown, spoken_), *_in_preparation(shown, spoken_)]))
    if written is not None:
        typer.echo(f"\n{say('cli.report', spoken_, path=str(written['report.html']))}")


def _in_preparation(proposal: Proposal, language: Language) -> list[str]:
    """Who waits in which circle in preparation, where anybody does."""
    waiting = brief(circles_of(proposal), language) if proposal.not_placed else []
    return ["", *map(plain, waiting)] if waiting else []


def _tell_first_time(language: Language) -> None:
    """A word to the user where the compiled parts are not in their cache yet."""
    from solver.search.kernels.compiled import is_warm  # noqa: PLC0415 - brings the compiler along

    if not is_warm():
        typer.echo(say("cli.first_time", language), err=True)


def _progress(language: Language) -> Progress:
    """How far it is, on stderr: a line that renews itself, or a line each quarter in a log."""
    watched = sys.stderr.isatty()
    told = 0

    def tell(_score: Score, share: float) -> None:
        nonlocal told
        percent = round(100 * share)
        step = 1 if watched else 25
        if percent >= told + step:
            told = percent - percent % step
            line = say("cli.progress", language, percent=percent)
            typer.echo(f"\r{line} " if watched else line, err=True, nl=not watched or share >= 1)

    return tell
