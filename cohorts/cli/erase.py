"""``cohorts erase``: everything that is held about one person goes."""

from __future__ import annotations

from typing import Annotated

import typer

from cohorts.cli.at_home import at_home
from cohorts.cli.language import spoken
from cohorts.cli.options import LanguageOption, RoundOption
from cohorts.errors import InputError, Problem
from cohorts.reports.plain import plain
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.mentions import Mentions, mentions_of
from cohorts.rounds.erasing.which_round import which_round
from cohorts.rounds.life.round_named import round_named
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.store.copies_beside import copies_beside
from cohorts.words import Language, say

YES = frozenset({"ja", "j", "yes", "y"})


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("erase")(erase)


def erase(
    called: Annotated[str, typer.Argument(metavar="APPLICANT")],
    round_: RoundOption = None,
    yes: Annotated[bool, typer.Option("--yes")] = False,
    notes_too: Annotated[bool, typer.Option("--notes")] = False,
    language: LanguageOption = None,
) -> None:
    """Erase everything that is held about one person."""
    spoken_ = spoken(language)
    with at_home(spoken_) as (store, actor):
        where = round_named(store, actor, round_) if round_ else which_round(store, actor, called)
        found = mentions_of(store, actor, where, called)
        name = next(head.name for head in rounds_of(store, actor) if head.key == where)
        typer.echo(plain(say("erasing.about_to", spoken_, called=called, round=name)))
        _show(found, spoken_)
        for copy in copies_beside(store.url):
            typer.echo(say("store.copy_left", spoken_, place=str(copy.file)))
        notes = notes_too or bool(found.notes and not yes and _agreed("notes_go", spoken_))
        if not (yes or _agreed("sure", spoken_)):
            raise InputError(Problem("erasing.not_sure"))
        chosen = [one.key for one in found.notes] if notes else []
        erase_person(store, actor, where, called, notes=chosen)
        typer.echo(say("erasing.erased", spoken_))


def _show(found: Mentions, language: Language) -> None:
    if found.notes:
        typer.echo(say("erasing.notes_name", language))
    for one in found.notes:
        typer.echo(plain(f"  {one.text}"))
    if found.answered_by:
        typer.echo(say("erasing.answered_by", language, count=found.answered_by))
    if found.planned:
        typer.echo(say("erasing.planned", language, count=found.planned))


def _agreed(question: str, language: Language) -> bool:
    """Whether somebody says yes; nobody there says no."""
    typer.echo(f"{say(f'erasing.{question}', language)} ", nl=False)
    return typer.get_text_stream("stdin").readline().strip().casefold() in YES
