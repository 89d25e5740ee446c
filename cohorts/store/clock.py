"""The clock of the store: UTC, to the millisecond, as text that sorts."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """``2026-11-26T19:45:12.123Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
