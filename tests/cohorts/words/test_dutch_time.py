"""A deadline by the clock of the Netherlands, in summer and in winter."""

from __future__ import annotations

import pytest

from cohorts.words import Language
from cohorts.words.dutch_time import dutch_time


@pytest.mark.parametrize(
    ("at", "language", "said"),
    [
        ("2026-11-26T13:03:12.123Z", Language.NL, "26 november 2026, 14.03"),
        ("2026-07-01T22:30:00.000Z", Language.EN, "2 July 2026, 00:30"),
    ],
)
def test_dutch_time(at: str, language: Language, said: str) -> None:
    assert dutch_time(at, language) == said
