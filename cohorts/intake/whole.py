"""Writes files whole: all of them, or none; what stood there stays until the new ones are whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from cohorts.intake.exchange import Exchange
from cohorts.uninterrupted import uninterrupted

BESIDE = ".cohorts-"
"""How a folder begins in which files are made; it stands where they will, so that a move is one
step, and the place may be the only one where we may write."""
LEFT = 86_400.0
"""Seconds after which such a folder is nobody's any more: its program was killed."""


def write_whole(contents: Mapping[Path, str]) -> None:
    """Each text is written beside its place, and moved there when all are written.

    What is no plain file (a pipe, a terminal) is written to as it is. Raises OSError.
    """
    plain = {path: text for path, text in contents.items() if _is_plain(path)}
    for path in contents.keys() - plain.keys():
        path.write_text(contents[path], encoding="utf-8", newline="")
    with uninterrupted(), ExitStack() as stack:
        exchange = Exchange()
        for path, text in plain.items():
            try:
                made = stack.enter_context(made_in(path.parent))
                (made / "new").write_bytes(text.encode())
            except OSError as error:
                raise OSError(error.errno, error.strerror, str(path)) from None
            exchange.put(made / "new", path)
        exchange.carry_out()


def write_folder(folder: Path, contents: Mapping[str, bytes], gone: Collection[str] = ()) -> None:
    """Each file below ``folder``, which is made where it is not; what is ``gone`` goes with it.

    A new folder is moved to its place as one. Raises OSError.
    """
    # a step back (..) out of a folder that is not there leads somewhere; a link to nothing does not
    place = folder if os.path.lexists(folder) else folder.resolve()
    with uninterrupted():
        if os.path.lexists(place):
            _into(place, contents, gone)
        else:
            _as_one(place, contents)


def _into(folder: Path, contents: Mapping[str, bytes], gone: Collection[str]) -> None:
    """Into a folder that is there, beside whatever else is in it."""
    with made_in(folder) as made:
        _fill(made / "new", contents)
        exchange = Exchange()
        for file in contents:
            exchange.put(made / "new" / file, folder / file)
        for number, file in enumerate(gone):
            exchange.take(folder / file, made / f"gone-{number}")
        exchange.carry_out()
    for below in {(folder / file).parent for file in gone}:
        with suppress(OSError):  # somebody else has something in it
            below.rmdir()


def _as_one(folder: Path, contents: Mapping[str, bytes]) -> None:
    """As a new folder, with all above it that is not there either."""
    missing = [folder, *(one for one in folder.parents if not os.path.lexists(one))]
    first = missing[-1]
    with made_in(first.parent) as made:
        new = made / "new"
        _fill(new / folder.relative_to(first), contents)
        new.rename(first)


def _fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for file, content in contents.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(content)


@contextmanager
def made_in(folder: Path) -> Iterator[Path]:
    """A folder for the time being, that nobody else may look into; gone afterwards."""
    for left in folder.glob(f"{BESIDE}*"):
        with suppress(OSError):  # of somebody else, or gone meanwhile
            if time.time() - left.stat().st_mtime > LEFT:
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=folder, prefix=BESIDE, ignore_cleanup_errors=True) as name:
        yield Path(name)


def _is_plain(path: Path) -> bool:
    return path.is_file() or not path.exists()
