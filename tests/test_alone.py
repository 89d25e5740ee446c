"""What fails alone as well, or with many others, fails; what fails once is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.alone import FEW

ROOT = Path(__file__).parents[1]
ONCE = """
from pathlib import Path
def test_of_a_race():
    seen = Path(__file__).with_suffix(".seen")
    stood = seen.exists()
    seen.touch()
    assert stood
"""
ALWAYS = "def test_of_a_fault():\n    assert False\n"
MANY = (
    "import pytest\n@pytest.mark.parametrize('number', range({number}))\ndef test_{name}(number):\n"
)


@pytest.mark.parametrize(
    ("written", "passes", "named"),
    [
        (ONCE, True, True),
        (ALWAYS, False, False),
        (ONCE + ALWAYS, False, False),
        (ONCE + MANY.format(number=FEW, name="all") + "    assert number < 0\n", False, False),
        ("def test_that_holds():\n    pass\n", True, False),
        ("import nothing_of_that_name\n", False, False),
    ],
    ids=["a race", "a fault", "both", "more than a few", "none", "not even read"],
)
def test_what_fails_together_is_tried_alone(
    tmp_path: Path, written: str, passes: bool, named: bool
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_these.py").write_text(written)
    own = {"PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "PYTEST_CURRENT_TEST"}
    environment = {name: value for name, value in os.environ.items() if name not in own}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.alone"],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode == 0) == passes, ran.stdout + ran.stderr
    assert ("passed alone" in ran.stdout) == named
