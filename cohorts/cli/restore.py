"""``cohorts restore``: a copy put back, without who was erased since."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.store.place import url_of
from cohorts.store.restore import restore as put_back
from cohorts.words import say


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("restore")(restore)


def restore(
    copy: Annotated[Path, typer.Argument(metavar="FILE", readable=False)],
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Put a copy back; what stood there is kept beside it."""
    done = put_back(copy, url_of(os.environ))
    spoken_ = spoken(language)
    before = None if done.before is None else str(done.before)
    if json_:
        content = {"file": str(copy), "before": before, "erased": done.erased}
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    typer.echo(say("store.restored", spoken_, file=str(copy)))
    if done.erased:
        typer.echo(say("store.erased_again", spoken_, count=done.erased))
    if before:
        typer.echo(say("store.before", spoken_, file=before))
