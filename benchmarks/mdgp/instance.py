"""A published instance: n elements, groups with bounds, a diversity of each pair; and its file.

The format of MDGPLIB (Optsicom): first ``n K ss|ds l1 u1 … lK uK``, then a line ``i j d`` for each
pair, elements from 0. ``ss``: every group has one size; ``ds``: each has bounds of its own. The
diversity of the pairs within the groups is to be as large as it can. Plain text, or gzip of that.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import numpy as np

from solver.quantise import IntArray

GZIP = b"\x1f\x8b"
SUFFIXES = (".gz", ".txt")
KINDS = ("ss", "ds")


class InstanceError(Exception):
    """A file that is no instance: where, what is wrong there, and what to do."""

    def __init__(self, place: str, fault: str, remedy: str) -> None:
        super().__init__(f"{place}: {fault} {remedy}")
        self.place, self.fault, self.remedy = place, fault, remedy


@dataclass(frozen=True, eq=False)
class Instance:
    """``pairs`` (n (n-1) / 2, 2) with i < j, in order; ``worth``: of each, as the file writes it.

    ``low``, ``high`` (K,): bounds of each group; ``digest``: of the text, whatever its packing.
    """

    name: str
    kind: str
    n: int
    low: IntArray
    high: IntArray
    pairs: IntArray
    worth: tuple[Decimal, ...]
    digest: str

    @property
    def groups(self) -> int:
        """K."""
        return int(self.low.size)

    def value(self, seats: Sequence[int]) -> Decimal:
        """The diversity within groups by a plain sum over the pairs of the file; exact."""
        all_pairs = zip(self.pairs.tolist(), self.worth, strict=True)
        return sum((d for (i, j), d in all_pairs if seats[i] == seats[j]), Decimal(0))

    def breaks(self, seats: Sequence[int]) -> int:
        """Members short of or above a group's bounds, and elements in no group."""
        sizes = [0] * self.groups
        outside = 0
        for seat in seats:
            if 0 <= seat < self.groups:
                sizes[seat] += 1
            else:
                outside += 1
        bounds = zip(sizes, self.low.tolist(), self.high.tolist(), strict=True)
        off: int = sum(max(low - size, 0, size - high) for size, low, high in bounds)
        return outside + off


def read_instance(path: Path) -> Instance:
    """The instance in a file. Raises InstanceError."""
    text = _text(path)
    lines = ((number, line.split()) for number, line in enumerate(text.splitlines(), 1))
    filled = ((number, words) for number, words in lines if words)
    number, words = next(filled, (1, []))
    n, kind, low, high = _head(f"{path}, line {number}", words)
    worth = _pairs(path, n, filled)
    one, other = np.triu_indices(n, 1)
    return Instance(
        name=_name(path),
        kind=kind,
        n=n,
        low=low,
        high=high,
        pairs=np.stack([one, other], axis=1).astype(np.int64),
        worth=worth,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _name(path: Path) -> str:
    name = path.name
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InstanceError(
            str(path), f"It cannot be read ({error.strerror}).", "Name a file of the library."
        ) from None
    try:
        return (gzip.decompress(content) if content[:2] == GZIP else content).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error):
        raise InstanceError(str(path), "It is a damaged gzip archive.", "Fetch it anew.") from None
    except UnicodeDecodeError:
        raise InstanceError(
            str(path), "It is no text.", "Give a file of the library, plain or as gzip."
        ) from None


def _head(place: str, words: list[str]) -> tuple[int, str, IntArray, IntArray]:
    """n, ss or ds, and the bounds (K,) each."""
    fix = "Begin with: n K ss|ds l1 u1 … lK uK."
    if len(words) < len(("n", "K", "kind")) or words[2] not in KINDS:
        raise InstanceError(place, "The first line is none of an instance.", fix)
    n, groups, *bounds = (_whole(place, word, fix) for word in (*words[:2], *words[3:]))
    if n < 1 or groups < 1:
        raise InstanceError(place, "There must be an element and a group.", fix)
    if len(bounds) != 2 * groups:
        fault = f"{groups} groups need {2 * groups} bounds, {len(bounds)} are given."
        raise InstanceError(place, fault, fix)
    low, high = (np.array(bounds[at::2], dtype=np.int64) for at in (0, 1))
    for group, (least, most) in enumerate(zip(low.tolist(), high.tolist(), strict=True), 1):
        if not 1 <= least <= most:
            fault = f"Group {group} has bounds {least} and {most}."
            raise InstanceError(place, fault, "Let the lower be 1 or more, the upper no smaller.")
    if not low.sum() <= n <= high.sum():
        fault = f"{n} elements do not fit in groups for {low.sum()} to {high.sum()}."
        raise InstanceError(place, fault, "Mend n or the bounds.")
    return n, words[2], low, high


def _pairs(path: Path, n: int, lines: Iterator[tuple[int, list[str]]]) -> tuple[Decimal, ...]:
    """The diversity of every pair, in the order (0, 1), (0, 2), … (n-2, n-1)."""
    worth: dict[tuple[int, int], Decimal] = {}
    fix = "Write: i j d, elements from 0."
    for number, words in lines:
        place = f"{path}, line {number}"
        if len(words) != len(("i", "j", "d")):
            raise InstanceError(place, f"There are {len(words)} values instead of three.", fix)
        i, j = sorted(_whole(place, word, fix) for word in words[:2])
        if not 0 <= i < j < n:
            fault = f"{i} and {j} are no pair of {n} elements."
            raise InstanceError(place, fault, f"Name two different elements, 0 to {n - 1}.")
        if (i, j) in worth:
            raise InstanceError(place, f"The pair {i} {j} comes twice.", "Leave one out.")
        worth[i, j] = _number(place, words[2])
    for pair in ((i, j) for i in range(n) for j in range(i + 1, n)):
        if pair not in worth:
            fault = f"The pair {pair[0]} {pair[1]} is missing; {len(worth)} pairs are there."
            raise InstanceError(str(path), fault, f"Give all {n * (n - 1) // 2}.")
    return tuple(worth[pair] for pair in sorted(worth))


def _whole(place: str, word: str, fix: str) -> int:
    if not (word.isascii() and word.isdigit()) or len(word) > len("1000000000"):
        raise InstanceError(place, f"“{word[:20]}” is no whole number.", fix)
    return int(word)


def _number(place: str, word: str) -> Decimal:
    try:
        number = Decimal(word)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= Decimal("1e12"):
        fix = "Write a number, with a point."
        raise InstanceError(place, f"“{word[:20]}” is no diversity.", fix)
    return number
