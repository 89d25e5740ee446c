"""``cohorts programmes``: the programmes that come with the product."""

from __future__ import annotations

import json

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.programme import load_programme, presets


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("programmes")(programmes)


def programmes(language: LanguageOption = None, json_: JsonOption = False) -> None:
    """List the programmes: their groups, places and rules."""
    found = [load_programme(name) for name in presets()]
    if json_:
        typer.echo(json.dumps([p.model_dump(mode="json") for p in found], ensure_ascii=False))
        return
    spoken_ = spoken(language)
    for programme in found:
        low, high = programme.groups.size
        typer.echo(f"{programme.name}: {programme.title[spoken_]} ({low}-{high})")
        if programme.about.get(spoken_):
            typer.echo(f"  {programme.about[spoken_]}")
        for rule in programme.rules:
            weight = "must" if rule.price_weight is None else f"{rule.weight:g}"
            typer.echo(f"  - {rule.title(spoken_)} [{weight}]")
