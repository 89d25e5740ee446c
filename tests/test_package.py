"""The wheel holds all that is needed, and works where nothing can be written."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.wheel import ROOT, built

SAMPLE = ROOT / "sample_data" / "overijssel"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_both_packages_the_round_to_try_and_nothing_else(wheel: Path) -> None:
    files = [file for package in ("cohorts", "solver") for file in (ROOT / package).rglob("*")]
    ours = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }
    to_try = {
        f"cohorts/rounds/life/sample/{name}" for name in ("aanmeldingen.xlsx", "relations.csv")
    }
    packed = set(zipfile.ZipFile(wheel).namelist())
    about = {name.split("/", 1)[1] for name in packed if ".dist-info/" in name}
    assert {name for name in packed if ".dist-info/" not in name} == ours | to_try
    assert about == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt"),
        *("licenses/LICENSE", "licenses/NOTICE"),
    }


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages as they are installed, where nothing may be written."""
    folder = tmp_path_factory.mktemp("installed") / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


COMMAND = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
NOWHERE = {
    "no home": {"HOME": ""},
    "a home that cannot be written": {"HOME": os.devnull, "XDG_CACHE_HOME": f"{os.devnull}/cache"},
    "a named cache that cannot be written": {"NUMBA_CACHE_DIR": f"{os.devnull}/cache"},
}
"""What may be so of whoever runs it; a file for a folder stops root too."""


def installed(site: Path, folder: Path, *arguments: object, **environment: str) -> str:
    """What the installed command prints, in a folder of its own."""
    # compiling takes a minute and is tried by the first step of the tests; here it is the files
    # that are asked about, so the same code runs uncompiled
    given = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1", "NUMBA_DISABLE_JIT": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=folder,
        env=os.environ | given | environment,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.decode()


@pytest.mark.parametrize("environment", NOWHERE.values(), ids=NOWHERE)
def test_a_read_only_installation_works(
    site: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    people = SAMPLE / "aanmeldingen.xlsx"
    told = installed(site, tmp_path, "intake", people, "--language", "nl", **environment)
    assert "96 kandidaten" in told
    assert "businessversneller" in installed(site, tmp_path, "programmes", **environment)


def test_where_nothing_can_be_kept_it_is_compiled_anew_each_time() -> None:
    """Neither the folder that is named nor the user's own: then none, and no fault."""
    code = "from solver.search.kernels.compiled import CACHED, is_warm; print(CACHED, is_warm())"
    nowhere = f"{os.devnull}/cache"
    environment = {"NUMBA_CACHE_DIR": nowhere, "XDG_CACHE_HOME": nowhere, "HOME": nowhere}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )
    assert ran.stdout.split() == ["False", "False"]


def test_the_wheel_says_what_it_needs(wheel: Path) -> None:
    """What only the screen uses comes with its extra; what only checks uses does not come."""
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    lines = archive.read(metadata).decode().splitlines()
    needed = [line.removeprefix("Requires-Dist: ") for line in lines if "Requires-Dist" in line]
    extra = {line.split(";")[0].split("<")[0] for line in needed if "extra == 'screen'" in line}
    assert extra == {"streamlit", "python-docx", "authlib", "httpx2"}
    assert not [line for line in needed if line.startswith(("scipy", "scikit-learn", "pytest"))]


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
