"""The last drills, read back as they were written: by the administrator, and by nobody else."""

from __future__ import annotations

from pathlib import Path

from cohorts.errors import Problem
from cohorts.rounds.drilling.drill import Drilled
from cohorts.rounds.drilling.drill_log import log_of, write_down
from cohorts.rounds.drilling.last_drills import DrillLine, last_drills
from cohorts.rounds.roles import Role
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from tests.cohorts.rounds.staff import begun, joined


def test_the_newest_first_and_a_line_cut_short_is_none(tmp_path: Path) -> None:
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    anna, round_ = begun(store)
    log = log_of(store.url)
    assert last_drills(store, anna) == ()
    write_down(log, Drilled(Path("/x/a.zip"), "2026-11-01T10:00:00.000Z", "ab", 3.26, 1.0))
    with log.open("a") as written:
        written.write('{"at": "2026-11-\n[1]\n')
    broken = (Problem("store.nowhere", "x"),)
    second = Drilled(Path("/x/b.zip"), "2026-11-02T10:00:00.000Z", "ab", 4.0, 1.0, problems=broken)
    write_down(log, second)
    assert last_drills(store, anna) == (
        DrillLine("2026-11-02T10:00:00.000Z", "b.zip", 4.0, holds=False, rounds=0),
        DrillLine("2026-11-01T10:00:00.000Z", "a.zip", 3.3, holds=True, rounds=0),
    )
    assert len(last_drills(store, anna, 1) or ()) == 1
    auditor = joined(store, anna, "Auditor", round_, Role.AUDITOR)
    assert last_drills(store, auditor) is None
    store.close()
