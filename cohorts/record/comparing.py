"""What a proposal states beside what is true: all that differs, by its place in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mismatch:
    """Something the proposal states that is not so. ``place``: path in the document."""

    place: str
    stated: object
    true: object


def unequal(place: str, stated: Any, true: Any, *, all_of_it: bool = True) -> Iterator[Mismatch]:
    """Where two values in the shape of JSON differ; lists of different lengths differ whole.

    With ``all_of_it`` both must hold the same names; else a name that only ``true`` holds is no
    difference. A name that is there without a value is not the same as none.
    """
    if isinstance(stated, dict) and isinstance(true, dict):
        names = sorted({*stated, *true}) if all_of_it else sorted(stated)
        for name in names:
            here = f"{place}.{name}"
            if name in stated and name in true:
                yield from unequal(here, stated[name], true[name], all_of_it=all_of_it)
            else:
                yield Mismatch(here, _there(stated, name), _there(true, name))
    elif isinstance(stated, list) and isinstance(true, list) and len(stated) == len(true):
        for index, (a, b) in enumerate(zip(stated, true, strict=True), 1):
            yield from unequal(f"{place}[{index}]", a, b, all_of_it=all_of_it)
    elif stated != true:
        yield Mismatch(place, stated, true)


def _there(content: dict[str, Any], name: str) -> object:
    """The value, told apart from none: one that is there and empty is ``null``."""
    return "null" if name in content and content[name] is None else content.get(name)
