"""The wrong edits, from the TOML files beside this one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Mutant:
    """``find`` stands exactly once in ``file``; with ``replace`` in its place ``test`` fails."""

    name: str
    file: str
    find: str
    replace: str
    test: str

    def applied(self, text: str) -> str:
        """The text of the file with the wrong edit. Raises ValueError where it fits not once."""
        if text.count(self.find) != 1 or self.find == self.replace:
            raise ValueError(f"{self.name}: found {text.count(self.find)} times in {self.file}")
        return text.replace(self.find, self.replace)


def mutants() -> tuple[Mutant, ...]:
    """All of them, file by file."""
    return tuple(
        Mutant(name=f"{path.stem}: {entry.pop('name')}", **entry)
        for path in sorted(HERE.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["mutants"]
    )
