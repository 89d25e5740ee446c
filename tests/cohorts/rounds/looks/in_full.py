"""A value in full, as a text: what is equal in every byte, order and all, reads the same."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from fractions import Fraction
from io import BytesIO

from pydantic import BaseModel

PLAIN = (str, int, float, bool, type(None), Enum, Fraction)


def in_full(value: object) -> str:
    """Sets in a fixed order, for theirs says nothing; everything else in its own."""
    if isinstance(value, PLAIN):
        return repr(value)
    if isinstance(value, bytes):
        return _bytes(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{in_full(k)}: {in_full(v)}' for k, v in value.items())}}}"
    if isinstance(value, Iterable) and not isinstance(value, BaseModel):
        told = map(in_full, value)
        return f"[{', '.join(sorted(told) if isinstance(value, AbstractSet) else told)}]"
    fields = getattr(value, "__dict__", None)
    if fields or not callable(value):
        return f"{type(value).__name__}{in_full(fields)}" if fields else repr(value)
    return "a function"


def _bytes(value: bytes) -> str:
    """A zip as the files in it."""
    if not zipfile.is_zipfile(BytesIO(value)):
        return repr(value)
    with zipfile.ZipFile(BytesIO(value)) as packed:
        return in_full({name: packed.read(name) for name in packed.namelist()})
