"""The wheel holds all that is needed, and works where nothing can be written."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data" / "overijssel"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return next(folder.glob("*.whl"))


def test_every_file_of_both_packages_is_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    for package in ("cohorts", "solver"):
        for file in (ROOT / package).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert file.relative_to(ROOT).as_posix() in packed
    assert any(name.endswith("licenses/LICENSE") for name in packed)
    assert any(name.endswith("licenses/NOTICE") for name in packed)
    assert not any(name.startswith(("tests/", "sample_data/")) for name in packed)


def test_a_read_only_installation_works(wheel: Path, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    for path in [site, *site.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
    environment = os.environ | {
        "PYTHONPATH": str(site),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NUMBA_CACHE_DIR": str(cache),
        # compiling takes a minute and is tried by the first step of the tests; here it is the
        # files that are asked about, so the same code runs uncompiled
        "NUMBA_DISABLE_JIT": "1",
    }
    ran = subprocess.run(
        [sys.executable, "-c", command, "intake", SAMPLE / "aanmeldingen.xlsx", "--language", "nl"],
        check=False,
        capture_output=True,
        cwd=tmp_path,
        env=environment,
    )
    assert ran.returncode == 0, ran.stderr
    assert "96 kandidaten" in ran.stdout.decode()
    assert (
        "businessversneller"
        in subprocess.run(
            [sys.executable, "-c", command, "programmes"],
            check=True,
            capture_output=True,
            cwd=tmp_path,
            env=environment,
        ).stdout.decode()
    )


LOCKS = ["requirements.lock", "requirements-screen.lock", "requirements-dev.lock"]
"""From what composes to all that we check with: each holds the one before it."""


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    assert "/" not in lock
    assert "index-url" not in lock
    assert all("==" in line for line in lock.splitlines() if line and not line.startswith("#"))


def test_each_lock_holds_the_one_before_it_in_the_same_versions() -> None:
    core, screen, dev = (set((ROOT / name).read_text("utf-8").splitlines()) for name in LOCKS)
    assert core < screen < dev
    heavy = ("streamlit", "pyarrow", "scipy", "scikit-learn")
    assert not [line for line in core if line.startswith(heavy)]
    assert not [line for line in screen if line.startswith(("scipy", "scikit-learn"))]


def test_help_and_intake_need_not_wait_for_the_engines() -> None:
    """What composes takes a second to import; the command line takes it only where it composes."""
    heavy = ("numba", "ortools", "pandas", "scipy", "sklearn", "networkx")
    code = f"import sys, cohorts.cli; print([m for m in {heavy!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
