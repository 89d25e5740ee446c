"""One group as a rule looks at it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition, Options


@dataclass(frozen=True)
class Seated:
    """``members`` by id, at least one; ``taken``: the options the group took by the rule's choice.

    ``others``: what :meth:`cohorts.rules.rule.Rule.others` says of the whole composition.
    """

    number: int
    members: tuple[Applicant, ...]
    taken: Options = ()
    others: Any = None


def changed(
    before: Iterable[tuple[Applicant, ...]],
    now: Iterable[tuple[Applicant, ...]],
    composition: Composition,
) -> Collection[int]:
    """The groups of those who are in a set of people before or now, but not in both."""
    one, other = ({tuple(a.id for a in part) for part in sets} for sets in (before, now))
    people = {person for part in one ^ other for person in part}
    return {composition.seats[person] for person in people if person in composition.seats}
