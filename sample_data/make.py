"""Makes the files of the made rounds again: ``python -m sample_data.make [NAME …]``, or all.

Everybody in them is made up; the same seed gives the same bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from sample_data import rounds

HERE = Path(__file__).parent


def names() -> list[str]:
    """Every made round: the name of its folder."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(rounds.__path__))


def make(name: str, folder: Path) -> None:
    """Writes the files of a round into a folder."""
    module = importlib.import_module(f"sample_data.rounds.{name.replace('-', '_')}")
    module.write(folder)


if __name__ == "__main__":
    for given in sys.argv[1:] or names():
        (HERE / given).mkdir(exist_ok=True)
        make(given, HERE / given)
