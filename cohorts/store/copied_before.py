"""A copy of what stands there, before something that changes all of it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from cohorts.errors import StoreError
from cohorts.intake.whole import made_in
from cohorts.store.means import means_of
from cohorts.store.place import OUR_FOLDER, data_folder, file_of, made, moved


def copied_before(url: str) -> Path | None:
    """Where it is; None where nothing stands there.

    Beside the file of SQLite, else in the user's data folder. A file that SQLite itself cannot
    copy is kept as it is. Raises StoreError, OSError.
    """
    own = file_of(url)
    at = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    if own is None:
        copy = data_folder() / f"{make_url(url).database}-{at}.dump"
        copy.parent.mkdir(OUR_FOLDER, parents=True, exist_ok=True)
    elif not own.exists():
        return None
    else:
        copy = own.with_name(f"{own.stem}-{at}{own.suffix}")
    with made_in(copy.parent) as folder:  # one that is not whole never has the name of a copy
        _write(url, own, folder / copy.name)
        moved(folder / copy.name, copy)
    return copy


def _write(url: str, own: Path | None, copy: Path) -> None:
    try:
        means_of(url).write(copy)
    except StoreError:
        if own is None:
            raise
        made(copy)
        shutil.copyfile(own, copy)
