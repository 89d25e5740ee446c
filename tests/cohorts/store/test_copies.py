"""A copy is made, checked, and put back; whoever was erased meanwhile does not come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, text, update

from cohorts.errors import CohortsError, InputError
from cohorts.store import postgres_means, tables
from cohorts.store.backup import backup
from cohorts.store.canonical import sha256
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.erasing import ACT, erase
from cohorts.store.means import means_of
from cohorts.store.place import file_of, url_of_file
from cohorts.store.restore import restore
from cohorts.store.store import Store, opened
from tests.cohorts.store.a_round import ANS, JAN, ROUND, STAFF, decided, fill, in_its_week
from tests.cohorts.store.test_place import told


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        fill(connection)
    return store


def names(store: Store) -> list[str | None]:
    with store.reading() as connection:
        return list(connection.scalars(select(tables.applicant.c.id).order_by("key")))


def test_what_was_copied_comes_back_without_who_was_erased(filled: Store, tmp_path: Path) -> None:
    copied = backup(filled.url, tmp_path / "copy")
    assert (copied.problems, copied.log.events) == ((), 2)
    assert copied.file.stat().st_mode & 0o777 == 0o600
    with filled.writing() as connection:
        erase(connection, STAFF, ROUND, JAN)
        connection.execute(delete(tables.mended))
        append(connection, ROUND, actor=STAFF, act=ACT, about=[JAN])
    restored = restore(copied.file, filled.url)
    assert (restored.erased, restored.file) == (1, copied.file)
    assert names(filled) == [None, "a-Ans"]
    with filled.reading() as connection:
        assert list(connection.scalars(select(tables.mended.c.person))) == [ANS]
    assert doctor(filled) == ()
    assert restored.before is not None
    assert restored.before.stat().st_mode & 0o777 == 0o600
    again = restore(restored.before, filled.url)
    assert again.erased == 0
    with filled.writing() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.mended)) == 0


def test_mail_that_waited_then_is_not_sent_again(filled: Store, tmp_path: Path) -> None:
    with filled.writing() as connection:
        decided(connection)
        in_its_week(connection)
        for state in ("waiting", "sending", "failed"):
            who = {"round": ROUND, "person": JAN, "about": "", "at": now(), "by": STAFF}
            how = {"state": state, "tries": 0, "once": sha256(state)}
            row = who | how | {"key": f"00000000000{state[:5]}"}
            connection.execute(insert(tables.mail), row)
    restore(backup(filled.url, tmp_path / "copy").file, filled.url)
    with filled.reading() as connection:
        found = connection.scalars(select(tables.mail.c.state))
        assert sorted(found) == ["failed", "sent", "unsure", "unsure"]
    assert doctor(filled) == ()


def test_a_copy_that_was_touched_is_refused(filled: Store, tmp_path: Path) -> None:
    with filled.writing() as connection:
        before = connection.scalar(select(tables.programme.c.value))
        connection.execute(update(tables.programme).values(value="{}"))
    copied = backup(filled.url, tmp_path / "copy")
    assert [problem.code for problem in copied.problems] == ["store.changed"]
    with filled.writing() as connection:
        connection.execute(update(tables.programme).values(value=before))
    with pytest.raises(CohortsError, match="bad_copy") as refused:
        restore(copied.file, filled.url)
    assert len(refused.value.problems) == 2
    assert told(refused.value)


@pytest.mark.parametrize("content", [b"", b"no copy of anything " * 99], ids=["empty", "text"])
def test_what_is_no_copy_changes_nothing(filled: Store, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "copy"
    file.write_bytes(content)
    with pytest.raises(CohortsError) as refused:
        restore(file, filled.url)
    assert told(refused.value)
    assert names(filled) == ["a-Jan", "a-Ans"]
    with pytest.raises(InputError, match="no_copy"):
        restore(tmp_path / "nowhere", filled.url)


def test_a_copy_of_a_newer_release_is_refused(filled: Store, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'r99'"))
    copy = tmp_path / "copy"
    with pytest.raises(InputError, match="newer"):
        backup(filled.url, copy)
    means_of(filled.url).write(copy)
    with filled.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'r01'"))
    with pytest.raises(InputError, match="newer") as refused:
        restore(copy, filled.url)
    assert {problem.place for problem in refused.value.problems} == {str(copy)}


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_the_database_is_no_copy_of_itself(filled: Store, tmp_path: Path) -> None:
    file = file_of(filled.url)
    assert file is not None
    with pytest.raises(InputError, match="itself"):
        backup(filled.url, file)
    with pytest.raises(InputError, match="nothing_kept"):
        backup(url_of_file(tmp_path / "nothing.sqlite"), tmp_path / "copy")
    assert not (tmp_path / "nothing.sqlite").exists()


def test_it_comes_back_where_a_damaged_file_stands(tmp_path: Path) -> None:
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    with store.writing() as connection:
        fill(connection)
    backup(store.url, tmp_path / "copy")
    store.close()
    (tmp_path / "rounds.sqlite").write_bytes(b"nothing that SQLite knows " * 99)
    restored = restore(tmp_path / "copy", store.url)
    assert restored.before is not None
    assert restored.before.read_bytes().startswith(b"nothing")
    anew = opened(store.url)
    assert (names(anew), doctor(anew)) == (["a-Jan", "a-Ans"], ())
    anew.close()


def test_it_comes_back_where_nothing_stands(tmp_path: Path) -> None:
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    with store.writing() as connection:
        fill(connection)
    backup(store.url, tmp_path / "copy")
    store.close()
    url = url_of_file(tmp_path / "elsewhere" / "rounds.sqlite")
    assert restore(tmp_path / "copy", url).before is None
    anew = opened(url)
    assert names(anew) == ["a-Jan", "a-Ans"]
    anew.close()


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_a_tool_that_is_not_there_is_named(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres_means, "DEBIAN", tmp_path)
    with pytest.raises(CohortsError, match="no_tool") as refused:
        backup(filled.url, tmp_path / "copy")
    assert "pg_dump" in told(refused.value)
    assert not (tmp_path / "copy").exists()
