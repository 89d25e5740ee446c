"""How far a command is, while it composes."""

from __future__ import annotations

import sys

import typer

from cohorts.composing.compose import Progress
from cohorts.words import Language, say
from solver.score import Score


def progress(language: Language) -> Progress:
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
