"""Tables over sessions: repeats and evenness, beside other tools and beside what is known.

With FILE: everybody at even tables, ``--spread`` columns as even as can be; ``groupselect`` is that
tool's default method (see :mod:`benchmarks.rotation_baselines`). With ``--known``: for each line of
groups, size, rounds how many rounds are reached without a repeated pair, beside the known number
and what counting allows. With ``--odd``: sizes that do not divide, absences, a small table,
many people; *times* is how often a random and a greedy plan repeat a pair for each repeat here.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from benchmarks.rotation_baselines import as_groupselect, at_random, greedily
from benchmarks.table import Table
from solver.pairing.rotation import Rotation, RotationTask, Session, meetings, rotate
from solver.pairing.rotation.beforehand import warm
from solver.pairing.rotation.bound import bound, least_unevenness
from solver.pairing.rotation.rotation_score import score
from solver.quantise import IntArray
from solver.solution import Effort

NOBODY: IntArray = np.zeros((0, 2), dtype=np.int64)


def even_tables(n: int, tables: int, rounds: int, codes: IntArray | None = None) -> RotationTask:
    """Everybody there in every round, at tables that differ by one at most."""
    session = Session(
        low=np.full(tables, n // tables),
        high=np.full(tables, -(-n // tables)),
        present=np.ones(n, dtype=np.bool_),
        apart=NOBODY,
    )
    codes = np.zeros((0, n), dtype=np.int64) if codes is None else codes
    return RotationTask(n=n, sessions=(session,) * rounds, apart=NOBODY, codes=codes, met=NOBODY)


def columns(path: Path, names: list[str]) -> IntArray:
    """(c, n) the values of columns of a file, numbered; an empty cell is not known."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = np.full((len(names), len(rows)), -1, dtype=np.int64)
    for c, name in enumerate(names):
        values = sorted({row[name] for row in rows} - {""})
        for i, row in enumerate(rows):
            if row[name]:
                codes[c, i] = values.index(row[name])
    return codes


def found(task: RotationTask, given: argparse.Namespace) -> tuple[Rotation, float]:
    """The rotation, and the seconds it took."""
    began = time.perf_counter()
    rotation = rotate(task, seed=given.seed, effort=Effort(given.effort))
    return rotation, time.perf_counter() - began


def of_file(path: Path, given: argparse.Namespace) -> dict[str, Any]:
    """One file, beside groupselect's default method."""
    codes = columns(path, given.spread)
    task = even_tables(codes.shape[1], given.tables, given.rounds, codes)
    rotation, seconds = found(task, given)
    theirs = score(task, as_groupselect(task, given.seed))
    return {
        "pairs": int((meetings(rotation) > 0).sum()) // 2,
        "repeats": rotation.repeats,
        "most_meetings": rotation.most_meetings,
        "unevenness": round(float(rotation.unevenness), 2),
        "least_possible": round(float(least_unevenness(task)), 2),
        "seconds": round(seconds, 1),
        "method": rotation.method,
        "groupselect_repeats": theirs.repeats,
        "groupselect_most_meetings": theirs.most_meetings,
        "groupselect_unevenness": round(float(theirs.unevenness), 2),
    }


def known(path: Path, given: argparse.Namespace, ledger: Ledger) -> None:
    """How many rounds without a repeated pair, for every line of a file."""
    table = Table(
        {"tables × size": 14, "reached": 8, "known": 6, "counting": 9, "method": 40, "seconds": 8}
    )
    if not ledger.as_json:
        print(table.head())
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            tables, size, rounds = (int(line[name]) for name in ("groups", "size", "rounds"))
            record = reached(tables, size, rounds, given)
            ledger.show(record | {"tables × size": f"{tables} × {size}", "known": rounds}, table)


def reached(tables: int, size: int, rounds: int, given: argparse.Namespace) -> dict[str, Any]:
    """From one round more than is known, where counting allows it, down to the first without."""
    n = tables * size
    counting = (n - 1) // (size - 1)
    began = time.perf_counter()
    for asked in range(min(rounds + 1, counting), 0, -1):
        rotation, _ = found(even_tables(n, tables, asked), given)
        if rotation.repeats == 0:
            break
    return {
        "reached": asked,
        "counting": counting,
        "method": rotation.method,
        "seconds": round(time.perf_counter() - began, 1),
    }


def odd_cases() -> Iterator[tuple[str, RotationTask]]:
    """Cases that no textbook has."""
    yield "23 people, 5 tables, 6 sessions", even_tables(23, 5, 6)
    yield "23 people, a table of 3 at most", _small_table()
    yield "40 people, 8 tables, 5 sessions, one in ten absent", _absences(40, 8, 5)
    yield "200 people, 20 tables, 8 sessions", even_tables(200, 20, 8)
    yield "97 people, 13 tables, 6 sessions", even_tables(97, 13, 6)
    yield "12 people, 3 tables, 6 sessions", even_tables(12, 3, 6)


def _small_table() -> RotationTask:
    task = even_tables(23, 5, 6)
    session = Session(
        low=np.array([3, 4, 4, 4, 4]),
        high=np.array([3, 5, 5, 5, 5]),
        present=np.ones(23, dtype=np.bool_),
        apart=NOBODY,
    )
    return RotationTask(n=23, sessions=(session,) * 6, apart=NOBODY, codes=task.codes, met=NOBODY)


def _absences(n: int, tables: int, rounds: int) -> RotationTask:
    draw = np.random.default_rng(1)
    sessions = []
    for _ in range(rounds):
        present = draw.random(n) >= 1 / 10
        there = int(present.sum())
        low, high = np.full(tables, there // tables), np.full(tables, -(-there // tables))
        sessions.append(Session(low=low, high=high, present=present, apart=NOBODY))
    codes = np.zeros((0, n), dtype=np.int64)
    return RotationTask(n=n, sessions=tuple(sessions), apart=NOBODY, codes=codes, met=NOBODY)


def of_odd(task: RotationTask, given: argparse.Namespace) -> dict[str, Any]:
    """One case, beside a random and a greedy plan."""
    rotation, seconds = found(task, given)
    plain = score(task, at_random(task, given.seed)).repeats
    greedy = score(task, greedily(task, given.seed)).repeats
    return {
        "repeats": rotation.repeats,
        "bound": bound(task),
        "most_meetings": rotation.most_meetings,
        "random": plain,
        "greedy": greedy,
        "times": f"{plain / max(rotation.repeats, 1):.0f}, {greedy / max(rotation.repeats, 1):.0f}",
        "method": rotation.method,
        "seconds": round(seconds, 1),
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--tables", type=int, default=2)
    options.add_argument("--spread", type=lambda text: text.split(","), default=[])
    options.add_argument("--known", type=Path, help="groups, size, rounds: a line each")
    options.add_argument("--odd", action="store_true")
    options.add_argument("--effort", default="normal")
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    if given.file:
        ledger.measure(given.file.stem, lambda: of_file(given.file, given))
    if given.known:
        known(given.known, given, ledger)
    if given.odd:
        for case, task in odd_cases():
            ledger.measure(case, partial(of_odd, task, given))


if __name__ == "__main__":
    main()
