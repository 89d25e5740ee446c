"""Where the outcome is to be written: tried before anything is composed."""

from __future__ import annotations

import os
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.intake.whole import made_in


def check_folder(folder: Path) -> None:
    """Raises InputError where ``folder`` can be no folder, or nothing can be written in it.

    Only making something there tells: a disk may be full of files, or a name too long for it.
    """
    standing = next(
        place for place in (folder, *folder.absolute().parents) if os.path.lexists(place)
    )
    facts = {"folder": str(standing)}
    if not standing.is_dir():
        raise InputError(Problem("compose.no_folder", "--out", facts))
    if not os.access(standing, os.W_OK | os.X_OK):
        raise InputError(Problem("compose.closed_folder", "--out", facts))
    try:
        with made_in(standing) as made:
            (made / folder.absolute().relative_to(standing.absolute())).mkdir(
                parents=True, exist_ok=True
            )
    except OSError as error:
        why = {"fault": fault_of(error)}
        raise InputError(Problem("compose.cannot_write", str(folder), why)) from None
