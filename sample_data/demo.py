"""Composes a sample and checks it: ``python -m sample_data.demo NAME [nl|en]``.

What a folder holds says what is given: ``relations.csv``, ``merit.csv``, ``map.toml`` and
``programme.toml`` are taken where they are there. A round that grew in stages is composed at each.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parent
PEOPLE = ("register.csv", "scan.xlsx", "talks.csv", "aanmeldingen.xlsx", "companies.csv")
"""Files of applicants, in the order in which a round comes by them."""
PRESETS = {"overijssel": "businessversneller", "impossible": "businessversneller"}
"""Folders that are not called after their programme."""
FOLDERS = {"businessversneller": "overijssel"}
DAY = "2026-10-01"
"""The conditions are judged on this day; the samples are made for that autumn."""
ASKED = {"impossible": ("--places", "everyone")}
"""What a round asks beside its programme: where not everybody need be placed, nothing clashes."""
FAILS = {"impossible": 3}
"""Exit codes of rounds that are there to show how it fails."""


@dataclass(frozen=True)
class Step:
    """One file of applicants to compose; ``given``: what ``check`` is given too."""

    applicants: Path
    given: tuple[str, ...]
    out: Path
    code: int = 0

    def compose(self, language: str, *more: str) -> list[str]:
        """The arguments of ``cohorts compose``."""
        return [
            *("compose", str(self.applicants), *self.given),
            *("--seed", "1", "--language", language, "--out", str(self.out), *more),
        ]

    def check(self, language: str) -> list[str]:
        """The arguments of ``cohorts check``."""
        proposal = str(self.out / "proposal.json")
        return ["check", proposal, str(self.applicants), *self.given, "--language", language]


def names() -> list[str]:
    """Every sample that can be composed."""
    folders = {folder.name for folder in SAMPLES.iterdir() if any(_people(folder))}
    return sorted((folders | set(FOLDERS)) - set(FOLDERS.values()))


def steps(name: str, out: Path) -> Iterator[Step]:
    """What to compose, one after the other; ``out``: where each leaves its files."""
    folder = SAMPLES / FOLDERS.get(name, name)
    people = list(_people(folder))
    for file in people:
        given = ["--programme", str(_programme(folder)), "--on", DAY, *ASKED.get(name, ())]
        for option in ("map", "relations", "merit"):
            beside = folder / f"{option}.{'toml' if option == 'map' else 'csv'}"
            if beside.is_file() and (option == "map" or file == people[-1]):
                given += [f"--{option}", str(beside)]
        into = out / file.stem if len(people) > 1 else out
        yield Step(file, tuple(given), into, FAILS.get(name, 0))


def _people(folder: Path) -> Iterator[Path]:
    return (folder / name for name in PEOPLE if (folder / name).is_file())


def _programme(folder: Path) -> str | Path:
    own = folder / "programme.toml"
    return own if own.is_file() else PRESETS.get(folder.name, folder.name)


def main(name: str, language: str) -> int:
    """The exit code: 0 where every command ended as it should."""
    if name not in names():
        print(f"{name}? {' · '.join(names())}", file=sys.stderr)
        return 2
    for step in steps(name, Path("out") / name):
        print(f"\n{step.applicants.relative_to(SAMPLES.parent)}\n", flush=True)
        code = _cohorts(step.compose(language)) or _cohorts(step.check(language))
        if code != step.code:
            return code or 1
    return 0


def _cohorts(arguments: list[str]) -> int:
    """The exit code of our own command."""
    command = str(Path(sys.executable).with_name("cohorts"))
    return subprocess.run([command, *arguments], check=False).returncode  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "nl"))
