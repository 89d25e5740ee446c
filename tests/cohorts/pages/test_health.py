"""Whoever watches the server hears whether people can work, and not where anything stands."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text
from starlette.requests import Request

from cohorts.errors import Problem, StoreError
from cohorts.pages.web import health as door
from cohorts.pages.web.health import health
from cohorts.store import ready
from cohorts.store.place import file_of
from cohorts.store.releases import known
from cohorts.store.store import Store

SCOPE = {"type": "http", "path": "/health", "query_string": b"language=en", "headers": []}
PUT_OUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"


def asked(monkeypatch: pytest.MonkeyPatch, store: Store) -> tuple[int, dict[str, Any]]:
    monkeypatch.setattr(door, "store", lambda: store)
    answer = health(Request(SCOPE))
    assert answer.headers["cache-control"] == "no-store"
    content = bytes(answer.body).decode()
    assert store.url not in content
    assert str(make_url(store.url).database) not in content
    return answer.status_code, json.loads(content)


def why(answer: dict[str, Any]) -> list[str]:
    assert answer["ready"] is False
    assert all(len(one["says"]) > len(one["code"]) for one in answer["problems"])
    return [one["code"] for one in answer["problems"]]


def test_it_is_ready_also_while_somebody_saves(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as connection:
        connection.execute(text("DELETE FROM setting"))
        assert asked(monkeypatch, store) == (200, {"ready": True})


def test_a_database_of_an_older_release_is_not_ready(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "known", lambda: (*known(), "r98"))
    status, answer = asked(monkeypatch, store)
    assert (status, why(answer)) == (503, ["store.older"])


def test_a_database_of_a_newer_release_is_not_ready(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _called(store, "r98")
    try:
        status, answer = asked(monkeypatch, store)
    finally:
        _called(store, known()[-1])
    assert (status, why(answer)) == (503, ["store.newer"])
    assert asked(monkeypatch, store)[0] == 200


def _called(store: Store, release: str) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": release})


def test_a_database_that_is_gone_is_not_ready_and_is_again_when_it_is_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _reached(store) as (reached, way):
        assert asked(monkeypatch, reached)[0] == 200
        away = way.rename(way.with_name("away"))
        _put_out(reached)
        status, answer = asked(monkeypatch, reached)
        assert status == 503
        assert why(answer) in (["store.unreachable"], ["store.nothing_kept"])
        away.rename(way)
        assert asked(monkeypatch, reached)[0] == 200


@contextmanager
def _reached(store: Store) -> Iterator[tuple[Store, Path]]:
    """The same database, and what it is reached by: its file, or a link to the server's socket."""
    file = file_of(store.url)
    if file is not None:
        yield store, file
        return
    url = make_url(store.url)
    host = str(url.query.get("host", ""))
    if not host.startswith("/"):
        pytest.skip("this server is reached by a name, which no test can take away")
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "s"
        link.symlink_to(host)
        by_link = url.update_query_dict({"host": str(link)})
        reached = Store(by_link.render_as_string(hide_password=False))
        try:
            yield reached, link
        finally:
            reached.close()


def _put_out(store: Store) -> None:
    """Whoever is connected to a server, as when it stops."""
    if file_of(store.url) is not None:
        return
    url = make_url(store.url)
    host = Path(str(url.query["host"])).with_name("away").resolve()
    there = url.set(database="postgres").update_query_dict({"host": str(host)})
    engine = create_engine(there)
    with engine.connect() as connection:
        connection.execute(text(PUT_OUT), {"name": url.database})
    engine.dispose()


def test_a_store_that_was_never_opened_says_why_and_not_where(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> Store:
        raise StoreError(Problem("store.no_file", "/srv/geheim", {"fault": "no room"}))

    monkeypatch.setattr(door, "store", refused)
    answer = health(Request(SCOPE))
    assert answer.status_code == 503
    assert b"store.no_file" in bytes(answer.body)
    assert b"geheim" not in bytes(answer.body)
