"""``cohorts shortlist``: from all who applied to who takes part, stage by stage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.first_time import tell_first_time
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import EffortOption, JsonOption, LanguageOption, OutOption
from cohorts.cli.progress import told_on_stderr
from cohorts.committee.shortlisting.funnel import read_funnel
from cohorts.committee.shortlisting.shortlist import shortlist as shortlist_of
from cohorts.composing.inputs import INPUTS
from cohorts.record.remark_part import remarks_data
from cohorts.reports.plain import plain
from cohorts.reports.shortlist_data import shortlist_data
from cohorts.reports.shortlist_said import shortlist_lines
from cohorts.reports.write_shortlist import write_shortlist
from cohorts.words import say
from solver.solution import Effort

BESIDE = {name: one for name, one in INPUTS.items() if name != "merit"}
"""What may be given: points come from the votes."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("shortlist")(takes(shortlist, BESIDE))


def shortlist(
    typed: Typed,
    funnel: Annotated[Path, typer.Option("--funnel", metavar="FILE", readable=False)],
    effort: EffortOption = Effort.NORMAL,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Go stage by stage from all who applied to who takes part."""
    if out is not None:
        check_folder(out)
    spoken_ = spoken(language)
    stages = read_funnel(funnel)
    read = typed.read()
    tell_first_time(read.applicants, spoken_)
    found = shortlist_of(
        read.applicants,
        read.programme,
        stages,
        funnel.parent,
        effort=effort,
        progress=told_on_stderr(spoken_),
        **read.given,
    )
    written = write_shortlist(found, out, spoken_) if out is not None else None
    if json_:
        remarks = {"remarks": remarks_data(read.remarks, spoken_)}
        typer.echo(json.dumps(shortlist_data(found, spoken_) | remarks, ensure_ascii=False))
        return
    lines = shortlist_lines(found, spoken_, paged=written is not None)
    told = read.remarks_said(spoken_)
    typer.echo("\n".join([*map(plain, lines), *told]))
    if written is not None:
        typer.echo(f"\n{say('shortlist.report_of', spoken_, path=str(written))}")
