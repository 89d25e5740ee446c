"""The package copied to a folder, to show that one file more in it is enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def copied(folder: Path) -> Path:
    """``folder``, with the package in it."""
    shutil.copytree(ROOT / "cohorts", folder / "cohorts", ignore=shutil.ignore_patterns("__py*"))
    return folder


def cohorts(home: Path, *arguments: str) -> str:
    """What the program of that package says."""
    command = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
    environment = os.environ | {"PYTHONPATH": f"{home}{os.pathsep}{ROOT}"}
    ran = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        check=True,
        capture_output=True,
        cwd=home,
        env=environment,
    )
    return ran.stdout.decode()
