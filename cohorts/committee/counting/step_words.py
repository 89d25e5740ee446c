"""A step of a count as a sentence: candidates by how they are called, parts as per cent."""

from __future__ import annotations

from fractions import Fraction

from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.votes import Election
from cohorts.words.language import Language
from cohorts.words.speech import say


def told_steps(elected: Elected, election: Election, language: Language) -> tuple[str, ...]:
    """All steps of a count, in order."""
    return tuple(told_step(step, election, language) for step in elected.steps)


def told_step(step: Step, election: Election, language: Language) -> str:
    """One step. Facts that are ids become names; a fraction ``x`` may be said as ``x_percent``."""
    facts = {key: _said(value, election) for key, value in step.facts.items()}
    parts = {key: v for key, v in step.facts.items() if isinstance(v, Fraction)}
    facts |= {f"{key}_percent": float(100 * part) for key, part in parts.items()}
    return say(step.code, language, **facts)


def _said(value: object, election: Election) -> object:
    if isinstance(value, tuple):
        return [_said(one, election) for one in value]
    if isinstance(value, Fraction):
        return float(value)
    return election.names.get(value, value) if isinstance(value, str) else value
