"""``cohorts doctor``: whether all that must hold of what is kept does."""

from __future__ import annotations

import json
import os

import typer

from cohorts.cli.faults_told import fault_lines, faults_data
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.store.checks import checks
from cohorts.store.copies_beside import copies_beside
from cohorts.store.doctor import doctor as examine
from cohorts.store.place import named, url_of
from cohorts.store.store import existing
from cohorts.words import say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("doctor")(doctor)


def doctor(language: LanguageOption = None, json_: JsonOption = False) -> None:
    """Look through everything that is kept."""
    store = existing(url_of(os.environ))
    try:
        problems = examine(store)
    finally:
        store.close()
    spoken_ = spoken(language)
    if json_:
        told = faults_data(problems, spoken_)
        content = {"holds": not problems, "checks": list(checks()), "problems": told}
        typer.echo(json.dumps(content, ensure_ascii=False))
    elif problems:
        verdict = say("store.unwell", spoken_, count=len(problems))
        typer.echo("\n".join([verdict, *fault_lines(problems, spoken_)]))
    else:
        typer.echo(say("store.well", spoken_, place=named(store.url)))
        for one in copies_beside(store.url):
            typer.echo(say("store.copy_left", spoken_, place=str(one.file)))
    if problems:
        raise typer.Exit(1)
