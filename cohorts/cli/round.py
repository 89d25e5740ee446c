"""``cohorts round``: rounds that are kept; begun, listed, opened, taken along and brought back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.at_home import at_home, round_at, site_address
from cohorts.cli.language import spoken
from cohorts.cli.options import AddressOption, JsonOption, LanguageOption, ProgrammeName
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.read_file import read_file
from cohorts.intake.whole import write_folder
from cohorts.programme.programme import load_programme, presets
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.round_named import round_named
from cohorts.rounds.life.rounds_of import RoundHead, rounds_of
from cohorts.rounds.locked import is_locked, unlock
from cohorts.rounds.packed import MOST_BYTES
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say


@dataclass(frozen=True)
class Asked:
    """One command. ``subject``: a round, or the name of a new one, or the file of one.

    ``reason``: why a round goes along in which votes stand by name.
    """

    store: Store
    actor: Actor
    subject: str
    programme: str
    out: Path | None
    reason: str
    address: str
    language: Language
    json: bool


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("round")(round_)


def round_(
    round_action: Annotated[str, typer.Argument(metavar="ACTION")],
    round_subject: Annotated[str, typer.Argument(metavar="ROUND")] = "",
    programme: ProgrammeName = "businessversneller",
    round_file: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    round_reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
    address: AddressOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Begin a round, list them, open one, or take one along in a file and bring it back."""
    spoken_ = spoken(language)
    if round_action not in ACTIONS:
        facts = {"given": round_action, "known": list(ACTIONS)}
        raise InputError(Problem("rounds.action", "ACTION", facts))
    if not round_subject and round_action != "list":
        raise InputError(Problem("rounds.which", "ROUND"))
    with at_home(spoken_) as (store, actor):
        root = address or site_address()
        given = (round_subject, programme, round_file, round_reason)
        asked = Asked(store, actor, *given, root, spoken_, json_)
        typer.echo(ACTIONS[round_action](asked))


def _new(asked: Asked) -> str:
    known = asked.programme in presets()
    programme = asked.programme if known else load_programme(asked.programme)
    return _opened(asked, new_round(asked.store, asked.actor, asked.subject, programme))


def _open(asked: Asked) -> str:
    return _opened(asked, round_named(asked.store, asked.actor, asked.subject))


def _opened(asked: Asked, key: RoundKey) -> str:
    address = round_at(asked.address, key, asked.language)
    if asked.json:
        return json.dumps({"round": key, "address": address}, ensure_ascii=False)
    return say("rounds.at", asked.language, address=address)


def _list(asked: Asked) -> str:
    heads = rounds_of(asked.store, asked.actor)
    if asked.json:
        return json.dumps([_as_json(head) for head in heads], ensure_ascii=False)
    if not heads:
        return say("rounds.none_yet", asked.language)
    return "\n".join(_line(head, asked.language) for head in heads)


def _line(head: RoundHead, language: Language) -> str:
    key = "rounds.line_archived" if head.archived else "rounds.line"
    facts = {"key": head.key, "name": head.name, "programme": head.preset}
    return say(key, language, day=head.last_at[:10], **facts)


def _as_json(head: RoundHead) -> dict[str, object]:
    return {
        "round": head.key,
        "name": head.name,
        "programme": head.preset,
        "made_at": head.made_at,
        "last_at": head.last_at,
        "archived": head.archived,
        "done": sorted(head.done),
    }


def _export(asked: Asked) -> str:
    key = round_named(asked.store, asked.actor, asked.subject)
    path = asked.out or Path(f"{key}.zip")
    content = export_round(asked.store, asked.actor, key, reason=asked.reason)
    try:
        write_folder(path.parent, {path.name: content})
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("compose.cannot_write", str(path), facts)) from None
    if asked.json:
        return json.dumps({"round": key, "file": str(path)}, ensure_ascii=False)
    return say("rounds.exported", asked.language, path=str(path))


def _import(asked: Asked) -> str:
    try:
        content = read_file(asked.subject, MOST_BYTES)
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("rounds.zip_no_file", asked.subject, facts)) from None
    if is_locked(content):
        password = typer.prompt(
            say("rounds.ask_password", asked.language), hide_input=True, err=True
        )
        content = unlock(content, password, asked.subject)
    return _opened(asked, import_round(asked.store, asked.actor, content, asked.subject))


ACTIONS: Mapping[str, Callable[[Asked], str]] = {
    "new": _new,
    "list": _list,
    "open": _open,
    "export": _export,
    "import": _import,
}
