"""The programme of a round: as it was chosen, as it was changed, and what of it is in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.programme.frozen import frozen
from cohorts.programme.programme import Programme
from cohorts.rounds.asking.faults import faults
from cohorts.rules.rule import Rule


@dataclass(frozen=True)
class Stood:
    """``whole``: also with the rules that are ``off``; ``chosen``: before anything was changed."""

    whole: Programme
    chosen: Programme
    off: frozenset[str] = frozenset()

    @cached_property
    def in_force(self) -> Programme:
        """With the rules that are on. Raises InputError where none is."""
        return with_rules(self.whole, [r for r in self.whole.rules if r.key not in self.off])

    def changed(self, whole: Programme) -> Stood:
        """With another programme; a rule that is not in it is not off either."""
        return replace(self, whole=whole, off=self.off & {rule.key for rule in whole.rules})

    def among(self, people: Iterable[ApplicantId]) -> Stood:
        """Without the rules that name somebody who is not among these."""
        here = {str(who) for who in people}
        gone = {rule.key for rule in self.whole.rules if not named_by(rule) <= here}
        if not gone:
            return self
        left = [rule for rule in self.whole.rules if rule.key not in gone]
        return self.changed(with_rules(self.whole, left))

    def switched(self, key: str, *, on: bool) -> Stood:
        """With this rule on, or off."""
        return replace(self, off=self.off - {key} if on else self.off | {key})


def named_by(rule: Rule) -> set[str]:
    """The ids of whom it names."""
    found: set[str] = set()

    def note(who: str) -> str:
        found.add(who)
        return who

    rule.calling(note)
    return found


def with_rules(programme: Programme, rules: Sequence[Rule]) -> Programme:
    """With these instead. Raises InputError where they make no programme."""
    if not rules:
        raise InputError(Problem("asking.no_rule"))
    return made(programme, rules=list(rules))


def made(programme: Programme, **parts: Any) -> Programme:
    """With other parts, by the names of its fields.

    What likeness is to come first forgets rules that are no longer there, or no wish any more.
    Raises InputError, with every fault.
    """
    table = frozen(programme) | {"rules": programme.rules, "conditions": programme.conditions}
    table |= parts
    if (plan := table["groups"].get("alike_first")) is not None:
        wishes = {r.key for r in table["rules"] if r.likens or not r.is_must}
        kept = [key for key in plan["rules"] if key in wishes]
        groups = {**table["groups"], "alike_first": {**plan, "rules": kept} if kept else None}
        table["groups"] = groups
    try:
        return Programme.model_validate(table)
    except ValidationError as error:
        raise InputError(*faults(error, Programme)) from None
