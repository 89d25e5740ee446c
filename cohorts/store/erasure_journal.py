"""Who was erased, outside the database: keys only, so that an older copy of it forgets them too.

One line an erasure, as JSON: ``at``, ``by``, ``round``, ``person``, ``along``, and ``templates``
where there are any. It stands
beside the file of SQLite, or in the user's data folder, and is on the disk before the erasure is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from cohorts.errors import Problem, StoreError
from cohorts.forms.fault import fault_of
from cohorts.store.clock import now
from cohorts.store.place import OUR_FOLDER, OURS_ALONE, data_folder, file_of

NAME = "erasures.jsonl"


@dataclass(frozen=True)
class Erasure:
    """Who was erased from which round, when, and by whom.

    ``along``: keys of the notes and remarks that went with them because they name them;
    ``templates``: of documents for letters that did, the kind and the SHA-256 of each row's value.
    """

    at: str
    by: str
    round: str
    person: str
    along: Sequence[str] = ()
    templates: Sequence[Sequence[str]] = ()


def journal_of(url: str) -> Path:
    """Where that of a database stands."""
    file = file_of(url)
    return (data_folder() if file is None else file.parent) / NAME


def noted(url: str) -> Iterator[Erasure]:
    """All of them, oldest first. A line that was cut off is passed over: nothing came of it."""
    journal = journal_of(url)
    for line in journal.read_text("utf-8").splitlines() if journal.exists() else ():
        try:
            yield Erasure(**json.loads(line))
        except (TypeError, ValueError):
            continue


def note(
    url: str,
    by: str,
    round_: str,
    person: str,
    along: Sequence[str] = (),
    *,
    templates: Sequence[Sequence[str]] = (),
) -> Erasure:
    """One line more, on the disk when this is done. Raises StoreError."""
    erasure = Erasure(now(), by, round_, person, list(along), [list(one) for one in templates])
    line = asdict(erasure)
    if not templates:  # so that an earlier release reads it too
        del line["templates"]
    journal = journal_of(url)
    try:
        journal.parent.mkdir(OUR_FOLDER, parents=True, exist_ok=True)
        _write(journal, json.dumps(line))
    except OSError as error:
        raise StoreError(
            Problem("store.no_file", str(journal), {"fault": fault_of(error)})
        ) from None
    return erasure


def _write(journal: Path, line: str) -> None:
    """Behind what stands there; an end of a line first, because the one before may be cut off."""
    opened = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OURS_ALONE)
    try:
        os.write(opened, f"\n{line}\n".encode())
        os.fsync(opened)
    finally:
        os.close(opened)
    if os.name != "nt":  # which opens no folder
        folder = os.open(journal.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
