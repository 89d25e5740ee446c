"""What a programme ticks off of each who takes part: paid, signed, spoken to."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cohorts.forms.field import Text

USUAL = ("paid", "secrecy")
"""Said as ``calling.tick_<name>``; every other name is said as it was typed."""
MOST, LONGEST = 8, 40


def _fits(value: str) -> str:
    name = " ".join(value.split())
    if not name:
        raise PydanticCustomError("string_too_short", "not empty")
    if len(name) > LONGEST:
        raise PydanticCustomError("string_too_long", "at most {most}", {"most": LONGEST})
    return name


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


Ticks = Annotated[
    tuple[Annotated[Text, AfterValidator(_fits)], ...],
    Field(max_length=MOST),
    AfterValidator(_each_once),
]
"""Names, in the order in which they are shown."""
