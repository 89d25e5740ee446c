"""Where the outcome is to be written: looked at before anything is composed."""

from __future__ import annotations

import os
from pathlib import Path

from cohorts.errors import InputError, Problem


def check_folder(folder: Path) -> None:
    """Raises InputError where ``folder`` can be no folder, or nothing can be written in it."""
    standing = next(
        place for place in (folder, *folder.absolute().parents) if os.path.lexists(place)
    )
    facts = {"folder": str(standing)}
    if not standing.is_dir():
        raise InputError(Problem("compose.no_folder", "--out", facts))
    if not os.access(standing, os.W_OK | os.X_OK):
        raise InputError(Problem("compose.closed_folder", "--out", facts))
