"""``cohorts rotation``: who sits at which table in every session, so that many meet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cohorts.after.rotation.by_hand_given import absences
from cohorts.after.rotation.by_hand_given import hosts as hosts_given
from cohorts.after.rotation.make_tables import make_tables
from cohorts.after.rotation.plan_file import read_plan
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.after.rotation.tables_document import tables_json
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.cli.compose import LONGEST
from cohorts.cli.first_time import tell_first_rotation
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Read, Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import EffortOption, JsonOption, LanguageOption, OutOption
from cohorts.cli.progress import told_on_stderr
from cohorts.composing.inputs import INPUTS
from cohorts.composing.spelled import sizes
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.met_file import read_met
from cohorts.reports.page.tables_page import tables_page
from cohorts.reports.rotation_csv import rotation_csv
from cohorts.reports.tables_outcome import tables_outcome
from cohorts.reports.write import save
from cohorts.round.remark import Remark, noticed
from cohorts.words import Language, say
from solver.solution import Effort

OF_GROUPS = {"merit", "previous", "waiting", "keep", "groups", "size", "places", "pins"}
"""Inputs that say something of groups; at the tables they would say nothing."""
HERE = {name: one for name, one in INPUTS.items() if name not in OF_GROUPS}
PAGE = "rotation.html"
AbsentOption = Annotated[list[str] | None, typer.Option("--absent", metavar="ID=SESSION[,SESSION]")]
PlanOption = Annotated[Path | None, typer.Option("--plan", metavar="FILE.toml", readable=False)]
MetOption = Annotated[Path | None, typer.Option("--met", metavar="FILE", readable=False)]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("rotation")(takes(rotation, HERE))


def rotation(
    typed: Typed,
    sessions: Annotated[int | None, typer.Option("--sessions", metavar="R")] = None,
    tables: Annotated[int | None, typer.Option("--tables", metavar="T")] = None,
    table_size: Annotated[str | None, typer.Option("--size", metavar="MIN-MAX")] = None,
    spread: Annotated[list[str] | None, typer.Option("--spread", metavar="FIELD")] = None,
    absent: AbsentOption = None,
    host: Annotated[list[str] | None, typer.Option("--host", metavar="ID=TABLE")] = None,
    plan: PlanOption = None,
    met: MetOption = None,
    effort: EffortOption = Effort.NORMAL,
    time_limit: Annotated[float | None, typer.Option("--time-limit", metavar="S")] = None,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Seat people at tables, session by session, so that as few as can be meet twice."""
    if time_limit is not None and not 0 < time_limit <= LONGEST:
        raise InputError(Problem("compose.time_limit", "--time-limit", {"given": time_limit}))
    if out is not None:
        check_folder(out)
    size = None if table_size is None else sizes(table_size)
    read, stated = typed.read(), None if plan is None else read_plan(plan)
    people = Directory(read.applicants)
    before = () if met is None else read_met(met, read.applicants)
    tell_first_rotation(spoken(language))
    made = make_tables(
        read.applicants,
        read.programme,
        Wanted(
            sessions=sessions,
            tables=tables,
            size=size,
            spread=tuple(spread or ()),
            absent=absences(absent or (), people),
            hosts=hosts_given(host or (), people),
            plan=stated,
            met=frozenset(before),
        ),
        effort=effort,
        time_limit=time_limit,
        progress=told_on_stderr(spoken(language), "rotation.progress"),
        **read.given,
    )
    _tell(made, read, noticed(before), out, spoken(language), json_=json_)


def _tell(
    made: TablesPlan,
    read: Read,
    beside: tuple[Remark, ...],
    out: Path | None,
    language: Language,
    *,
    json_: bool,
) -> None:
    """Writes the three files, where that is asked, and says what came of it."""
    document = tables_json(made, language)
    if out is not None:
        contents = {
            "rotation.csv": rotation_csv(made).encode(),
            "rotation.json": document.encode(),
            PAGE: tables_page(made, language).encode(),
        }
        save(out, contents)
    if json_:
        typer.echo(document, nl=False)
        return
    remarks = (*made.round_.remarks, *beside)
    noticed_ = read.remarks_said(language, remarks)
    lines = [
        *tables_outcome(made, language, paged=out is not None),
        *(["", *noticed_] if noticed_ else []),
    ]
    typer.echo("\n".join(lines))
    if out is not None:
        typer.echo(f"\n{say('rotation.saved', language, path=str(out / PAGE))}")
