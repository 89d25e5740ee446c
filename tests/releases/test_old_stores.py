"""What every release kept opens in this one: both databases, and a round that travelled."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from sqlalchemy import text

from cohorts.errors import InputError
from cohorts.rounds.accounts.first_account import administrator_of, first_account
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.store.doctor import doctor
from cohorts.store.means import means_of
from cohorts.store.place import data_folder, file_of
from cohorts.store.releases import known, release_of
from cohorts.store.restore import restore
from cohorts.store.store import Store, opened
from cohorts.words import Language, explain
from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url
from tests.releases.write_stores import COPIES, HERE, HOLDS, ROUND, what_holds

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]
RELEASES = sorted(folder.name for folder in HERE.iterdir())
NEWER = "r99"


def copy_of(release: str, url: str, folder: Path) -> Path:
    """The copy that a release made of this kind of database."""
    packed = HERE / release / COPIES["sqlite" if file_of(url) else "postgresql"]
    if packed.suffix != ".gz":
        return packed
    copy = folder / "kept.sqlite"
    copy.write_bytes(gzip.decompress(packed.read_bytes()))
    return copy


def holds(release: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((HERE / release / HOLDS).read_text("utf-8"))
    return found


def held(store: Store) -> dict[str, object]:
    actor = administrator_of(store)
    assert actor is not None
    (head,) = rounds_of(store, actor)
    return what_holds(store, actor, head.key)


@pytest.mark.parametrize("release", RELEASES)
def test_its_database_opens(store_url: str, release: str, tmp_path: Path) -> None:
    """As it stood there: a copy first where it is an older one, then the migration."""
    means = means_of(store_url)
    with means.trial(copy_of(release, store_url, tmp_path)) as there:
        means.put_back(there)
    before = Store(store_url)
    with before.reading() as connection:
        older = release_of(connection) != known()[-1]
    before.close()
    own = file_of(store_url)
    beside = {data_folder()} if own is None else {own.parent}
    store = opened(store_url)
    copies = [one for folder in beside for one in folder.glob("*-*-*.*")]
    assert bool(copies) == older
    assert doctor(store) == ()
    assert held(store) == holds(release)
    store.close()


@pytest.mark.parametrize("release", RELEASES)
def test_its_copy_is_put_back(store: Store, release: str, tmp_path: Path) -> None:
    restore(copy_of(release, store.url, tmp_path), store.url)
    assert held(store) == holds(release)


@pytest.mark.parametrize("release", RELEASES)
def test_its_round_is_taken_in(store: Store, release: str) -> None:
    actor = first_account(store, "Bea")
    round_ = import_round(store, actor, (HERE / release / ROUND).read_bytes())
    assert what_holds(store, actor, round_) == holds(release)


def test_a_newer_one_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    restore(copy_of(RELEASES[-1], store.url, tmp_path), store.url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": NEWER})
    with pytest.raises(InputError) as error:
        opened(store.url)
    (problem,) = error.value.problems
    words = {" ".join(explain(problem, language)) for language in Language}
    assert (problem.code, len(words)) == ("store.newer", len(Language))
    with store.writing() as connection:
        last = {"to": known()[-1]}
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), last)
