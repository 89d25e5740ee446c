"""What to say where the compiled parts are not in their cache yet, or cannot be."""

from __future__ import annotations

from cohorts.composing import engines
from cohorts.words import Language, say

SECONDS = 30
"""How much longer it takes to compile them all, as ``python -m solver.search.warm`` takes."""
SECONDS_OF_ROTATION = 10
"""The same, as ``python -m solver.pairing.rotation.beforehand`` takes."""

SECONDS_OF_READING = 5
"""The same, as ``python -m solver.pairing.reading.read_beforehand`` takes."""


def first_time(people: int) -> str | None:
    """The key of the sentence that says why it takes longer; None where it does not.

    ``people``: how many there are at most; of a few the best is proven, without what is compiled.
    """
    if people <= engines.SMALL or engines.is_warm():
        return None
    return _longer()


def first_rotation() -> str | None:
    """The same of a rotation, which has compiled parts of its own."""
    return None if engines.is_rotation_warm() else _longer()


def first_reading() -> str | None:
    """The same of who reads what."""
    return None if engines.is_reading_warm() else _longer()


def _longer() -> str:
    return "cli.first_time" if engines.CACHED else "cli.every_time"


def said_first(key: str, language: Language, seconds: int = SECONDS) -> str:
    """The sentence, with how much longer it takes."""
    return say(key, language, seconds=seconds)
