"""One thing worth saying about a cell, a column or the whole file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remark:
    """``code``: key of its sentences; a value that could not be read has become missing."""

    code: str
    row: int | None = None
    column: str = ""
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Unreadable(Exception):  # noqa: N818 - a verdict on a value, caught a line further
    """A value that cannot be read as what its column should hold."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
