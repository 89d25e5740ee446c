"""Values that others published: a CSV with the columns ``instance`` and ``best``."""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.mdgp.instance import InstanceError


def read_published(path: Path) -> dict[str, float]:
    """Instance → the best value that is published. Raises InstanceError."""
    fix = "Give a CSV with the columns instance and best."
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InstanceError(str(path), f"It cannot be read ({error}).", fix) from None
    found: dict[str, float] = {}
    for number, row in enumerate(rows, 2):
        try:
            found[row["instance"]] = float(row["best"])
        except (KeyError, TypeError, ValueError):
            raise InstanceError(f"{path}, line {number}", "It states no value.", fix) from None
    return found
