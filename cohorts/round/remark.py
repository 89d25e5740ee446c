"""One thing worth saying about a cell, a column or the whole file that was read."""

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
