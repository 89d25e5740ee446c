"""Every kind of damage, file and command: each ends in words; and the demands can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.mutated.demands import faults
from benchmarks.mutated.forked import Ran
from benchmarks.mutated.seeds import seeds
from benchmarks.mutated_files import SHARES, damaged

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
FILES = 400
"""Among so many each damage is there; ``benchmarks.mutated_files`` runs thousands."""


def test_damaged_files_end_in_words_and_leave_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.mutated_files", "--files", str(FILES)]
    ran = subprocess.run(
        [*command, "--each-once", "--json", "--keep", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    records = [json.loads(line) for line in ran.stdout.splitlines()]
    known = [one for those in seeds().values() for one in those]
    done = {damage for r in records for damage in r["damage"]}
    assert done == {mutation.__name__ for one in known for mutation in one.mutations}
    given = {(r["kind"], r["command"].split()[0]) for r in records}
    assert given == {(one.kind, command[0]) for one in known for command in one.commands}
    assert [r for r in records if r["faults"]] == [], ran.stderr
    assert ran.returncode == 0


def test_a_file_is_damaged_in_the_same_way_every_time() -> None:
    known = seeds()
    assert set(known) == set(SHARES)
    first = [damaged(n, 5, known)[1] for n in range(40)]
    assert first == [damaged(n, 5, known)[1] for n in range(40)]
    assert len({one["data"] for one in first}) > 30


def ran(**told: object) -> Ran:
    usual = {"code": 2, "seconds": 0.1, "megabytes": 200, "out": "", "err": "x", "left": False}
    return Ran(**{**usual, **told})  # type: ignore[arg-type] # by name, as the case asks


NO_REMEDY = json.dumps({"errors": [{"code": "a.b", "place": "p", "fault": "f", "remedy": ""}]})
NO_PLACE = json.dumps({"errors": [{"code": "intake.b", "place": "", "fault": "f", "remedy": "r"}]})
WRONG = (
    ({"code": 70, "err": "ValueError: x"}, "exit 70"),
    ({"code": 1}, "exit 1"),
    ({"code": -9, "seconds": 21.0, "hung": True}, "hangs"),
    ({"megabytes": 1200.0}, "takes 1200 MB"),
    ({"left": True}, "leaves a process"),
    ({"err": "thread panicked at x.rs"}, "traceback"),
    ({"err": ""}, "says nothing"),
    ({"err": "'utf-8' codec can't decode"}, "machine"),
    ({"err": "\x1b[31m"}, "steers"),
    ({"out": "{}"}, "no error in JSON"),
    ({"out": NO_REMEDY}, "without remedy"),
    ({"out": NO_PLACE}, "without place"),
)


@pytest.mark.parametrize(("told", "fault"), WRONG)
def test_each_demand_can_fail(told: dict[str, object], fault: str, tmp_path: Path) -> None:
    as_json = ["--json"] if "out" in told else []
    assert any(fault in one for one in faults(ran(**told), ["intake", *as_json], tmp_path))


def test_what_is_half_written_is_a_fault(tmp_path: Path) -> None:
    assert faults(ran(), ["intake"], tmp_path) == []
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "groups.csv").write_text("x")
    assert faults(ran(), ["compose"], tmp_path) == ["writes out/groups.csv and fails"]
    assert faults(ran(code=0), ["compose"], tmp_path) == ["writes half of the documents"]
