"""A store behind the addresses of the ballot, without a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cohorts.pages.web import routes
from cohorts.pages.web.ballot import ballot_page, invitation, own_state, posted, seated
from cohorts.pages.web.doors import log_in_page
from cohorts.store.doctor import doctor
from cohorts.store.store import Store, opened


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """That of the addresses; whole at the end."""
    store = opened(f"sqlite:///{tmp_path / 'rounds.sqlite'}")
    for module in (routes, ballot_page, invitation, own_state, posted, seated, log_in_page):
        monkeypatch.setattr(module, "store", lambda: store)
    yield store
    assert not list(doctor(store))
    store.close()
