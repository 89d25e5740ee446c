"""``cohorts programmes``: the programmes that come along; one of them; one of your own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.condition_page import condition_page
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.cli.own_programme import own_programme
from cohorts.cli.programme_page import as_markdown, as_text
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.intake.whole import write_whole
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.words import Language, say

Action = Annotated[str | None, typer.Argument(metavar="ACTION")]
Name = Annotated[str | None, typer.Argument(metavar="NAME")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("programmes")(programmes)


def programmes(
    action: Action = None,
    programme_name: Name = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="NAME")] = None,
    out_file: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    markdown: Annotated[bool, typer.Option("--markdown")] = False,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """List the programmes, show one, or begin one of your own."""
    spoken_ = spoken(language)
    if action == "new":
        _new(from_ or programme_name, out_file, spoken_)
    elif action == "show":
        _show([_named(programme_name)], spoken_, markdown=markdown, json_=json_)
    elif action is not None:
        raise InputError(Problem("programme.action", action, {"given": action}))
    elif json_ or markdown:
        found = [load_programme(name) for name in presets()]
        _show(found, spoken_, markdown=markdown, json_=json_, many=True)
    else:
        typer.echo("\n".join(_listed(spoken_)))


def _named(name: str | None) -> Programme:
    if name is None:
        raise InputError(Problem("programme.no_name", "cohorts", {"known": presets()}))
    return load_programme(name)


def _show(
    found: list[Programme], language: Language, *, markdown: bool, json_: bool, many: bool = False
) -> None:
    if json_:
        content = [programme.model_dump(mode="json") for programme in found]
        typer.echo(json.dumps(content if many else content[0], ensure_ascii=False))
    elif markdown:
        head = f"# {say('programme.page', language)}\n\n{say('programme.page_about', language)}\n"
        pages = [as_markdown(programme, language) for programme in found]
        typer.echo("\n".join([head, *pages, condition_page(language)] if many else pages))
    else:
        typer.echo("\n\n".join(as_text(programme, language) for programme in found))


def _listed(language: Language) -> list[str]:
    lines = []
    for programme in map(load_programme, presets()):
        low, high = programme.groups.size
        size = str(low) if low == high else f"{low}-{high}"
        lines.append(f"{programme.name}: {programme.title[language]} ({size})")
        lines += [f"  {programme.about[language]}"] if programme.about.get(language) else []
    return [*lines, "", say("programme.see_show", language)]


def _new(name: str | None, file: Path | None, language: Language) -> None:
    """Writes a programme of one's own. Raises InputError where it cannot be or is there."""
    if file is None or name is None:
        raise InputError(Problem("programme.new_needs", "cohorts", {"known": presets()}))
    if os.path.lexists(file):
        raise InputError(Problem("programme.new_exists", str(file)))
    text = own_programme(name, file)
    try:
        write_whole({file: text})
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("compose.cannot_write", str(file), facts)) from None
    typer.echo(say("programme.new_written", language, path=str(file)))
