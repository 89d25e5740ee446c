"""The first text of a programme of one's own: one that comes along, renamed, comments and all."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.forms.toml_file import read_programme_table
from cohorts.programme.programme import Programme, presets


def own_programme(name: str, file: Path) -> str:
    """The TOML of preset ``name`` under the name of ``file``; it loads.

    What the inventory said of a year no longer binds whoever makes it their own. Raises
    InputError where there is no such preset, or the name of the file is none for a programme.
    """
    if name not in presets():
        raise InputError(Problem("programme.unknown_preset", name, {"known": presets()}))
    text = (files("cohorts.programme") / "presets" / f"{name}.toml").read_text("utf-8")
    own = _name_of(file)
    if not own or own in presets():
        raise InputError(Problem("programme.new_name", str(file), {"given": file.stem}))
    text = re.sub(r'(?m)^name = ".*"$', f'name = "{own}"', text, count=1)
    text = re.sub(r"(?m)^valid_until = .*\n", "", text, count=1)
    today = date.today().isoformat()  # noqa: DTZ011 - the organiser's own day is meant
    text = re.sub(r'(?m)^source = "(.*)"$', rf'source = "{today}: \1"', text, count=1)
    read_programme_table(text, str(file), Programme)
    return text


def _name_of(file: Path) -> str:
    """The file's name in small letters, digits and strokes."""
    return re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:60]
