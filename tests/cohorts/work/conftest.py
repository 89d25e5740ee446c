"""Long work in its own processes, on both databases; no other test is in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.work.work_limits import FOLDER
from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]


@pytest.fixture(autouse=True)
def _own_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "turns"))
