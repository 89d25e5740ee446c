"""Long work in its own processes; no other test is in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.work.work_limits import FOLDER


@pytest.fixture(autouse=True)
def _own_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "turns"))
