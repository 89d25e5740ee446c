"""Somebody leaves a group: what that does is worked out once, whatever place they get then."""

from __future__ import annotations

from dataclasses import dataclass, field

from cohorts.hands.standing import Standing
from cohorts.rules.measuring import Known
from solver.grouping import Grouping
from solver.terms import Charge


@dataclass(frozen=True, eq=False)
class Leaving:
    """A ``row`` in the standing ``here``, with every place still open to it.

    ``grouping`` and ``charges``: of it outside every group; ``known``: what was found on the way.
    """

    here: Standing
    row: int
    grouping: Grouping
    charges: tuple[Charge, ...]
    known: Known = field(default_factory=Known)

    @classmethod
    def of(cls, here: Standing, row: int) -> Leaving:
        """Of a row in a standing."""
        grouping, touched = here.regrouped([(row, here.grouping.outside)])
        return cls(here, row, grouping, here.recharged(here.charges, grouping, touched))

    def to(self, group: int) -> Standing:
        """What ``here.seated([(row, group)])`` gives (group from 0; K is outside)."""
        grouping, touched = self.here.regrouped([(self.row, group)])
        known, again = self.here.charges, touched
        if self._left_alike(grouping):
            # beside the place itself it differs from who sits outside in that only
            known, again = self.charges, {group, grouping.outside}
        charges = self.here.recharged(known, grouping, again)
        return self.here.as_in(grouping, touched, charges, self.known)

    def _left_alike(self, grouping: Grouping) -> bool:
        """Whether the group that is left takes in ``grouping`` what it takes by itself."""
        source = int(self.here.grouping.assignment[self.row])
        return source < grouping.groups and all(
            (taken[source] == grouping.choices[name][source]).all()
            for name, taken in self.grouping.choices.items()
        )
