"""The copies that the program itself left of a database: they hold whoever was erased since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from cohorts.errors import Problem, StoreError
from cohorts.forms.fault import fault_of
from cohorts.store.place import data_folder, file_of

MADE = r"-(\d{8}-\d{6}-\d{6})"
"""How the moment stands in the name of a copy."""


@dataclass(frozen=True)
class Copy:
    """``at``: when it was made, as the store says a time."""

    file: Path
    at: str


def copies_beside(url: str) -> tuple[Copy, ...]:
    """Made before a copy was put back or another release began; the oldest first."""
    own = file_of(url)
    if own is None:
        folder, stem, suffix = data_folder(), str(make_url(url).database), ".dump"
    else:
        folder, stem, suffix = own.parent, own.stem, own.suffix
    named = re.compile(f"{re.escape(stem)}{MADE}{re.escape(suffix)}")
    found = []
    for file in folder.iterdir() if folder.is_dir() else ():
        fits = named.fullmatch(file.name)
        if fits is not None and file.is_file():
            found.append(Copy(file, _moment(fits[1])))
    return tuple(sorted(found, key=lambda one: one.at))


def remove_copy(one: Copy) -> None:
    """With what a database that was open leaves beside it. Raises StoreError."""
    try:
        for end in ("", "-wal", "-shm"):
            one.file.with_name(f"{one.file.name}{end}").unlink(missing_ok=True)
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise StoreError(Problem("store.no_file", str(one.file), facts)) from None


def _moment(text: str) -> str:
    at = datetime.strptime(text, "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
