"""``cohorts drill``: the newest copy put back elsewhere, looked through, and written down."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.faults_told import fault_lines, faults_data
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.rounds.drilling.drill import Drilled
from cohorts.rounds.drilling.drill import drill as put_back
from cohorts.rounds.drilling.drill_log import as_data, log_of, write_down
from cohorts.store.place import url_of
from cohorts.words import Language, say

DAY = 48
"""Hours; from here on the age of a copy is said in days."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("drill")(drill)


def drill(
    copies: Annotated[Path, typer.Argument(metavar="COPIES", readable=False)],
    drill_log: Annotated[Path | None, typer.Option("--log", metavar="FILE")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Try whether the newest copy can be put back."""
    url = url_of(os.environ)
    done = put_back(copies, url)
    kept = drill_log or log_of(url)
    write_down(kept, done)
    spoken_ = spoken(language)
    if json_:
        told = faults_data(done.problems, spoken_)
        content = as_data(done) | {"problems": told, "log": str(kept)}
        typer.echo(json.dumps(content, ensure_ascii=False))
    else:
        typer.echo("\n".join(_lines(done, kept, spoken_)))
    if done.problems:
        raise typer.Exit(1)


def _lines(done: Drilled, kept: Path, language: Language) -> list[str]:
    hours = round(done.hours)
    age = "drill.days" if hours >= DAY else "drill.hours"
    old = say(age, language, count=round(hours / 24) if hours >= DAY else hours)
    facts = {"file": str(done.file), "old": old, "seconds": round(done.seconds, 1)}
    written = say("drill.written", language, file=str(kept))
    if done.problems:
        faults = fault_lines(done.problems, language)
        verdict = say("drill.unwell", language, count=len(done.problems), **facts)
        return [verdict, *faults, written]
    made = done.recomputed
    lines = [say("drill.well", language, **facts)]
    lines.append(
        say(
            "drill.found",
            language,
            events=done.events,
            rounds=made.rounds,
            decisions=made.decisions,
        )
    )
    if made.passed_over:
        lines.append(say("drill.passed_over", language, count=made.passed_over))
    if done.erased:
        lines.append(say("store.erased_again", language, count=done.erased))
    return [*lines, written]
