"""A copy is put back elsewhere and looked through; what it came to is written down."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.rounds.drilling.drill import drill, newest
from cohorts.rounds.drilling.drill_log import log_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.store.backup import backup
from cohorts.store.place import file_of
from cohorts.store.store import Store
from tests.cohorts.rounds.deciding.judged_round import JudgedRound, judged_round
from tests.cohorts.rounds.staff import rows
from tests.docs.examples import Ran, run


@pytest.fixture
def judged(store: Store, monkeypatch: pytest.MonkeyPatch) -> JudgedRound:
    monkeypatch.setenv("COHORTS_DATABASE_URL", store.url)
    return judged_round(store)


@pytest.fixture
def copy(judged: JudgedRound, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("copies") / "today.backup"
    backup(judged.here.store.url, file)
    return file


def told(*words: object) -> Ran:
    return run([*map(str, words), "--language", "en"])


def test_a_copy_holds_and_it_is_written_down(store: Store, judged: JudgedRound, copy: Path) -> None:
    erase_person(store, judged.here.organiser, judged.here.round, judged.here.candidate(8))
    before = rows(store)
    said = told("drill", copy.parent)
    assert said.code == 0
    assert f"{copy} can be put back. The copy is 0 hours old" in said.out
    assert "1 round, 1 decision computed again" in said.out
    assert rows(store) == before
    machine = json.loads(told("drill", copy, "--json").out)
    lines = [json.loads(line) for line in log_of(store.url).read_text("utf-8").splitlines()]
    assert [one["holds"] for one in lines] == [True, True]
    one = lines[-1]
    assert (one["erased_again"], one["decisions_recomputed"], one["rounds"]) == (1, 1, 1)
    assert set(one["heads"]) == {"", judged.here.round}
    assert machine["sha256"] == one["sha256"]
    assert "Anna" not in json.dumps(lines)


def test_a_damaged_copy_is_said_written_down_and_the_code_is_one(
    store: Store, copy: Path, tmp_path: Path
) -> None:
    content = bytearray(copy.read_bytes())
    a, b = len(content) // 3, len(content) // 2
    content[a:b] = b"x" * (b - a)
    copy.write_bytes(content)
    log = tmp_path / "shown" / "drills.jsonl"
    said = told("drill", copy, "--log", log)
    assert said.code == 1
    assert "cannot be put back as it is" in said.out
    assert [json.loads(line)["holds"] for line in log.read_text("utf-8").splitlines()] == [False]
    assert not log_of(store.url).exists()


def test_a_copy_that_was_changed_is_said(store: Store, copy: Path) -> None:
    if file_of(store.url) is None:
        pytest.skip("a copy of PostgreSQL is no database that can be changed")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE passed SET why = 'lot' WHERE why = ''")
        connection.commit()
    done = drill(copy, store.url)
    assert {one.code for one in done.problems} >= {"log.row_changed"}


def test_the_newest_in_a_folder_is_taken(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        newest(tmp_path)
    with pytest.raises(InputError):
        newest(tmp_path / "nowhere")
    for number, name in enumerate(("b", "a", ".hidden")):
        file = tmp_path / name
        file.touch()
        os.utime(file, (number, number))
    assert newest(tmp_path).name == "a"
    assert newest(tmp_path / "b").name == "b"
