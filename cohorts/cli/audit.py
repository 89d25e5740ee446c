"""``cohorts audit verify``: whether the log of what happened is as it was written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Annotated

import typer

from cohorts.cli.faults_told import fault_lines, faults_data
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.errors import InputError, Problem
from cohorts.store.place import url_of
from cohorts.store.store import existing
from cohorts.store.verifying import PRINTED, Verified, verify
from cohorts.words import Language, say

VERIFY = "verify"
TOGETHER = 4
"""How many digits of a head are printed without a space."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("audit")(audit)


def audit(
    audit_action: Annotated[str, typer.Argument(metavar=VERIFY)],
    witness: Annotated[str | None, typer.Option("--head", metavar="CODE")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Name every row of the log that was changed, removed, put in or moved."""
    if audit_action != VERIFY:
        raise InputError(Problem("log.no_action", audit_action))
    store = existing(url_of(os.environ))
    try:
        with store.reading() as connection:
            found = verify(connection, witness)
    finally:
        store.close()
    spoken_ = spoken(language)
    typer.echo(_data(found, spoken_) if json_ else "\n".join(lines(found, spoken_)))
    if found.problems:
        raise typer.Exit(1)


def lines(found: Verified, language: Language) -> Iterator[str]:
    """The verdict first, then what it is about."""
    if found.problems:
        yield say("log.broken", language)
        yield from fault_lines(found.problems, language)
        return
    yield say("log.whole", language, events=found.events)
    if found.erased:
        yield say("log.erased", language, count=found.erased)
    if found.witness:
        yield say("log.witness", language, place=found.witness)
    if found.heads:
        yield say("log.heads", language)
    for chain, head in found.heads.items():
        parts = [head[at : at + TOGETHER] for at in range(0, PRINTED, TOGETHER)]
        yield f"  {chain or say('log.installation', language)}: {' '.join(parts)}"


def _data(found: Verified, language: Language) -> str:
    content = {
        "holds": not found.problems,
        "events": found.events,
        "erased": found.erased,
        "witness": found.witness or None,
        "heads": found.heads,
        "problems": faults_data(found.problems, language),
    }
    return json.dumps(content, ensure_ascii=False)
