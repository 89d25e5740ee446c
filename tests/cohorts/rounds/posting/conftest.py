"""The store of these tests, on both databases; a round that is decided, and a mail server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cohorts.store.store import Store
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round
from tests.cohorts.rounds.posting.a_mail_server import Mailbox, mail_server
from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server that takes everything, and is the one to hand letters to."""
    made = Mailbox()
    with mail_server(made) as port:
        monkeypatch.setenv("COHORTS_SMTP_URL", f"smtp://127.0.0.1:{port}")
        monkeypatch.setenv("COHORTS_MAIL_FROM", "Büro Twente <bureau@voorbeeld.nl>")
        yield made


@pytest.fixture
def here(store: Store) -> Decided:
    return proposed_round(store, "kennissessie")
