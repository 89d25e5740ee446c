"""Values as a finding tells them, each with how many have it: ``Breda (2)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cohorts.round.finding import Fact
from cohorts.words import Language
from cohorts.words.phrase import value_said


def apart(counted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The value and the number of each ``value (number)``."""
    for one in counted:
        value, _, number = one.rpartition(" (")
        yield value, number.rstrip(")")


def each(field: str, counted: Fact, language: Language) -> tuple[str, ...]:
    """The values alone, as they are said."""
    given = counted if isinstance(counted, tuple) else ()
    return tuple(value for value, _ in apart(value_said(field, one, language) for one in given))
