"""The same input gives the same documents, whatever order names come out of a set in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
KINDS = ROOT / "tests" / "cohorts" / "intake" / "kinds" / "I4"
SAMPLE = ROOT / "sample_data" / "overijssel"
RUN = "from cohorts.cli import main; main()"
GIVEN: dict[str, list[str | Path]] = {
    "many-remarks": [
        KINDS / "many-remarks.csv",
        *("--programme", KINDS / "many-remarks.programme.toml"),
    ],
    "sample": [
        SAMPLE / "aanmeldingen.xlsx",
        *("--programme", "businessversneller", "--relations", SAMPLE / "relations.csv"),
    ],
}


def made(words: list[str | Path], seed: str, out: Path) -> dict[str, bytes]:
    """What is said and written by a program of its own, with this seed for its hashes."""
    command = [sys.executable, "-c", RUN, "compose", *words, "--out", "out", "--for", "everyone"]
    ran = subprocess.run(
        [*map(str, command), "--effort", "quick", "--on", "2026-09-01"],
        cwd=out,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    written = {p.relative_to(out).as_posix(): p for p in out.rglob("*") if p.is_file()}
    return {"said": ran.stdout} | {name: content(path) for name, path in written.items()}


def content(path: Path) -> bytes:
    """The bytes, without what tells when it was made and how long that took."""
    if path.suffix == ".json":
        stated = json.loads(path.read_text(encoding="utf-8"))
        del stated["seconds"]
        return json.dumps(stated).encode()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            names = [name for name in book.namelist() if name != "docProps/core.xml"]
            return b"".join(book.read(name) for name in names)
    return path.read_bytes()


@pytest.mark.parametrize("name", list(GIVEN))
def test_two_runs_say_and_write_the_same(name: str, tmp_path: Path) -> None:
    first, second = (tmp_path / seed for seed in ("1", "2026"))
    for folder in (first, second):
        folder.mkdir()
    one, other = (made(GIVEN[name], folder.name, folder) for folder in (first, second))
    assert one.keys() == other.keys()
    assert {"said", "out/report.html", "out/proposal.json", "out/proposal.xlsx"} <= one.keys()
    assert [key for key in one if one[key] != other[key]] == []
