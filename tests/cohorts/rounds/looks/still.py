"""What else makes one look another than the next: the clock and chance, held still."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import pytest

from cohorts.store import clock


class Clock(datetime):
    """Of the store. ``at``: what it says; ``evening``: what it says to whoever looks."""

    at = datetime.now(UTC)
    evening = at

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return cls.at.astimezone(tz)


class InOrder:
    """Chance that leaves nothing to it: what is shuffled stands in an order of its own."""

    def shuffle(self, several: list[Any]) -> None:
        several.sort(key=repr)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same moment at each look, later than all that was done; and no chance."""
    begun = datetime.now(UTC)
    monkeypatch.setattr(clock, "datetime", Clock)
    monkeypatch.setattr(Clock, "at", begun)
    monkeypatch.setattr(Clock, "evening", begun + timedelta(hours=3))
    monkeypatch.setattr(secrets, "SystemRandom", InOrder)


def passes(seconds: float = 1) -> None:
    """Between one act and the next."""
    Clock.at += timedelta(seconds=seconds)


@contextmanager
def in_the_evening() -> Iterator[None]:
    """When everybody looks; afterwards it is as late as it was."""
    before, Clock.at = Clock.at, Clock.evening
    yield
    Clock.at = before
