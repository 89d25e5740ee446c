"""Long work in its own processes, also of letters; no other test is in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.work.work_limits import FOLDER
from tests.cohorts.rounds.posting.a_mail_server import box

__all__ = ["box"]


@pytest.fixture(autouse=True)
def _own_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "turns"))
