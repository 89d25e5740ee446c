"""The rules by which people who wait are put together and compared."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.rules.rule import Rule


def in_use(programme: Programme, round_: Round) -> tuple[Rule, ...]:
    """The rules that say something of this round; none about seats in the groups that are there."""
    return tuple(
        rule
        for rule in programme.rules
        if rule.OF_ANY_GROUP
        and (round_.stage is None or round_.stage.has_reached(rule.stage))
        and _knows(rule, round_.applicants)
    )


def still_to_meet(rules: Sequence[Rule], people: Sequence[Applicant]) -> tuple[Rule, ...]:
    """The rules for people who wait: a must that newcomers can still meet only weighs."""
    return tuple(
        rule.as_wish() if rule.MENDED_BY_MORE else rule for rule in rules if _knows(rule, people)
    )


def _knows(rule: Rule, people: Sequence[Applicant]) -> bool:
    """Whether the rule can read anything of anybody."""
    fields = rule.needs()
    return not fields or any(a.text(field) is not None for a in people for field in fields)
