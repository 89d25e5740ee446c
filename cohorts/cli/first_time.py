"""A word to whoever waits for what is compiled, before it is."""

from __future__ import annotations

from collections.abc import Sized

import typer

from cohorts.composing.first_time import (
    SECONDS_OF_READING,
    SECONDS_OF_ROTATION,
    first_reading,
    first_rotation,
    first_time,
    said_first,
)
from cohorts.words import Language


def tell_first_time(applicants: Sized, language: Language) -> None:
    """Says it on stderr, where composing these takes longer than it ever will again."""
    if longer := first_time(len(applicants)):
        typer.echo(said_first(longer, language), err=True)


def tell_first_rotation(language: Language) -> None:
    """The same of the first rotation."""
    if longer := first_rotation():
        typer.echo(said_first(longer, language, SECONDS_OF_ROTATION), err=True)


def tell_first_reading(language: Language) -> None:
    """The same of the first plan of who reads what."""
    if longer := first_reading():
        typer.echo(said_first(longer, language, SECONDS_OF_READING), err=True)
