"""Names of people in a value in the shape of JSON, replaced where they are known to stand.

A place is a path with points: ``[]`` stands for each of a list, ``{}`` for each name of an object,
``groups[].members[]`` for every member of every group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

STEP = re.compile(r"\w+|\[\]|\{\}")
Name = Callable[[str], str | None]
"""What a name becomes; None: whatever stands there goes."""


def renamed(value: Any, places: Iterable[str], name: Name) -> Any:
    """``value`` with each name at these places replaced; places that are not there change nothing.

    What loses its name goes: an item of a list, a field of an object; an item goes with the name in
    it.
    """
    for place in places:
        value = _at(value, STEP.findall(place), name)
    return value


def _at(value: Any, steps: list[str], name: Name) -> Any:
    if value is None:
        return None
    if not steps:
        return name(value)
    step, rest = steps[0], steps[1:]
    if step == "[]":
        return [new for one in value if (new := _at(one, rest, name)) is not None]
    if step == "{}":
        return {new: one for old, one in value.items() if (new := name(old)) is not None}
    if value.get(step) is None:
        return value
    new = _at(value[step], rest, name)
    return None if new is None else value | {step: new}
