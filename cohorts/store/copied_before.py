"""A copy of what stands there, before something that changes all of it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from cohorts.errors import StoreError
from cohorts.store.means import means_of
from cohorts.store.place import data_folder, file_of, made


def copied_before(url: str) -> Path | None:
    """Where it is; None where nothing stands there.

    Beside the file of SQLite, else in the user's data folder. A file that SQLite itself cannot
    copy is kept as it is. Raises StoreError, OSError.
    """
    own = file_of(url)
    at = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    if own is None:
        copy = data_folder() / f"{make_url(url).database}-{at}.dump"
        means_of(url).write(copy)
        return copy
    if not own.exists():
        return None
    copy = own.with_name(f"{own.stem}-{at}{own.suffix}")
    try:
        means_of(url).write(copy)
    except StoreError:
        made(copy)
        shutil.copyfile(own, copy)
    return copy
