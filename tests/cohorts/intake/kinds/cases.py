"""Files of the kinds that organisers really have, and what each reads as.

A case is a file in a folder of its kind (``I1`` … ``I10``), with what is given beside it under the
same name: ``.map.toml``, ``.programme.toml``, ``.relations.csv``, ``.previous.csv``. What it reads
as stands in ``.golden.txt``; ``python -m tests.cohorts.intake.kinds.write`` writes it anew, to be
read by a person before it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.examples import run

FOLDER = Path(__file__).parent
FORMS = {".csv", ".tsv", ".xlsx", ".ods", ".json"}
BESIDE = re.compile(r"\.(relations|previous|merit|waiting)\.csv$")


def cases() -> list[Path]:
    """Every file of applicants, by kind and name."""
    found = (p for p in FOLDER.glob("I*/*") if p.suffix in FORMS and not BESIDE.search(p.name))
    return sorted(found)


def golden_of(case: Path) -> Path:
    """Where it stands what the case reads as."""
    return case.with_suffix(".golden.txt")


def reads_as(case: Path, out: Path) -> str:
    """What ``intake`` says and writes; with a programme also what compose and check say."""
    maps = _option("--map", case, ".map.toml")
    clean = out / "clean.csv"
    parts = [_ran("intake", str(case), *maps, "--out", str(clean))]
    if clean.exists():
        parts.append(f"clean.csv\n{clean.read_text(encoding='utf-8')}")
    if programme := _option("--programme", case, ".programme.toml"):
        beside = [
            word
            for name in ("relations", "previous")
            for word in _option(f"--{name}", case, f".{name}.csv")
        ]
        asked = [str(case), *programme, *maps, *beside]
        to = out / "out"
        composed = _ran("compose", *asked, "--seed", "1", "--effort", "quick", "--out", str(to))
        parts.append(composed)
        if (to / "proposal.json").exists():
            parts.append(_ran("check", str(to / "proposal.json"), *asked))
    return "\n".join(_without_places(part, case, out) for part in parts)


def _option(flag: str, case: Path, ending: str) -> list[str]:
    path = case.with_name(case.stem + ending)
    return [flag, str(path)] if path.exists() else []


def _ran(command: str, *words: str) -> str:
    """The name of a command, its exit code and all it says to a person."""
    ran = run([command, *words, "--language", "nl"])
    told = ran.err if ran.code else ""
    return f"cohorts {command} → {ran.code}\n{ran.out}{told}"


def _without_places(text: str, case: Path, out: Path) -> str:
    """Without the folders of this machine."""
    return text.replace(f"{out}/", "").replace(f"{case.parent}/", "")
