"""What must hold of every command, whatever it was given."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.mutated.forked import Ran
from cohorts.reports.write import FILES

MOST_MEGABYTES = 1_000
ALLOWED = {"check": {0, 1, 2, 3, 4}, "edit": {0, 1, 2, 3, 4}, "report": {0, 1, 2, 3, 4}}
ANY = {0, 2, 3, 4}
TRACE = re.compile(r"Traceback \(most recent|panicked at|Fatal Python error|Segmentation fault")
MACHINE = re.compile(
    r"\[Errno|codec can't|object at 0x|<class '|unhashable|NoneType|not enough values"
    r"|Expecting value|Input should|Extra inputs|Field required|at line \d+, column|\{[a-z_]+\}"
    r"|ValueError|TypeError|KeyError|IndexError|OverflowError"
)
"""What only a programmer reads; of an error, not of what it quotes."""
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that move a terminal's cursor, colour it, or ring."""


def faults(ran: Ran, arguments: list[str], folder: Path) -> list[str]:
    """Every demand that does not hold."""
    return list(_faults(ran, arguments, folder))


def _faults(ran: Ran, arguments: list[str], folder: Path) -> Iterator[str]:
    if ran.hung:
        yield f"hangs for {ran.seconds:.0f} s"
    elif ran.code not in ALLOWED.get(arguments[0], ANY):
        yield f"exit {ran.code}: {_last(ran)}"
    if ran.megabytes > MOST_MEGABYTES:
        yield f"takes {ran.megabytes:.0f} MB"
    if ran.left:
        yield "leaves a process"
    if TRACE.search(ran.out + ran.err) and ran.code in ALLOWED["check"]:
        yield f"traceback: {_last(ran)}"
    if ran.code in {2, 3, 4}:
        yield from _unsaid(ran, as_json="--json" in arguments)
    if "--json" not in arguments and (found := STEERING.search(ran.out + ran.err)):
        yield f"steers the terminal with {found[0]!r}"
    yield from _partial(ran, folder)


def _last(ran: Ran) -> str:
    """The error and where it was raised, of a traceback."""
    lines = ran.err.strip().splitlines() or [""]
    where = [line.strip() for line in lines if line.lstrip().startswith('File "')]
    ours = [re.sub(r'File ".*/(\w+/[\w.]+/\w+\.py|\w+\.py)", ', r"\1 ", w) for w in where]
    raised = [line for line in lines if re.match(r"[\w.]+(Error|Exception|Warning)\b", line)]
    return " ".join([*(raised or lines)[-1:], *ours[-1:]])[:300]


def _unsaid(ran: Ran, *, as_json: bool) -> Iterator[str]:
    """Whether an error is in words, with its place and remedy."""
    if not as_json:
        told = ran.err.strip()
        if not told:
            yield "says nothing"
    else:
        try:
            content: dict[str, Any] = json.loads(ran.out)
            errors = content["errors"]
            told = "\n".join(f"{one['place']} {one['fault']} {one['remedy']}" for one in errors)
        except (ValueError, KeyError, TypeError):
            yield f"no error in JSON: {ran.out[:80]!r}"
            return
        for one in errors:
            if not (one["code"] and one["fault"] and one["remedy"]):
                yield f"error without {'remedy' if one['fault'] else 'fault'}: {one['code']}"
            if not one["place"] and one["code"].startswith("intake."):
                yield f"error without place: {one['code']}"
    if found := MACHINE.search(told):
        yield f"in a machine's words: {found[0]}"


def _partial(ran: Ran, folder: Path) -> Iterator[str]:
    """Whether anything was written that is not whole, or not to be there."""
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    there = {name for name in there if Path(name).stem not in {"file", "stdout", "stderr"}}
    if beside := [n for n in there if n.endswith(".part") or n.startswith(".")]:
        yield f"leaves {beside[0]}"
    elif ran.code and there:
        yield f"writes {min(there)} and fails"
    elif any(n.startswith("out/") for n in there) and not {f"out/{f}" for f in FILES} <= there:
        yield "writes half of the documents"
    elif "out.csv" in there:
        rows = list(csv.reader((folder / "out.csv").open(encoding="utf-8", newline="")))
        if len({len(row) for row in rows}) != 1 or rows[0][0] != "id":
            yield "writes a clean table that is none"
