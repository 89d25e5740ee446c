"""Damage to any file, whatever it holds: lost ends, flipped bits, pieces twice."""

from __future__ import annotations

import random

Dice = random.Random
MOST = 400_000
"""No file is made longer than this, so that thousands of them cost minutes."""


def cut_off(dice: Dice, data: bytes) -> bytes:
    """A copy that was broken off."""
    return data[: dice.randrange(len(data) + 1)]


def cut_a_little(dice: Dice, data: bytes) -> bytes:
    """The last bytes are gone."""
    return data[: -dice.randint(1, 40)]


def without_begin(dice: Dice, data: bytes) -> bytes:
    """The first bytes are gone."""
    return data[dice.randint(1, 200) :]


def flipped_bits(dice: Dice, data: bytes) -> bytes:
    """One to forty bits are another."""
    told = bytearray(data)
    for _ in range(dice.randint(1, 40) if told else 0):
        told[dice.randrange(len(told))] ^= 1 << dice.randrange(8)
    return bytes(told)


def strange_bytes(dice: Dice, data: bytes) -> bytes:
    """A few bytes between the others."""
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(data) + 1)
        data = data[:at] + dice.randbytes(dice.randint(1, 6)) + data[at:]
    return data


def zeros(dice: Dice, data: bytes) -> bytes:
    """A stretch of zeros, as a full disk leaves it."""
    at, size = dice.randrange(len(data) + 1), dice.randint(1, 300)
    return data[:at] + bytes(size) + data[at + dice.choice([0, size]) :]


def a_piece_twice(dice: Dice, data: bytes) -> bytes:
    """A piece stands there twice, or many times."""
    at = dice.randrange(len(data) + 1)
    piece = data[at : at + dice.randint(1, 2_000)]
    return (data[:at] + piece * dice.choice([2, 2, 3, 40]) + data[at + len(piece) :])[:MOST]


def a_piece_gone(dice: Dice, data: bytes) -> bytes:
    """A piece is missing in the middle."""
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at + dice.randint(1, 2_000) :]


def pieces_swapped(dice: Dice, data: bytes) -> bytes:
    """Two parts change places."""
    a, b, c = sorted(dice.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def nothing_at_all(_dice: Dice, _data: bytes) -> bytes:
    """An empty file."""
    return b""


IN_BYTES = (
    *(cut_off, cut_a_little, without_begin, flipped_bits, strange_bytes, zeros),
    *(a_piece_twice, a_piece_gone, pieces_swapped),
)
