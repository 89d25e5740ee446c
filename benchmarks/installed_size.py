"""How much is installed, package by package: every lock in an environment of its own, by pip.

    python -m benchmarks.installed_size [LOCK …]

Each lock is downloaded anew and its environment thrown away; megabytes are of 2**20 bytes, with the
bytecode that pip makes.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from functools import partial
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ledger import Ledger, parser

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-screen.lock", "requirements-dev.lock")
SMALL = 1.0
"""Megabytes; what is less is counted together."""


def installed(lock: Path, folder: Path) -> Path:
    """The packages of an environment with what the lock names, and nothing else."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, "-r", str(lock)], check=True)  # noqa: S603 - our own files
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return Path(told.stdout.strip())


def sizes(packages: Path) -> dict[str, float]:
    """Megabytes by package, the largest first; pip and setuptools come with any environment."""
    found = {
        one.name: sum(Path(str(file.locate())).stat().st_size for file in one.files or ()) / 2**20
        for one in distributions(path=[str(packages)])
        if one.name not in ("pip", "setuptools")
    }
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def measure(lock: Path) -> dict[str, int]:
    """Megabytes in all, of every large package, and of the small ones together."""
    with TemporaryDirectory() as folder:
        found = sizes(installed(lock, Path(folder)))
    large = {name: round(size) for name, size in found.items() if size >= SMALL}
    small = sum(size for size in found.values() if size < SMALL)
    return {"all": round(sum(found.values())), **large, "smaller": round(small)}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("locks", nargs="*", type=Path, default=[ROOT / name for name in LOCKS])
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    for lock in given.locks:
        ledger.measure(lock.name, partial(measure, lock.resolve()))


if __name__ == "__main__":
    main()
