"""``cohorts access``: everything that is held about one person."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from cohorts.cli.at_home import at_home
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, RoundOption
from cohorts.reports.held_said import held_said
from cohorts.reports.plain import plain
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.erasing.which_round import which_round
from cohorts.rounds.life.round_named import round_named


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("access")(access)


def access(
    called: Annotated[str, typer.Argument(metavar="APPLICANT")],
    round_: RoundOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Show everything that is held about one person."""
    spoken_ = spoken(language)
    with at_home(spoken_) as (store, actor):
        where = round_named(store, actor, round_) if round_ else which_round(store, actor, called)
        held = held_about(store, actor, where, called, spoken_)
    if json_:
        typer.echo(json.dumps(held.as_json(), ensure_ascii=False))
    else:
        typer.echo("\n".join(plain(line) for line in held_said(held, spoken_)))
