"""A run of an instance: its value beside every division, its bounds, and what is printed."""

from __future__ import annotations

import gzip
import json
import random
from decimal import Decimal
from itertools import combinations, product
from pathlib import Path

import pytest

from benchmarks.mdgp import __main__ as command
from benchmarks.mdgp.as_task import asked, digits_of
from benchmarks.mdgp.instance import Instance, read_instance
from benchmarks.mdgp.measure import COLUMNS, checked, with_gap
from solver.check import CheckError
from solver.solve import solve
from tests.benchmarks.mdgp.test_instance import TINY, written


def made(folder: Path, n: int, bounds: str, seed: int, digits: int = 3) -> Path:
    """An instance of random diversities with so many decimals."""
    draw = random.Random(seed)
    pairs = (f"{i} {j} {draw.random() * 100:.{digits}f}" for i, j in combinations(range(n), 2))
    groups = len(bounds.split()) // 2
    return written(folder, "\n".join([f"{n} {groups} ds {bounds}", *pairs]) + "\n", f"M{seed}.txt")


def most(instance: Instance) -> Decimal:
    """The best of every division that keeps to the bounds."""
    every = product(range(instance.groups), repeat=instance.n)
    return max(instance.value(seats) for seats in every if not instance.breaks(seats))


@pytest.mark.parametrize("bounds", ["1 2 3 5", "2 3 1 2 2 4", "4 4 3 3"])
def test_the_best_of_every_division_within_bounds_that_differ(tmp_path: Path, bounds: str) -> None:
    instance = read_instance(made(tmp_path, 7, bounds, seed=len(bounds)))
    given = asked(instance)
    found = solve(given.task, seed=0)
    assert checked(instance, given, found) == most(instance)


@pytest.mark.parametrize("bounds", ["2 6 1 5 3 9 2 4 1 3", "6 6 2 2 4 4 3 3 5 5"])
def test_a_search_keeps_to_the_bounds_of_each_group(tmp_path: Path, bounds: str) -> None:
    """20 elements: too many to try every division."""
    instance = read_instance(made(tmp_path, 20, bounds, seed=5))
    found = solve(asked(instance).task, seed=1, time_limit=0.3)
    assert instance.breaks(found.grouping.assignment.tolist()) == 0


def test_points_are_exact_where_the_digits_fit(tmp_path: Path) -> None:
    exact = read_instance(written(tmp_path, TINY))
    assert digits_of(exact) == 2
    assert asked(exact).off == 0
    assert asked(exact).diversity(-1175) == Decimal("11.75")


def test_more_digits_than_are_kept_are_allowed_for(tmp_path: Path) -> None:
    """Twelve decimals: nine are kept, and each of 21 pairs may be half of the last one off."""
    instance = read_instance(made(tmp_path, 7, "3 4 3 4", seed=3, digits=12))
    given = asked(instance)
    assert (given.digits, given.off) == (9, Decimal(21).scaleb(-9) / 2)
    found = solve(given.task, seed=0)
    assert checked(instance, given, found) == most(instance)
    assert found.bound is not None
    assert given.diversity(found.bound) >= most(instance)


def test_very_large_diversities_keep_fewer_digits(tmp_path: Path) -> None:
    text = TINY.replace("1.5", "123456789012.123456789")
    assert digits_of(read_instance(written(tmp_path, text))) < 9


def test_an_answer_that_is_not_worth_what_it_says_is_refused(tmp_path: Path) -> None:
    instance = read_instance(written(tmp_path, TINY))
    other = read_instance(written(tmp_path, TINY.replace("32", "33"), "other.txt"))
    given = asked(instance)
    found = solve(given.task, seed=0)
    with pytest.raises(CheckError):
        checked(other, given, found)


def test_a_gap_is_in_percent_of_the_published_value_and_negative_above_it() -> None:
    record = {"instance": "one", "value": 99.0}
    assert with_gap(record, {"one": 100.0})["gap_percent"] == 1.0
    assert with_gap(record, {"one": 90.0})["gap_percent"] == -10.0
    assert with_gap(record, {})["gap_percent"] is None
    assert with_gap(record | {"value": None}, {"one": 90.0})["gap_percent"] is None


def test_the_command_prints_and_keeps_a_line_for_each_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Plain and gzip say the same; 2 + 2 of four: {0, 1} and {2, 3} is worth 33.5, the most."""
    text = TINY.replace("1 3 1 2", "2 2 2 2")
    plain = written(tmp_path, text, "a.txt")
    packed = written(tmp_path, gzip.compress(text.encode()), "b.txt.gz")
    kept = tmp_path / "kept.jsonl"
    given = [str(plain), str(packed), "--time-limit", "1", "--seed", "3", "--out", str(kept)]
    assert command.main([*given, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line) for line in lines] == [list(COLUMNS[:-1])] * 2
    assert [(line["instance"], line["value"], line["seed"]) for line in lines] == [
        ("a", 33.5, 3),
        ("b", 33.5, 3),
    ]
    assert [(line["status"], line["bound"]) for line in lines] == [("optimal", 33.5)] * 2
    assert all(0 < line["peak_mb"] < 2_000 for line in lines)
    before = kept.read_bytes()
    assert command.main(given) == 0
    table = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in table] == ["instance", "a", "b"]
    assert kept.read_bytes() == before


def test_the_command_refuses_a_file_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, TINY.replace("0 3 4", "0 3 four"))
    assert command.main([str(path), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["place"].endswith("line 4")
    assert command.main([str(path)]) == 2
    assert "four" in capsys.readouterr().err
