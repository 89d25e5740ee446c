"""Reading the published format: what is in a file, and what is said of a file that is none."""

from __future__ import annotations

import gzip
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.mdgp.instance import InstanceError, read_instance

TINY = "4 2 ds 1 3 1 2\n0 1 1.5\n0 2 2.25\n0 3 4\n1 2 8\n1 3 16\n2 3 32\n"


def written(folder: Path, text: str | bytes, name: str = "Tiny_n004_ds_01.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_what_stands_in_a_file(tmp_path: Path) -> None:
    read = read_instance(written(tmp_path, TINY))
    assert (read.name, read.kind, read.n, read.groups) == ("Tiny_n004_ds_01", "ds", 4, 2)
    assert (read.low.tolist(), read.high.tolist()) == ([1, 1], [3, 2])
    assert read.pairs.tolist() == [list(pair) for pair in combinations(range(4), 2)]
    assert read.worth == tuple(map(Decimal, ("1.5", "2.25", "4", "8", "16", "32")))


def test_gzip_is_told_by_its_content_and_reads_the_same(tmp_path: Path) -> None:
    plain = read_instance(written(tmp_path, TINY))
    packed = gzip.compress(TINY.encode())
    for name in ("Tiny_n004_ds_01.txt.gz", "Tiny_n004_ds_01"):
        read = read_instance(written(tmp_path, packed, name))
        assert (read.name, read.worth, read.digest) == (plain.name, plain.worth, plain.digest)


def test_pairs_may_come_in_any_order_and_either_way_round(tmp_path: Path) -> None:
    head, *pairs = TINY.splitlines()
    turned = [f"{j} {i} {d}" for i, j, d in map(str.split, reversed(pairs))]
    text = "\r\n".join([head + " ", "", *turned])
    assert (
        read_instance(written(tmp_path, text)).worth == read_instance(written(tmp_path, TINY)).worth
    )


def test_the_value_is_a_plain_sum_over_pairs_in_one_group(tmp_path: Path) -> None:
    read = read_instance(written(tmp_path, TINY))
    # {0, 3} and {1, 2}: 4 + 8; {0, 1, 2} and {3}: 1.5 + 2.25 + 8
    assert read.value([0, 1, 1, 0]) == 12
    assert read.value([0, 0, 0, 1]) == Decimal("11.75")


def test_bounds_belong_to_their_own_group(tmp_path: Path) -> None:
    """The first takes up to three, the second up to two: the other way round one is too many."""
    read = read_instance(written(tmp_path, TINY))
    assert read.breaks([0, 0, 0, 1]) == 0
    assert read.breaks([1, 1, 1, 0]) == 1
    assert read.breaks([0, 0, 0, 0]) == 2
    assert read.breaks([0, 0, 1, 2]) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1"),
        ("4 2 1 3 1 2\n", "line 1"),
        ("4 2 ds 1 3 1\n", "line 1"),
        ("4 2 ds 3 1 1 2\n", "line 1"),
        ("4 2 ds 0 3 1 2\n", "line 1"),
        ("4 2 ds 1 1 1 2\n", "line 1"),
        ("4 0 ss\n", "line 1"),
        ("four 2 ds 1 3 1 2\n", "line 1"),
        ("99999999999999999999 2 ds 1 3 1 2\n", "line 1"),
        (TINY.replace("0 1 1.5", "0 1"), "line 2"),
        (TINY.replace("0 1 1.5", "0 1 1,5"), "line 2"),
        (TINY.replace("0 1 1.5", "0 1 nan"), "line 2"),
        (TINY.replace("0 1 1.5", "0 1 1e99"), "line 2"),
        (TINY.replace("0 2 2.25", "1 1 2.25"), "line 3"),
        (TINY.replace("0 2 2.25", "0 4 2.25"), "line 3"),
        (TINY.replace("0 2 2.25", "0 ² 2.25"), "line 3"),
        (TINY.replace("0 3 4", "2 0 4"), "line 4"),
        (TINY.replace("2 3 32\n", ""), "The pair 2 3 is missing"),
    ],
)
def test_a_file_that_is_no_instance_says_where_and_what_to_do(
    tmp_path: Path, text: str, place: str
) -> None:
    with pytest.raises(InstanceError) as caught:
        read_instance(written(tmp_path, text))
    assert place in str(caught.value)
    assert caught.value.fault.endswith(".")
    assert caught.value.remedy.endswith(".")


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    damaged = gzip.compress(TINY.encode())[:-12]
    for content in (damaged, b"\x1f\x8bnothing", b"\xff\xfe\x00binary"):
        with pytest.raises(InstanceError):
            read_instance(written(tmp_path, content))
    with pytest.raises(InstanceError):
        read_instance(tmp_path / "absent.txt")
    with pytest.raises(InstanceError):
        read_instance(tmp_path)
