"""Where what is kept stands: a file of one's own, or a PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from cohorts.errors import InputError, Problem, StoreError
from cohorts.forms.fault import fault_of

VARIABLE = "COHORTS_DATABASE_URL"
FILE = "rounds.sqlite"
FILES = {"sqlite", "sqlite+pysqlite"}
SERVERS = {"postgres", "postgresql", "postgresql+psycopg"}
DRIVER = "psycopg"
OURS_ALONE, OUR_FOLDER = 0o600, 0o700


def url_of(environment: Mapping[str, str]) -> str:
    """What the environment names; else a file in the user's data folder.

    A file's path is made absolute, because another process may stand in another folder. Raises
    InputError where it names no database that we know.
    """
    named = environment.get(VARIABLE, "").strip()
    return understood(named) if named else url_of_file(data_folder() / FILE)


def url_of_file(path: Path) -> str:
    """Of a file of one's own."""
    return URL.create("sqlite", database=str(path.absolute())).render_as_string()


def data_folder() -> Path:
    """Where this user's programs keep their data."""
    return platformdirs.user_data_path("cohorts", appauthor=False)


def understood(url: str) -> str:
    """The same, whole: with its driver, and an absolute path. Raises InputError."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # the latter of a port that is no number
        raise InputError(Problem("store.bad_url", VARIABLE)) from None
    if parsed.drivername in FILES and parsed.database not in (None, "", ":memory:"):
        return url_of_file(Path(parsed.database or ""))
    if parsed.drivername in SERVERS and parsed.database:
        if find_spec(DRIVER) is None:
            raise InputError(Problem("store.no_driver", VARIABLE))
        whole = parsed.set(drivername=f"postgresql+{DRIVER}")
        return whole.render_as_string(hide_password=False)
    raise InputError(Problem("store.bad_url", VARIABLE))


def file_of(url: str) -> Path | None:
    """The file; None where a server keeps it."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.drivername in FILES else None


def named(url: str) -> str:
    """What a person calls it: the file's path, or server and name; never a password."""
    parsed = make_url(url)
    port = f":{parsed.port}" if parsed.port else ""
    file = file_of(url)
    server = f"{parsed.host or ''}{port}/{parsed.database}".lstrip("/")  # a socket has no host
    return server if file is None else str(file)


def made(path: Path) -> None:
    """An empty file that nobody else may read, where there is none. Raises StoreError."""
    try:
        for folder in reversed([one for one in path.parents if not one.exists()]):
            folder.mkdir(OUR_FOLDER, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, OURS_ALONE))
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise StoreError(Problem("store.no_file", str(path), facts)) from None


def moved(copy: Path, file: Path) -> None:
    """To its place, and on the disk. Raises OSError."""
    with copy.open("rb+") as held:
        os.fsync(held.fileno())
    copy.replace(file)
