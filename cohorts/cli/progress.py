"""How far the work is, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from cohorts.words import Language, say


def told_on_stderr(
    language: Language, key: str = "cli.progress"
) -> Callable[[object, float], None]:
    """Tells the share of the work: a line that renews itself, or a line each quarter in a log.

    ``key``: the sentence that says what is done. What was found so far is not told.
    """
    watched = sys.stderr.isatty()
    told = 0

    def tell(_found: object, share: float) -> None:
        nonlocal told
        percent = round(100 * share)
        step = 1 if watched else 25
        if percent >= told + step:
            told = percent - percent % step
            line = say(key, language, percent=percent)
            typer.echo(f"\r{line} " if watched else line, err=True, nl=not watched or share >= 1)

    return tell
