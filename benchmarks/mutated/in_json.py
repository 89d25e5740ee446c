"""Damage to JSON that stays JSON: other kinds of values, keys gone or new, nesting without end."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.mutated.in_bytes import MOST
from benchmarks.mutated.odd import ODD

Dice = random.Random
Place = tuple[Any, Any]
"""What holds a value, and the key or index it is held by."""
DEEP = 100_000
LITERALS = (
    *("1e999", "-1e999", "NaN", "Infinity", "1" * 5_000, "-0", "1E400", '"\\ud800"', '"\\u0000"'),
    *("[" * DEEP + "]" * DEEP, '{"a":' * 2_000 + "1" + "}" * 2_000, "tru", "'a'", "01", "1.", ""),
)
"""As they are written, where a value stood."""
MARK = "\x02here\x02"


def _values(dice: Dice) -> Any:
    some: list[Any] = [
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**30,
        2**63,
        -(2**64),
        [],
        {},
        [[]],
        [None],
        {"": ""},
    ]
    return dice.choice([*some, dice.choice(ODD), dice.choice(ODD), [dice.choice(ODD)] * 3])


def in_content(change: Callable[[Dice, list[Place]], None]) -> Callable[[Dice, bytes], bytes]:
    """The change of values as one of bytes; what is no JSON stays as it is."""

    def mutated(dice: Dice, data: bytes) -> bytes:
        try:
            return _changed(dice, json.loads(data), change)
        except (ValueError, RecursionError):  # what an earlier change made of it
            return data

    mutated.__name__ = change.__name__
    return mutated


def _changed(dice: Dice, content: Any, change: Callable[[Dice, list[Place]], None]) -> bytes:
    whole = [content]
    for _ in range(dice.choice([1, 1, 2, 4])):
        if places := list(_places(whole)):
            change(dice, places)
    text = json.dumps(whole[0] if whole else "", ensure_ascii=dice.random() < 0.5)
    text = text.replace(json.dumps(MARK), dice.choice(LITERALS))
    return text.encode("utf-8", errors="surrogatepass")[:MOST]


def _places(held: Any) -> Iterator[Place]:
    keys = held if isinstance(held, dict) else range(len(held)) if isinstance(held, list) else ()
    for key in list(keys):
        yield held, key
        yield from _places(held[key])


def other_value(dice: Dice, places: list[Place]) -> None:
    """A value of another kind."""
    held, key = dice.choice(places)
    held[key] = _values(dice)


def odd_literal(dice: Dice, places: list[Place]) -> None:
    """A value as only a machine writes it."""
    held, key = dice.choice(places)
    held[key] = MARK


def nudged(dice: Dice, places: list[Place]) -> None:
    """A number that is not right, a text that is another."""
    held, key = dice.choice(places)
    if isinstance(held[key], int | float):
        held[key] = held[key] + dice.choice([1, -1, 0.5, 1e6, -1e9])
    elif isinstance(held[key], str):
        held[key] = held[key][::-1] + dice.choice(["", "x"])
    elif isinstance(held[key], list):
        dice.shuffle(held[key])


def key_gone(dice: Dice, places: list[Place]) -> None:
    """Something is missing."""
    held, key = dice.choice(places)
    del held[key]


def key_new(dice: Dice, places: list[Place]) -> None:
    """Something nobody knows."""
    held, _ = dice.choice(places)
    if isinstance(held, dict):
        held[dice.choice(ODD)] = _values(dice)
    else:
        held.append(_values(dice))


def moved(dice: Dice, places: list[Place]) -> None:
    """What stands in one place stands in another too."""
    (held, key), (other, name) = dice.choice(places), dice.choice(places)
    held[key] = json.loads(json.dumps(other[name]))


IN_JSON = tuple(
    in_content(change) for change in (other_value, odd_literal, nudged, key_gone, key_new, moved)
)
