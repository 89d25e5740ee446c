"""Whoever begins is told where what they enter goes to: as it is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from cohorts.pages.web.doors import log_in_page as room

FILE = "sqlite:////srv/cohorts/rounds.sqlite"
SERVER = "postgresql+psycopg://cohorts:geheim@db.example.org/cohorts"


@pytest.mark.parametrize(
    ("url", "host", "said"),
    [
        (FILE, "localhost", "op deze computer"),
        (FILE, "groepen.example.org", "waarop dit programma draait"),
        (SERVER, "localhost", "db.example.org/cohorts"),
        (SERVER, "groepen.example.org", "db.example.org/cohorts"),
    ],
)
def test_where_it_goes(url: str, host: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "store", lambda: SimpleNamespace(url=url))
    monkeypatch.setattr(room, "is_empty", lambda _: True)
    page = SimpleNamespace(hostname=host, path="/login")
    peer = SimpleNamespace(host="127.0.0.1")
    asked = SimpleNamespace(url=page, client=peer, query_params={}, cookies={}, headers={})
    drawn = bytes(room._form(cast("Any", asked)).body).decode()
    assert said in drawn
    assert ("<form" in drawn) is (host == "localhost"), "from elsewhere nobody becomes the first"
    assert "geheim" not in drawn
