"""The same input gives the same tables in every process, whatever texts hash to there."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
from tests.cohorts.after.rotation.few_people import NINE, people
from cohorts.after.rotation.make_tables import make_tables
from cohorts.after.rotation.tables_asked import Wanted
made = make_tables(people(12), NINE, Wanted(sessions=3, tables=4), effort="quick")
print(made.sittings)
"""


def test_what_texts_hash_to_decides_nothing() -> None:
    printed = set()
    for seed in ("0", "1"):
        there = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run(
            [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env=there
        )
        printed.add(ran.stdout)
    assert len(printed) == 1
