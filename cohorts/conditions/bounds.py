"""Bounds in words: hoogstens 250, minstens 10, van 10 tot en met 250."""

from __future__ import annotations

from cohorts.conditions.condition import Texts, texts
from cohorts.words.language import Language
from cohorts.words.phrase import phrase

ONE_SIDED = {
    "least": texts(nl="minstens {least}", en="at least {least}"),
    "most": texts(nl="hoogstens {most}", en="at most {most}"),
}
BOTH = texts(nl="van {least} tot en met {most}", en="from {least} to {most}")
SAME = texts(nl="{least}", en="{least}")


def bounds(least: float | None, most: float | None, unit: str = "") -> Texts:
    """What lies from ``least`` to ``most`` (None: open, one of both is not)."""
    sides = [name for name, value in (("least", least), ("most", most)) if value is not None]
    template = ONE_SIDED[sides[0]] if len(sides) == 1 else SAME if least == most else BOTH
    facts = {"least": least, "most": most, "unit": unit}
    return {language: phrase(template[language], facts, language) for language in Language}
