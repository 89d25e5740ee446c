"""Help in the organiser's words: on every command, and as a page of the docs."""

from __future__ import annotations

from typing import Any

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import LanguageOption
from cohorts.words import Language, say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("manual")(manual)


def manual(context: typer.Context, language: LanguageOption = None) -> None:
    """Print the help of every command as one page."""
    language_ = spoken(language)
    program: Any = context.find_root().command
    typer.echo(f"# {say('help.title', language_)}\n\n{say('help.about', language_)}")
    for name, command in program.commands.items():
        typer.echo("\n".join(_page(name, command, language_)))


def in_words(program: Any, language: Language) -> Any:
    """``program`` with the help of every command and option in this language."""
    program.help = say("help.about", language)
    for name, command in program.commands.items():
        command.help = say(f"help.command_{name}", language)
        for parameter in command.params:
            parameter.help = say(f"help.{parameter.name.rstrip('_')}", language)
    return program


def _page(name: str, command: Any, language: Language) -> list[str]:
    given = [p.metavar or p.name.upper() for p in command.params if p.param_type_name == "argument"]
    lines = [f"\n## cohorts {' '.join([name, *given])}\n", command.help, ""]
    lines += [f"| {say('help.head', language).replace('|', ' | ')} |", "|---|---|"]
    for parameter in command.params:
        named = parameter.opts[:1] if parameter.param_type_name == "option" else []
        shown = " ".join([*named, *filter(None, [parameter.metavar])])
        must = f" ({say('help.must', language)})" if parameter.required else ""
        lines.append(f"| `{shown.replace('|', chr(92) + '|')}` | {parameter.help}{must} |")
    return lines
