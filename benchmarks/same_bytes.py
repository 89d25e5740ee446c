"""The same question, asked in other surroundings: is every byte of the answer the same?

``python -m benchmarks.same_bytes --rounds 3 --seeds 6``: made rounds with hostile names, equal
people, notices and a waiting list, through every command that reads people; each time with
another hash seed, time zone, locale and width of the terminal, and once with the columns in
another order. A line a command: which files, or words, differ. 1 where any does.
"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.ledger import Ledger, parser

ROOT = Path(__file__).parents[1]
RUN = "from cohorts.cli import main; main()"
NAMES = ("=1+1", "Ünïcode & Zn. <b>", "مخبز", "e\u0301clair", "Bakker B.V.", "bakker bv", "{x}", "")
SURROUNDINGS = (
    {"TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"TZ": "Pacific/Auckland", "LC_ALL": "C"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "nl_NL.UTF-8", "COLUMNS": "40"},
)
PROGRAMME = """schema_version = 1
name = "proef"
title = {nl = "Proef"}
[groups]
size = [3, 5]
target = 4
places = "at most 12"
circles = true
[[rules]]
rule = "comparable"
field = "fte"
[[rules]]
rule = "same_question"
[[rules]]
rule = "keep_apart"
level = "must"
[[rules]]
rule = "quota"
field = "branche"
value = "Bouw"
most = 3
"""
COMMANDS = {
    "intake": "intake people.csv --out clean.csv --save-map map.toml",
    "compose": "compose people.csv --programme p.toml --relations r.csv --effort quick"
    " --for everyone --start 2026-10-01 --on 2026-09-01 --out out",
    "json": "compose people.csv --programme p.toml --effort quick --on 2026-09-01 --json",
    "check": "check out/proposal.json people.csv --programme p.toml --relations r.csv",
    "report": "report out/proposal.json people.csv --programme p.toml --relations r.csv --out new",
    "circles": "circles people.csv --programme p.toml --effort quick --on 2026-09-01 --out rings",
    "prices": "prices people.csv --programme p.toml --effort quick --on 2026-09-01",
}
"""Name → command; they come one after the other, in one folder."""


def people(seed: int) -> list[list[str]]:
    """Headers and 16 rows: few different values, so that much is equal; no ids for every third."""
    dice = random.Random(seed)  # noqa: S311 - the same each time, no secret
    rows = [["bedrijf", "naam", "fte", "branche", "vraag", "email", "plaats"]]
    if seed % 3:
        rows[0].append("id")
    for number in range(16):
        row = [
            f"{dice.choice(NAMES)} {number % 7}",
            dice.choice(NAMES),
            dice.choice(["3", "3", "12", "veel", "40"]),
            dice.choice(["Bouw", "bouw", "Zorg", "ICT", ""]),
            dice.choice(["personeel vinden", "meer omzet", "Personeel vinden!", "export"]),
            f"m{number}@x.nl",
            dice.choice(["Deventer", "Zwolle", "Hengelo", "nergens"]),
        ]
        rows.append([*row, f"p{number}"] if seed % 3 else row)
    return rows


def written(folder: Path, rows: list[list[str]]) -> None:
    """What the commands are given."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    (folder / "people.csv").write_text(text.getvalue(), encoding="utf-8")
    (folder / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    pair = "p1,p2,competitor\n" if "id" in rows[0] else ""
    (folder / "r.csv").write_text(f"a,b,kind\n{pair}", encoding="utf-8")


def answers(folder: Path, words: list[str], around: Mapping[str, str]) -> dict[str, bytes]:
    """Exit code, what is said, and every file below the folder."""
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **around},
        capture_output=True,
        check=False,
    )
    said = {"code": b"%d" % ran.returncode, "out": said_of(ran.stdout), "err": ran.stderr}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return said | {path.relative_to(folder).as_posix(): content(path) for path in files}


def said_of(out: bytes) -> bytes:
    """A proposal for machines without how long it took; else as it is."""
    return timeless(json.loads(out)) if out.startswith(b"{") else out


def timeless(stated: dict[str, Any]) -> bytes:
    """Without how long it took."""
    return json.dumps({k: v for k, v in stated.items() if k != "seconds"}).encode()


def content(path: Path) -> bytes:
    """The bytes, without what tells when it was made and how long that took."""
    if path.suffix == ".json":
        return timeless(json.loads(path.read_text(encoding="utf-8")))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            names = [name for name in book.namelist() if name != "docProps/core.xml"]
            return b"".join(book.read(name) for name in names)
    return path.read_bytes()


def all_answers(
    rows: list[list[str]], around: Mapping[str, str], commands: Mapping[str, str] = COMMANDS
) -> dict[str, dict[str, bytes]]:
    """Of each command, in a folder of its own for all of them."""
    with tempfile.TemporaryDirectory() as name:
        written(Path(name), rows)
        return {one: answers(Path(name), said.split(), around) for one, said in commands.items()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """What is not the same byte for byte."""
    names = sorted(one.keys() | other.keys())
    return [name for name in names if one.get(name) != other.get(name)]


def columns_turned(rows: list[list[str]]) -> list[list[str]]:
    """The same people, with the last column first."""
    return [row[::-1] for row in rows]


def compared(seed: int, seeds: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """(command, what differed in which surroundings) of one round."""
    rows = people(seed)
    surroundings = [
        {**SURROUNDINGS[n % len(SURROUNDINGS)], "PYTHONHASHSEED": str(n)} for n in range(seeds)
    ]
    first = all_answers(rows, surroundings[0])
    found: dict[str, dict[str, list[str]]] = {name: {} for name in COMMANDS}
    for around in surroundings[1:]:
        for name, answer in all_answers(rows, around).items():
            if differs := differing(first[name], answer):
                found[name][f"seed {around['PYTHONHASHSEED']}"] = differs
    turned = all_answers(columns_turned(rows), surroundings[0], {"compose": COMMANDS["compose"]})
    if first["compose"].get("out/groups.csv") != turned["compose"].get("out/groups.csv"):
        found["compose"]["columns turned"] = ["out/groups.csv"]
    for name, differs_in in found.items():
        yield name, {"code": int(first[name]["code"]), "differs": differs_in}


def main() -> int:
    """Every round; 1 where anything differs."""
    asked = parser(__doc__)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--seeds", type=int, default=6)
    given = asked.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    bad = 0
    for seed in range(given.rounds):
        for name, told in compared(seed, given.seeds):
            record = ledger.measure(f"{seed}:{name}", partial(dict, told))
            bad += bool(record["differs"])
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
