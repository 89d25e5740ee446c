"""JSON of ours as data, held to what every reader of JSON takes alike.

Readers differ about a name that stands in an object twice, about ``NaN``, about numbers that no
machine holds and about halves of signs; what would be read otherwise elsewhere is refused here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from cohorts.words import Language, say

DEEPEST = 40
"""Lists and objects in each other; a proposal needs a quarter of it."""
LARGEST = 2**63 - 1
"""What a number without decimals may come to, above and below zero."""
SHOWN = 120
"""Signs of a place; one that is longer says nothing."""


class UnfitError(ValueError):
    """Something in it that is no JSON for everybody; ``fault``: what, in each language."""

    def __init__(self, fault: Mapping[Language, str], place: str = "") -> None:
        super().__init__(place)
        where = f"{place[:SHOWN]}: " if place else ""
        self.fault = {language: f"{where}{said}" for language, said in fault.items()}


def unfit(key: str, place: str = "", **facts: str) -> UnfitError:
    """The same, in the sentence of a key."""
    return UnfitError({language: say(key, language, **facts) for language in Language}, place)


def read_json(text: str) -> Any:
    """The data in a text.

    Raises UnfitError where readers would differ; ValueError (JSONDecodeError) and RecursionError
    where it is no JSON.
    """
    content = json.loads(text, object_pairs_hook=_each_once)
    level = [("", content)]
    for _ in range(DEEPEST):
        level = [inner for place, value in level for inner in _inside(place, value)]
        if not level:
            return content
    raise unfit("programme.endless")


def below(place: str, name: str | int) -> str:
    """The place of what stands in another: by name, or by number from 1."""
    if isinstance(name, int):
        return f"{place}[{name + 1}]"
    return f"{place}.{name}" if place else name


def _inside(place: str, value: object) -> Iterator[tuple[str, object]]:
    """What an object or a list holds; a value is looked at itself."""
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_text(name, place)
            yield below(place, name), inner
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield below(place, number), inner
    elif isinstance(value, str):
        _check_text(value, place)
    elif isinstance(value, float) and not math.isfinite(value):
        raise unfit("programme.fault_finite_number", place)
    elif isinstance(value, int) and abs(value) > LARGEST:
        raise unfit("written.too_many_digits", place)


def _check_text(text: str, place: str) -> None:
    """Raises UnfitError for half of a sign: no file can hold it."""
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise unfit("programme.fault_string_unicode", place)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a name that stands in it twice is refused, for the last would count."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise unfit("written.twice", name=twice[:SHOWN])
    return content
