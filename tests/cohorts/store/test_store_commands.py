"""The commands that look after what is kept: what they say, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from cohorts.store import tables
from cohorts.store.chain import append
from cohorts.store.erasing import ACT, erase
from cohorts.store.store import Store
from tests.cohorts.store.a_round import JAN, ROUND, STAFF, fill
from tests.docs.examples import Ran, run


@pytest.fixture
def filled(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("COHORTS_DATABASE_URL", store.url)
    with store.writing() as connection:
        fill(connection)
    return store


def told(*words: object) -> Ran:
    return run([*map(str, words), "--language", "en"])


def head_of(store: Store) -> str:
    with store.reading() as connection:
        ordered = select(tables.event.c.hash).order_by(tables.event.c.number.desc())
        return str(connection.scalars(ordered).first())


def test_all_is_well(filled: Store) -> None:
    assert told("doctor").out.startswith("All is well")
    told_ = told("audit", "verify")
    head = head_of(filled)
    assert told_.out.startswith("The log holds: 2 lines")
    assert f"{ROUND}: {head[:4]} {head[4:8]}" in told_.out
    shown = told("audit", "verify", "--head", head[:16])
    assert (shown.code, f"at line {ROUND} 2" in shown.out) == (0, True)


def test_what_is_not_is_said_and_the_code_is_one(filled: Store) -> None:
    with filled.writing() as connection:
        before = connection.scalar(select(tables.programme.c.value))
        connection.execute(update(tables.programme).values(value="{}"))
        said = connection.execute(select(tables.said)).mappings().all()
        connection.execute(delete(tables.said))
    found = told("doctor")
    assert found.code == 1
    assert found.out.startswith("4 things do not hold:\n  ")
    assert found.out.count("cohorts restore FILE") == 2  # each remedy once
    machine = json.loads(told("doctor", "--json").out)
    assert (machine["holds"], len(machine["problems"])) == (False, 4)
    log = told("audit", "verify", "--json")
    assert (log.code, json.loads(log.out)["problems"][0]["code"]) == (1, "log.unsaid")
    with filled.writing() as connection:
        connection.execute(update(tables.programme).values(value=before))
        connection.execute(tables.said.insert(), [dict(row) for row in said])


def test_a_copy_is_made_and_put_back(filled: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert (
        told("backup", copy).out
        == f"Everything is in {copy} too. The copy was read back and holds.\n"
    )
    with filled.writing() as connection:
        erase(connection, STAFF, ROUND, JAN)
        append(connection, ROUND, actor=STAFF, act=ACT, about=[JAN])
    back = told("restore", copy)
    assert back.code == 0
    assert "1 person was erased" in back.out
    assert "1 person was erased; the rest holds" in told("audit", "verify").out
    assert json.loads(told("restore", copy, "--json").out)["erased"] == 1


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("audit", "what"), "what: We know only"),
        (("audit",), "cohorts: "),
        (("audit", "verify", "--head", "12"), "--head: This is no code"),
        (("backup", "nowhere/copy"), "nowhere/copy: The folder for this copy"),
        (("restore", "nowhere"), "nowhere: This copy is not there"),
    ],
)
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_what_cannot_be_is_said(filled: Store, words: tuple[str, ...], fault: str) -> None:
    del filled
    ended = told(*words)
    assert (ended.code, ended.err.startswith(fault)) == (2, True)


def test_where_nothing_is_kept_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COHORTS_DATABASE_URL", f"sqlite:///{tmp_path}/none/rounds.sqlite")
    for words in (("doctor",), ("audit", "verify"), ("backup", tmp_path / "copy")):
        assert (told(*words).code, list(tmp_path.iterdir())) == (2, [])
