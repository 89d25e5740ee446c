"""Makes each wrong edit in a copy of the project, and runs the test that must notice it.

``python -m tests.mutants.run [WORD …]``: only those with a word in their name. Kernels compile
anew for every edit in them, so this stands outside ``make test``. Exit 1 where one survives.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.entries import ROOT, Mutant, mutants

FAILED = 1
"""pytest: tests were run, and some failed; anything else is a fault in the entry."""


def main(words: list[str]) -> int:
    """Prints a line for each mutant; the number of survivors decides the exit code."""
    chosen = [m for m in mutants() if not words or any(word in m.name for word in words)]
    if not chosen:
        print(f"no mutant has {' or '.join(words)} in its name")
        return 1
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        copied(copy)
        healthy = run(copy, *sorted({m.test for m in chosen}))
        if healthy:
            print(f"the tests do not pass without an edit (exit {healthy})")
            return 1
        alive = [m for m in chosen if not killed(copy, m)]
    print(f"{len(chosen) - len(alive)} of {len(chosen)} killed")
    return 1 if alive else 0


def copied(to: Path) -> None:
    """The project as it stands, without what git does not track."""
    for file in tracked():
        target = to / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / file, target)


def tracked() -> Iterator[Path]:
    """Every file of the project, new ones included."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return (Path(line) for line in listed.stdout.splitlines() if (ROOT / line).is_file())


def killed(copy: Path, mutant: Mutant) -> bool:
    """Whether its test fails with the edit; says so."""
    file = copy / mutant.file
    text = file.read_text("utf-8")
    file.write_text(mutant.applied(text), "utf-8")
    try:
        code = run(copy, mutant.test)
    finally:
        file.write_text(text, "utf-8")
    verdict = "killed" if code == FAILED else "SURVIVED" if code == 0 else f"FAULTY ({code})"
    print(f"{verdict:9} {mutant.name}", flush=True)
    return code == FAILED


def run(copy: Path, *tests: str) -> int:
    """The exit code of pytest in the copy, which compiles into a cache of its own."""
    environment = {
        **os.environ,
        "NUMBA_CACHE_DIR": str(copy.parent / "kernels"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests]
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
