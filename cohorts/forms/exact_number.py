"""A number as it is written, exactly: 0.3 is three tenths, and 1/3 a third."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

WRITTEN = re.compile(
    r"[+-]?(?:[0-9]{1,400}(?:[.,][0-9]{1,400})?(?:e[+-]?[0-9]{1,3})?|[0-9]{1,400}/[0-9]{1,400})",
    re.IGNORECASE,
)
"""Every float, and no power of ten that would fill the memory once it is written out."""


def exact_number(given: object) -> Fraction:
    """Decimals with a point or a comma. Raises ValueError for what is no number, or too long."""
    text = str(given).strip()
    if not WRITTEN.fullmatch(text):
        raise ValueError(f"no number: {text[:80]}")
    try:
        return Fraction(text.replace(",", "."))
    except ZeroDivisionError:
        raise ValueError(f"no number: {text[:80]}") from None


def _exact(given: object) -> Fraction:
    try:
        return exact_number(given)
    except ValueError:
        raise PydanticCustomError("float_type", "no number") from None


Exact = Annotated[Fraction, BeforeValidator(_exact), PlainSerializer(str)]
"""A field that holds one. Its model allows arbitrary types."""
