"""The same input and seed give the same bytes: on 1 and 2 cores, with any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cohorts.cli.run import OVERIJSSEL

COMMAND = """
import os, sys
sys.argv[0] = "cohorts"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(os.environ["CORES"])])
from cohorts.cli import main
main()
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return composed(tmp_path_factory.mktemp("first"), cores=1, hash_seed="0")


def composed(folder: Path, *, cores: int, hash_seed: str) -> bytes:
    arguments = [
        *("compose", OVERIJSSEL / "aanmeldingen.xlsx", "--programme", "businessversneller"),
        *("--relations", OVERIJSSEL / "relations.csv", "--seed", "3", "--effort", "quick"),
        *("--out", folder / "out"),
    ]
    environment = os.environ | {"CORES": str(cores), "PYTHONHASHSEED": hash_seed}
    subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        check=True,
        capture_output=True,
        env=environment,
    )
    return (folder / "out" / "groups.csv").read_bytes()


@pytest.mark.parametrize(("cores", "hash_seed"), [(2, "1"), (1, "4242")])
def test_groups_are_equal_to_the_byte(
    cores: int, hash_seed: str, first: bytes, tmp_path: Path
) -> None:
    again = composed(tmp_path, cores=cores, hash_seed=hash_seed)
    assert again == first
    assert again.count(b"\n") > 50
