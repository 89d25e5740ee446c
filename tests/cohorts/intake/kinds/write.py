"""Writes what each case reads as anew: ``python -m tests.cohorts.intake.kinds.write [WORD]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.cohorts.intake.kinds.cases import cases, golden_of, reads_as


def write(word: str) -> None:
    """Of all cases with ``word`` in their path."""
    for case in cases():
        if word in str(case):
            with tempfile.TemporaryDirectory() as folder:
                golden_of(case).write_text(reads_as(case, Path(folder)), encoding="utf-8")
            print(golden_of(case).relative_to(Path.cwd()))  # noqa: T201 - tells what was written


if __name__ == "__main__":
    write(sys.argv[1] if len(sys.argv) > 1 else "")
