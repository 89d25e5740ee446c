"""What a proposal states beside what is true: all that differs, by its place in the document.

What is said in words is compared by what it means: the same people may have written a value
otherwise in the file that is at hand. All else, such as who is meant and by which rule, is compared
sign for sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cohorts.people.values import CLOSING, folded

CLOSED = re.compile(rf"(?: ?[{re.escape(CLOSING)}])+(?!\w)")
"""Signs that close a word: within a sentence a value may stand anywhere."""

IN_WORDS = re.compile(
    r"(?:^|\.)(?:name|sentence|title|reason|told|referrals|facts|causes\[\d+\]\.people"
    r"|column|value|fault|remedy)$"
)
"""The ends of places that hold, or tell of, what people wrote."""
OF_TERMS = re.compile(r"(?:^|\.)(?:amounts|weights)$")
"""The ends of places where names are those of terms, in which a value of people may stand."""


@dataclass(frozen=True)
class Mismatch:
    """Something the proposal states that is not so. ``place``: path in the document."""

    place: str
    stated: object
    true: object


def as_it_is(value: object) -> object:
    """The value, for what must be the same letter for letter."""
    return value


def meaning(value: object) -> object:
    """A text without what makes no other value, wherever that stands; anything else as it is."""
    return CLOSED.sub("", folded(value)) if isinstance(value, str) else value


def same(one: object, other: object) -> bool:
    """Whether two values are the same to JSON: a number with or without decimals, but no truth."""
    return _kind(one) is _kind(other) and one == other


def _kind(value: object) -> object:
    return float if type(value) is int else type(value)


def unequal(
    place: str,
    stated: Any,
    true: Any,
    *,
    all_of_it: bool = True,
    read: Callable[[object], object] | None = None,
) -> Iterator[Mismatch]:
    """Where two values in the shape of JSON differ; lists of different lengths differ whole.

    With ``all_of_it`` both must hold the same names; else a name that only ``true`` holds is no
    difference. A name that is there without a value is not the same as none. ``read``: what of a
    value counts; None: all of it, and at a place of :data:`IN_WORDS` its meaning.
    """
    if read is None and IN_WORDS.search(place):
        read = meaning
    exact = read or as_it_is
    if isinstance(stated, dict) and isinstance(true, dict):
        left, right = _named(stated, place), _named(true, place)
        for name in sorted(left.keys() | right.keys() if all_of_it else left):
            here = f"{place}.{left.get(name, right.get(name))}"
            if name in left and name in right:
                a, b = stated[left[name]], true[right[name]]
                yield from unequal(here, a, b, all_of_it=all_of_it, read=read)
            else:
                yield Mismatch(here, _there(stated, left.get(name)), _there(true, right.get(name)))
    elif isinstance(stated, list) and isinstance(true, list) and len(stated) == len(true):
        for index, (a, b) in enumerate(zip(stated, true, strict=True), 1):
            yield from unequal(f"{place}[{index}]", a, b, all_of_it=all_of_it, read=read)
    elif not same(exact(stated), exact(true)):
        yield Mismatch(place, stated, true)


def _named(content: dict[str, Any], place: str) -> dict[str, str]:
    """What counts of each name → the name; as they are where two would be the same."""
    if not OF_TERMS.search(place):
        return {name: name for name in content}
    found = {_term(name): name for name in content}
    return found if len(found) == len(content) else {name: name for name in content}


def _term(name: str) -> str:
    """The key of a rule as it is; a value behind it by what it means."""
    key, point, value = name.partition(".")
    return f"{key}{point}{meaning(value)}"


def _there(content: dict[str, Any], name: str | None) -> object:
    """The value, told apart from none: one that is there and empty is ``null``."""
    if name is None:
        return None
    return "null" if content[name] is None else content[name]
