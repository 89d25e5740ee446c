"""A number as it is written, exactly: 0.1 is a tenth."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

LONGEST = 40
NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)(e[+-]?[0-9]{1,2})?|[+-]?[0-9]+/[0-9]+")
"""Of two digits in the exponent: 1e99999999 would take hours to write out."""


def as_written(value: object) -> Fraction:
    """With a point or a comma, or as 1/3. Raises ValueError for all that is no such number."""
    text = str(value).strip().casefold()
    if len(text) > LONGEST or not NUMBER.fullmatch(text):
        raise ValueError
    try:
        return Fraction(text.replace(",", "."))
    except ZeroDivisionError:
        raise ValueError from None


def _of_form(value: object) -> Fraction:
    try:
        return as_written(value)
    except ValueError:
        raise PydanticCustomError("float_type", "no number") from None


Exact = Annotated[Fraction, BeforeValidator(_of_form)]
"""A field of a form that holds one."""
