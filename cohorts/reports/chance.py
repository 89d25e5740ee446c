"""A rule beside chance: how much better than in random groups of the same sizes."""

from __future__ import annotations

import math

from cohorts.composing.proposal import Against
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.phrase import number

BETTER = 1.05
WHOLE_FROM = 3


def times(ratio: float, language: Language) -> str:
    """A ratio as people say it: whole from three up, one decimal below."""
    return number(round(ratio) if ratio >= WHOLE_FROM else ratio, language)


def chance_sentence(rule: Rule, against: Against | None, language: Language) -> str:
    """How much better than random groups; empty where chance says nothing."""
    if against is None or against.random == 0:
        return ""
    if against.random > 0 and against.value <= 0:
        return say("report.chance_none", language)
    ratio = against.value / against.random
    ratio = ratio if against.random < 0 else 1 / ratio
    if rule.OF_SQUARES:
        ratio = math.sqrt(max(ratio, 0.0))  # its points are squared distances
    if ratio < BETTER:
        return say("report.chance_same", language)
    key = "report.chance_closer" if rule.OF_SQUARES else "report.chance_better"
    return say(key, language, times=times(ratio, language))
