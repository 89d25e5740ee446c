"""What README asks of make can be asked in a fresh clone, and sets up what it needs itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = {
    "demo": ["requirements.lock"],
    "app": ["requirements.lock", "requirements-screen.lock"],
    "test": ["requirements.lock", "requirements-screen.lock", "requirements-dev.lock"],
    "test-long": ["requirements.lock", "requirements-screen.lock", "requirements-dev.lock"],
}


@pytest.mark.skipif(shutil.which("make") is None, reason="README has a way without make")
@pytest.mark.parametrize("target", NEEDED)
def test_a_fresh_clone_sets_up_what_it_needs_and_no_more(target: str, tmp_path: Path) -> None:
    for file in [*ROOT.glob("*.lock"), ROOT / "Makefile", ROOT / "pyproject.toml"]:
        shutil.copy(file, tmp_path)
    command = ["make", "--dry-run", "--no-print-directory", target]
    told = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    asked = [line.split(" -r ")[1] for line in told.stdout.splitlines() if " -r " in line]
    # where nothing is made, a make within it asks for the same again
    assert list(dict.fromkeys(asked)) == NEEDED[target]
