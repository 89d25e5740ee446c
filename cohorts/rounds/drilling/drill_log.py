"""What every drill came to: one line of JSON each, to be shown to whoever audits."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from cohorts.rounds.drilling.drill import Drilled
from cohorts.store.place import OUR_FOLDER, OURS_ALONE, data_folder, file_of

NAME = "drills.jsonl"


def log_of(url: str) -> Path:
    """Where that of a database stands: beside its file, or in our data folder."""
    file = file_of(url)
    return (data_folder() if file is None else file.parent) / NAME


def as_data(done: Drilled) -> dict[str, Any]:
    """For machines; no name of anybody stands in it."""
    made = done.recomputed
    return {
        "at": done.at,
        "copy": done.file.name,
        "sha256": done.sha256,
        "hours_old": round(done.hours, 1),
        "seconds": round(done.seconds, 1),
        "holds": not done.problems,
        "events": done.events,
        "heads": dict(done.heads),
        "erased_again": done.erased,
        "rounds": made.rounds,
        "decisions_recomputed": made.decisions,
        "decisions_passed_over": made.passed_over,
        "problems": [{"code": one.code, "place": one.place} for one in done.problems],
    }


def write_down(log: Path, done: Drilled) -> None:
    """One line more, on the disk when this is done. Raises OSError."""
    log.parent.mkdir(OUR_FOLDER, parents=True, exist_ok=True)
    opened = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OURS_ALONE)
    try:
        os.write(opened, f"{json.dumps(as_data(done))}\n".encode())
        os.fsync(opened)
    finally:
        os.close(opened)
