"""``cohorts panel plan``: who reads which dossier, and how sure that makes the outcome."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.first_time import tell_first_reading
from cohorts.cli.folder import check_folder
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, OutOption
from cohorts.cli.progress import told_on_stderr
from cohorts.committee.panel.panel_asked import PanelAsked
from cohorts.committee.panel.panel_document import panel_json
from cohorts.committee.panel.panel_files import read_blocked, read_dossiers, read_members
from cohorts.committee.panel.plan_panel import plan_panel
from cohorts.errors import InputError, Problem
from cohorts.reports.page.panel_page import panel_page
from cohorts.reports.panel_outcome import panel_outcome
from cohorts.reports.readers_csv import readers_csv
from cohorts.reports.write import save
from cohorts.round.remark import noticed
from cohorts.words import say

PLAN = "plan"
PAGE = "panel.html"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("panel")(panel)


def panel(
    panel_action: Annotated[str, typer.Argument(metavar="plan")],
    members: Annotated[str, typer.Option("--members", metavar="N|FILE")],
    dossiers: Annotated[str, typer.Option("--dossiers", metavar="N|FILE")],
    minutes: Annotated[int, typer.Option("--minutes", metavar="M")],
    panel_places: Annotated[int, typer.Option("--places", metavar="K")],
    minutes_per_dossier: Annotated[int, typer.Option("--minutes-per-dossier", metavar="M")] = 4,
    readers: Annotated[int | None, typer.Option("--readers", metavar="R")] = None,
    blocked: Annotated[
        Path | None, typer.Option("--blocked", metavar="FILE", readable=False)
    ] = None,
    panel_seed: Annotated[int, typer.Option("--seed", metavar="N", min=0)] = 0,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Say who reads which dossier, and how sure that makes the outcome."""
    if panel_action != PLAN:
        raise InputError(Problem("panel.action", "ACTION", {"given": panel_action}))
    if out is not None:
        check_folder(out)
    spoken_ = spoken(language)
    who, what = read_members(members), read_dossiers(dossiers)
    pairs = () if blocked is None else read_blocked(blocked, who, what)
    tell_first_reading(spoken_)
    plan = plan_panel(
        PanelAsked(
            members=tuple(who),
            dossiers=tuple(what),
            minutes=minutes,
            places=panel_places,
            each=minutes_per_dossier,
            readers=readers,
            blocked=frozenset(pairs),
            seed=panel_seed,
            names=what,
            remarks=(*who.remarks, *what.remarks, *noticed(pairs)),
        ),
        told_on_stderr(spoken_, "panel.progress"),
    )
    document = panel_json(plan, spoken_)
    if out is not None:
        contents = {
            "readers.csv": readers_csv(plan).encode(),
            "panel.json": document.encode(),
            PAGE: panel_page(plan, spoken_).encode(),
        }
        save(out, contents)
    if json_:
        typer.echo(document, nl=False)
        return
    typer.echo("\n".join(panel_outcome(plan, spoken_)))
    if out is not None:
        typer.echo(f"\n{say('panel.saved', spoken_, path=str(out / PAGE))}")
