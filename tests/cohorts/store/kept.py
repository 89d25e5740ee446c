"""A store for a test, once on each database; after it the doctor must find nothing in its rows."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from cohorts.errors import Problem
from cohorts.store.checks import checks, schema_holds
from cohorts.store.doctor import doctor
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.store.tables import metadata
from tests.cohorts.store import postgres_server

SERVER = "COHORTS_TEST_POSTGRES"
"""A URL at which a server lets us make databases; else one is started where there can be one."""
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.again))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of SQLite in which nothing is kept, to be copied."""
    file = tmp_path_factory.mktemp("store") / "empty.sqlite"
    opened(url_of_file(file)).close()
    return file


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """Of a server for these tests; a test that asks for it is skipped where there is none."""
    given = os.environ.get(SERVER)
    if given:
        return given
    if why := postgres_server.reason():
        pytest.skip(f"not run on PostgreSQL: {why}")
    base = tmp_path_factory.getbasetemp()
    if worker_id == "master":
        return postgres_server.url(base, os.getpid())
    return postgres_server.url(base.parent, os.getppid())


@pytest.fixture(scope="session")
def own_database(server_url: str) -> Iterator[str]:
    """The URL of a database of this process of the tests, empty before each of them."""
    name = f"k_{secrets.token_hex(4)}"
    server = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    url = make_url(server_url).set(database=name).render_as_string(hide_password=False)
    yield url
    at_the_end = opened(url)
    found = doctor(at_the_end)
    at_the_end.close()
    assert found == ()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(params=DATABASES)
def store_url(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Of a database of this release in which nothing is kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if request.param == "sqlite":
        file = tmp_path / "rounds.sqlite"
        shutil.copyfile(request.getfixturevalue("empty_file"), file)
        return url_of_file(file)
    url: str = request.getfixturevalue("own_database")
    opened(url).close()
    emptied(url)
    return url


def emptied(url: str) -> None:
    """Everything out of a database of PostgreSQL; for once the log too."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        for table in metadata.tables.values():
            connection.execute(table.delete())
        connection.execute(text("SET session_replication_role = DEFAULT"))
    engine.dispose()


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """Opened; the test ends with the doctor."""
    made = opened(store_url)
    yield made
    found = ailing(made)
    made.close()
    assert found == ()


def ailing(store: Store) -> tuple[Problem, ...]:
    """What the doctor finds of rows: no act changes the tables themselves, slow to look at."""
    with store.reading() as connection:
        return tuple(
            problem
            for check in checks().values()
            if check is not schema_holds.check
            for problem in check(connection)
        )
