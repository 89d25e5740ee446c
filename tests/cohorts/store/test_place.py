"""Where what is kept stands, and what is said where it cannot stand there."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from cohorts.errors import CohortsError, InputError, StoreError
from cohorts.store import connecting
from cohorts.store.door import Store
from cohorts.store.place import file_of, named, url_of, url_of_file
from cohorts.store.store import opened
from cohorts.words import Language, explain


def test_it_is_a_file_of_the_user_where_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert file_of(url_of({})) == tmp_path / "cohorts" / "rounds.sqlite"
    assert url_of({"COHORTS_DATABASE_URL": " "}) == url_of({})


def test_a_path_holds_in_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = {"COHORTS_DATABASE_URL": "sqlite:///here/rounds.sqlite"}
    assert file_of(url_of(given)) == tmp_path / "here" / "rounds.sqlite"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_is_reached_by_the_driver_that_comes_along(scheme: str) -> None:
    url = url_of({"COHORTS_DATABASE_URL": f"{scheme}://me:secret@db.example/rounds"})
    assert url == "postgresql+psycopg://me:secret@db.example/rounds"
    assert named(url) == "db.example/rounds"


@pytest.mark.parametrize(
    "url",
    ["nonsense", "sqlite://", "sqlite:///:memory:", "mysql://a:geheim@b/c", "postgresql://b"],
)
def test_another_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(InputError, match="bad_url") as refused:
        url_of({"COHORTS_DATABASE_URL": url})
    assert "geheim" not in str(refused.value)


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "deeper" / "rounds.sqlite"
    store = opened(url_of_file(file))
    with store.writing() as connection:
        connection.execute(text("INSERT INTO setting SELECT 'a', 'b', 'c' WHERE 1 = 0"))
        beside = list(file.parent.iterdir())
        assert {path.stat().st_mode & 0o777 for path in beside} == {0o600}
        assert {path.name for path in beside} >= {"rounds.sqlite-wal", "rounds.sqlite-shm"}
    store.close()
    assert {path.stat().st_mode & 0o777 for path in (file.parent, file.parent.parent)} == {0o700}


def test_many_may_make_it_at_once(tmp_path: Path) -> None:
    url = url_of_file(tmp_path / "rounds.sqlite")
    failed: list[BaseException] = []

    def make() -> None:
        try:
            opened(url).close()
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def told(error: CohortsError) -> str:
    """In words in both languages, so that each has them."""
    return " ".join(" ".join(explain(p, one)) for p in error.problems for one in Language)


@contextmanager
def refused(kind: type[CohortsError], code: str) -> Iterator[None]:
    with pytest.raises(kind, match=code) as error:
        yield
    assert len(told(error.value)) > len(code)
    assert error.value.problems[0].place


def test_a_file_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    text_, other = tmp_path / "text", tmp_path / "other.sqlite"
    text_.write_text("no database, but a text of more than a hundred bytes" * 9, encoding="utf-8")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    for file in (text_, other):
        before = file.read_bytes()[100:]
        with refused(InputError if file is other else StoreError, "store.not_ours"):
            opened(url_of_file(file))
        assert file.read_bytes()[100:] == before


def test_a_folder_that_cannot_be_made_is_said() -> None:
    with refused(StoreError, "store.no_file"):
        opened("sqlite:////dev/null/rounds.sqlite")


@pytest.mark.parametrize(
    "url",
    ["postgresql://me:geheim@localhost:1/x", "postgresql://me:geheim@localhost:99999/x"],
)
def test_a_server_that_does_not_answer_is_said_without_its_password(url: str) -> None:
    with pytest.raises(StoreError, match="unreachable") as error:
        opened(url)
    assert "geheim" not in told(error.value) + str(error.value)


def test_what_may_only_be_read_is_said(tmp_path: Path) -> None:
    file = tmp_path / "rounds.sqlite"
    opened(url_of_file(file)).close()
    store = Store(f"sqlite:///file:{file}?mode=ro&uri=true")
    with refused(StoreError, "store.read_only"), store.writing() as connection:
        connection.execute(text("DELETE FROM setting"))
    store.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    kept = text("INSERT INTO programme VALUES (:digest, :value)")
    with refused(StoreError, "store.full"), store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        connection.execute(kept, {"digest": "a", "value": "small"})
        connection.execute(kept, {"digest": "b", "value": "x" * 100_000})
    with store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM programme")) == 0
    store.close()


def test_whoever_waits_too_long_is_told(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 0.1)
    first, second = opened(store_url), opened(store_url)
    with first.writing(), refused(StoreError, "store.busy"), second.writing():
        pass
    first.close()
    second.close()


def test_a_reader_changes_nothing(store_url: str) -> None:
    store = opened(store_url)
    with refused(StoreError, "store.read_only"), store.reading() as connection:
        connection.execute(text("DELETE FROM setting"))
    store.close()


def test_a_fault_of_ours_is_not_called_a_fault_of_the_database(store_url: str) -> None:
    store = opened(store_url)
    with pytest.raises(Exception, match="no_such") as error, store.reading() as connection:
        connection.execute(text("SELECT * FROM no_such WHERE 'Jan' = :name"), {"name": "Piet"})
    assert not isinstance(error.value, CohortsError)
    assert "Piet" not in str(error.value)
    store.close()
