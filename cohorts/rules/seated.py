"""One group as a rule looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Options


@dataclass(frozen=True)
class Seated:
    """``members`` by id, at least one; ``taken``: the options the group took by the rule's choice.

    ``others``: what :meth:`cohorts.rules.rule.Rule.others` says of the whole composition.
    """

    number: int
    members: tuple[Applicant, ...]
    taken: Options = ()
    others: Any = None
