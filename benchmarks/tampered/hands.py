"""What somebody may do to a proposal, in kinds: to one value, to a list or object, to the whole.

A hand changes what stands at one place of a copy; one that cannot do anything there says False.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
LOOKS_LIKE_A = "\u0430"
WHOLE = (10**30, 2**63 - 1, -(2**63), math.nan, -math.inf)
NUMBERS: tuple[Callable[[Any], Any], ...] = (
    *(lambda v: v + 1, lambda v: v - 1, lambda v: -v, lambda v: v * 1000 + 7),
    *(lambda v: v + 0.001, str, bool, lambda v: [v]),
)
WORDS = ("", "\ud800", 0, "x" * 5_000, "Alles klopt.")
TEXTS: tuple[Callable[[str], Any], ...] = (
    *(lambda v: f"{v} niet", lambda v: v[::-1], lambda v: v.replace("a", LOOKS_LIKE_A, 1)),
    *(lambda v: unicodedata.normalize("NFD", f"{v}é"), lambda v: f"{v}\u0000", lambda v: [v]),
    *(lambda v: {v: v}, lambda v: v.replace("1", "2", 1).replace("0", "9", 1), str.upper),
)
ANYTHING: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.5, "", "x", "1", "null"),
    *([], {}, [[]], [None], {"": None}),
)


@dataclass(frozen=True)
class Touch:
    """A place under somebody's hand.

    ``inside``: the list or object that holds it, under ``name``; ``there``: what stands at places
    of this kind, here and in another proposal.
    """

    dice: random.Random
    inside: Any
    name: Any
    there: Sequence[Any]

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.inside[self.name]

    def put(self, value: Any) -> bool:
        """Something else stands there."""
        self.inside[self.name] = value
        return True


Hand = Callable[[Touch], bool]


def kind(path: Path) -> str:
    """The kind of place: names, and ``[]`` for a number in a list."""
    return "".join("[]" if isinstance(p, int) else f".{p}" for p in path)


def places(content: Any, here: Path = ()) -> Iterator[Path]:
    """Every place below the whole."""
    named: Any = content.items() if isinstance(content, dict) else enumerate(content)
    for name, value in named:
        yield (*here, name)
        if isinstance(value, dict | list):
            yield from places(value, (*here, name))


def at(content: Any, path: Path) -> Any:
    """What stands at a place."""
    for name in path:
        content = content[name]
    return content


def another_number(touch: Touch) -> bool:
    """Also one that is no number, or none that a machine holds."""
    value, dice = touch.value, touch.dice
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return touch.put(dice.choice([*WHOLE, *(how(value) for how in NUMBERS)]))


def another_text(touch: Touch) -> bool:
    """Also one that only looks the same."""
    value = touch.value
    if not isinstance(value, str):
        return False
    return touch.put(touch.dice.choice([*WORDS, *(how(value) for how in TEXTS)]))


def the_opposite(touch: Touch) -> bool:
    """Of a truth; or the same as a number, as a text, or not at all."""
    value = touch.value
    if not isinstance(value, bool):
        return False
    return touch.put(touch.dice.choice([not value, int(value), str(value).lower(), None]))


def anything(touch: Touch) -> bool:
    """A value of any kind."""
    return touch.put(touch.dice.choice(ANYTHING))


def left_out(touch: Touch) -> bool:
    """Also where nothing stood."""
    del touch.inside[touch.name]
    return True


def from_elsewhere(touch: Touch) -> bool:
    """What stands at such a place elsewhere, here or in another proposal."""
    return touch.put(touch.dice.choice(touch.there))


def exchanged(touch: Touch) -> bool:
    """With what stands beside it: two entries of a list, two values of an object."""
    inside, name = touch.inside, touch.name
    keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    beside = [key for key in keys if key != name]
    if not beside:
        return False
    other = touch.dice.choice(beside)
    inside[name], inside[other] = inside[other], inside[name]
    return True


def doubled(touch: Touch) -> bool:
    """It stands there twice; in an object under another name."""
    if isinstance(touch.inside, dict):
        touch.inside[f"{touch.name}_"] = touch.value
    else:
        touch.inside.insert(touch.name, touch.value)
    return True


def renamed(touch: Touch) -> bool:
    """The same under another name."""
    inside, name = touch.inside, touch.name
    if not isinstance(inside, dict):
        return False
    inside[touch.dice.choice([name.upper(), f"{name} ", f"{name}2", ""])] = inside.pop(name)
    return True


def reordered(touch: Touch) -> bool:
    """The first of a list comes last."""
    value = touch.value
    if not isinstance(value, list) or len(value) < 2:
        return False
    value.append(value.pop(0))
    return True


def added(touch: Touch) -> bool:
    """One more in a list or an object: of its own kind, or of none."""
    value, dice = touch.value, touch.dice
    if isinstance(value, list):
        value.append(dice.choice([*value, *ANYTHING]))
        return True
    if isinstance(value, dict):
        more = dice.choice([*value.values(), *ANYTHING])
        value[dice.choice(["extra", "", "pins", "0"])] = more
        return True
    return False


def emptied(touch: Touch) -> bool:
    """Nothing is left in a list or an object."""
    value = touch.value
    if not isinstance(value, list | dict) or not value:
        return False
    value.clear()
    return True


def nested(touch: Touch) -> bool:
    """Within a list; or deeper than anything is read."""
    for _ in range(touch.dice.choice([1, 30, 900])):
        touch.put([touch.value])
    return True


HANDS: tuple[Hand, ...] = (
    *(another_number, another_number, another_text, another_text, the_opposite, anything),
    *(left_out, from_elsewhere, from_elsewhere, exchanged, doubled, renamed, reordered),
    *(added, emptied, nested),
)
