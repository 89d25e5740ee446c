"""Bounds in words: hoogstens 250, meer dan 5 en minder dan 250, van 10 tot en met 250."""

from __future__ import annotations

from cohorts.conditions.condition import Texts, texts
from cohorts.words.language import Language
from cohorts.words.phrase import phrase

EACH = {
    "above": texts(nl="meer dan {above}", en="more than {above}"),
    "least": texts(nl="minstens {least}", en="at least {least}"),
    "most": texts(nl="hoogstens {most}", en="at most {most}"),
    "below": texts(nl="minder dan {below}", en="less than {below}"),
}
BOTH = texts(nl="van {least} tot en met {most}", en="from {least} to {most}")
SAME = texts(nl="{least}", en="{least}")
AND = texts(nl=" en ", en=" and ")


def bounds(
    least: float | None = None,
    most: float | None = None,
    *,
    above: float | None = None,
    below: float | None = None,
    unit: str = "",
) -> Texts:
    """What lies between bounds, in words; None: no such bound. One of them at least is given."""
    given = {"above": above, "least": least, "most": most, "below": below}
    facts = {name: value for name, value in given.items() if value is not None}
    return {
        language: phrase(_template(facts, language), {**facts, "unit": unit}, language)
        for language in Language
    }


def _template(facts: dict[str, float], language: Language) -> str:
    if set(facts) == {"least", "most"}:
        return (SAME if facts["least"] == facts["most"] else BOTH)[language]
    return AND[language].join(EACH[name][language] for name in facts)
