"""The verdict on a value that cannot be read as what its column should hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Unreadable(Exception):  # noqa: N818 - a verdict on a value, caught a line further
    """``code``: key of its sentences. The value becomes missing, with a remark."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
