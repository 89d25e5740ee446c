"""Causes with what a sentence needs: who stands ahead, with whom a rule forbids it, how many."""

from __future__ import annotations

import numpy as np

from cohorts.composing.demands import Asked
from cohorts.composing.hindrances.blocked import blocked
from cohorts.composing.hindrances.causes import Cause, Kind
from cohorts.composing.hindrances.deciding import Deciding, Why
from cohorts.composing.proposal import Hindrance
from cohorts.composing.who_sits import as_composition
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import pair_of
from cohorts.round.finding import Fact
from cohorts.round.round import Round
from cohorts.rules.rule import Rule

POSSIBLE = "possible"


class Spoken:
    """What is said of each row outside, by what decided about all of them."""

    def __init__(self, asked: Asked, round_: Round, deciding: Deciding) -> None:
        self.asked, self.round, self.deciding = asked, round_, deciding
        self.grouping = grouping = deciding.grouping
        placed = grouping.assignment != grouping.outside
        self.placed = tuple(int(row) for row in np.flatnonzero(placed))
        self.rules = {rule.key: rule for rule in asked.rules}

    def hindrances(self, row: int) -> tuple[Hindrance, ...]:
        """The causes of a row, in the order in which they are told."""
        why = self.deciding.causes(row)
        if why.possible:
            return (Hindrance(POSSIBLE),)
        if not why.causes:
            return tuple(blocked(self.asked, self.round, self.grouping, row))
        return tuple(self._hindrance(row, cause, why) for cause in why.causes)

    def _hindrance(self, row: int, cause: Cause, why: Why) -> Hindrance:
        match cause.kind:
            case Kind.MUST | Kind.RULE:
                return self._of_rule(row, cause, why)
            case Kind.LOT:
                equals, places = self.deciding.drawn
                facts = {"equals": equals, "drawn": places, **self._lower(row)}
            case Kind.FIT:
                # within a margin somebody lower may just fit better
                floored = self.asked.task.floor is not None
                facts = self._places() | ({} if floored else self._lower(row))
            case Kind.STANDING:
                ahead = self._ahead(row)
                facts = self._places() | self._lower(row)
                if len(ahead) < len(self.placed):
                    facts |= {"by": self._kept_from_equals(row)}
                return Hindrance(cause.kind, people=ahead, facts=facts)
            case Kind.ROOM:
                people = tuple(self.round.applicants[one].label for one in self.placed)
                return Hindrance(cause.kind, people=people, facts=self._places())
            case _:
                facts = self._places()
        return Hindrance(cause.kind, facts=facts)

    def _places(self) -> dict[str, Fact]:
        return {"places": len(self.placed), "composed": self.round.n}

    def _lower(self, row: int) -> dict[str, Fact]:
        """Who stands lower and has a place, and the rules that keep them there; nothing: nobody."""
        standing, held_by = self.asked.task.standing, self.deciding.exchanges.held_by
        if standing is None:
            return {}
        lower = [one for one in self.placed if standing[one] < standing[row]]
        if self.asked.task.floor is not None:
            lower = [one for one in lower if held_by(row, [one])]
        if not lower:
            return {}
        by = held_by(row, lower)
        return {
            "lower": tuple(self.round.applicants[one].label for one in lower),
            "lower_by": tuple(by),
        }

    def _kept_from_equals(self, row: int) -> tuple[str, ...]:
        """The rules without which a row could have the place of somebody no higher."""
        standing = self.asked.task.standing
        if standing is None:
            return ()
        others = [one for one in self.placed if standing[one] <= standing[row]]
        return tuple(self.deciding.exchanges.held_by(row, others))

    def _ahead(self, row: int) -> tuple[str, ...]:
        """Everybody who stands higher, the highest first."""
        standing = self.asked.task.standing
        if standing is None:
            return ()
        higher = np.flatnonzero(standing > standing[row])
        ordered = sorted(higher, key=lambda one: (-standing[one], one))
        return tuple(self.round.applicants[one].label for one in ordered)

    def _of_rule(self, row: int, cause: Cause, why: Why) -> Hindrance:
        """With whom it forbids, and in which groups: as in the compositions that show it."""
        rule, me = self.rules[cause.rule], self.round.applicants[row]
        people: dict[ApplicantId, None] = {}
        for shown in why.shown:
            finding = rule.measure(as_composition(shown, self.round), self.round)
            people |= dict.fromkeys(one for broken in finding.broken for one in broken.people)
        groups = (int(shown.assignment[row]) + 1 for shown in why.shown)
        return Hindrance(
            cause.kind,
            tuple(group for group in groups if self._has_seat(group)),
            cause.rule,
            self._named(rule, me, tuple(people)),
        )

    def _has_seat(self, group: int) -> bool:
        """Whether there is room in this group as it stands."""
        size = int(self.grouping.sizes()[group - 1])
        low_enough = 0 < size < int(self.asked.task.high[group - 1])
        return low_enough and len(self.placed) < self.asked.task.places.high

    def _named(self, rule: Rule, me: Applicant, people: tuple[ApplicantId, ...]) -> tuple[str, ...]:
        """Labels of the others; of pairs that a report may not tell of, none."""
        apart, told = rule.pairs_apart(self.round), rule.told_apart(self.round)
        by_id = {a.id: a.label for a in self.round.applicants}
        return tuple(
            by_id[one]
            for one in people
            if one != me.id and ((p := pair_of(one, me.id)) in told or p not in apart)
        )
