"""A worked example of a rule: a handful of people in groups, from which the docs are computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.room import Room, RoomMode
from cohorts.round.round import Round

People = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Worked:
    """``groups``: per group the name of each member → field or column → value; so ``outside``.

    ``fields``: what the rule asks. ``relations``: (name, name, kind). ``merit`` and ``previous``:
    by name, as in a round. What the groups choose is looked up, not told: the cheapest there is.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    groups: tuple[People, ...]
    outside: People = field(default_factory=dict)
    relations: Sequence[tuple[str, str, str]] = ()
    merit: Mapping[str, int] | None = None
    previous: Mapping[str, int] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields and columns that somebody has a value of, as they occur."""
        people = [*self.outside.values(), *(v for group in self.groups for v in group.values())]
        return tuple(dict.fromkeys(column for values in people for column in values))

    def round(self) -> Round:
        """The round of these people, in which any grouping of them is possible."""
        people = [_applicant(name, values) for name, values in self._everybody().items()]
        everyone = Room(RoomMode.EVERYONE)
        return Round(
            applicants=tuple(sorted(people, key=lambda a: a.id)),
            groups=len(self.groups),
            smallest=1,
            largest=len(people),
            target=max(len(people) // len(self.groups), 1),
            places=Room(RoomMode.AT_MOST, self._placed) if self.outside else everyone,
            relations=tuple(
                Relation(ApplicantId(a), ApplicantId(b), RelationKind(kind))
                for a, b, kind in self.relations
            ),
            merit=_by_id(self.merit),
            previous=_by_id(self.previous),
        )

    def seats(self) -> list[int]:
        """The group of each row of the round, from 0; as many as there are groups: outside."""
        seat = {name: number for number, group in enumerate(self.groups) for name in group}
        return [seat.get(name, len(self.groups)) for name in sorted(self._everybody())]

    @property
    def _placed(self) -> int:
        return sum(map(len, self.groups))

    def _everybody(self) -> dict[str, Mapping[str, Any]]:
        return {n: v for people in (*self.groups, self.outside) for n, v in people.items()}


def _applicant(name: str, values: Mapping[str, Any]) -> Applicant:
    own = {column: value for column, value in values.items() if column in FIELD_NAMES}
    extra = {column: str(value) for column, value in values.items() if column not in FIELD_NAMES}
    return Applicant(id=ApplicantId(name), **own, extra=extra)


def _by_id(given: Mapping[str, int] | None) -> dict[ApplicantId, int] | None:
    return None if given is None else {ApplicantId(name): value for name, value in given.items()}
