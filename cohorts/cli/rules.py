"""``cohorts rules``: what can be asked of groups."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.cli.rule_example import examples
from cohorts.errors import InputError, Problem
from cohorts.forms.field import UNSAID
from cohorts.rules import rules as all_rules
from cohorts.rules.rule import Rule
from cohorts.words import Language, say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("rules")(rules)


def rules(
    name: Annotated[str | None, typer.Argument(metavar="NAME")] = None,
    markdown: Annotated[bool, typer.Option("--markdown")] = False,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """List the rules, with every field."""
    known = all_rules()
    if name is not None and name not in known:
        raise InputError(Problem("cli.rule_unknown", name, {"known": tuple(known)}))
    chosen = {n: kind for n, kind in known.items() if name in (None, n)}
    if json_:
        content = {n: kind.model_json_schema() for n, kind in chosen.items()}
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    spoken_ = spoken(language)
    if markdown:
        typer.echo(f"# {say('cli.rules', spoken_)}\n\n{say('cli.rules_about', spoken_)}")
    for n, kind in chosen.items():
        lines = _page(n, kind, spoken_) if markdown else _plain(n, kind, spoken_)
        typer.echo("\n".join(lines))


def _fields(kind: type[Rule], language: Language) -> list[tuple[str, str, str]]:
    """(name, default, what it says) of every field but the rule's own name."""
    found = []
    for name, field in kind.model_fields.items():
        if name != "rule":
            extra: Any = field.json_schema_extra
            default = "–" if field.is_required() else _shown(field.get_default())
            found.append((name, default, str(extra[language.value])))
    return found


def _shown(default: object) -> str:
    if isinstance(default, tuple):
        return "[" + ", ".join(map(str, default)) + "]"
    return "" if default is None or default == UNSAID else str(default)


def _plain(name: str, kind: type[Rule], language: Language) -> list[str]:
    lines = [f"{name}: {kind.ABOUT[language]}"]
    lines += [f"    {n} [{default}]: {about}" for n, default, about in _fields(kind, language)]
    return lines


def _page(name: str, kind: type[Rule], language: Language) -> list[str]:
    head = say("cli.rules_head", language).split("|")
    return [
        f"\n## {name}\n",
        kind.ABOUT[language],
        "",
        f"| {' | '.join(head)} |",
        "|---|---|---|",
        *(f"| `{n}` | {d} | {about} |" for n, d, about in _fields(kind, language)),
        "",
        *(f"- {text[language]}" for text in kind.SENTENCES.values()),
        *examples(name, kind, language),
    ]
