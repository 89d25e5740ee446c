"""Help in the organiser's words: on every command, and as a page of the docs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import LanguageOption
from cohorts.words import Language, say

HEADINGS = {
    "Usage:": "usage",
    "Arguments:": "arguments",
    "Options:": "options",
    "Commands:": "commands",
    "[required]": "required",
    "[default:": "default",
    "Show this message and exit.": "show",
}
"""What the command line library itself writes → the key of our word for it."""


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
    program.get_help = _help(program.get_help, language)
    for parameter in program.params:
        parameter.help = say(f"help.{parameter.name}", language)
    for name, command in program.commands.items():
        command.help = command.short_help = say(f"help.command_{name}", language)
        command.get_help = _help(command.get_help, language)
        for parameter in command.params:
            parameter.help = say(f"help.{parameter.name.rstrip('_')}", language)
    return program


def _help(written: Callable[[Any], str], language: Language) -> Callable[[Any], str]:
    """The help as the library writes it, its headings in this language."""

    def help_of(context: Any) -> str:
        text = written(context)
        for theirs, ours in HEADINGS.items():
            text = text.replace(theirs, say(f"help.{ours}", language))
        return text

    return help_of


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
