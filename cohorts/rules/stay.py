"""Where there was an earlier composition: as few people as possible move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Self

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Stay as StayTerm


class Stay(Rule):
    """One unit per person who sits elsewhere than before; a must forbids every move."""

    TITLE = texts(nl="Blijven waar men zat", en="Stay where one was")
    ABOUT = texts(
        nl="Geeft u een eerdere indeling mee (--previous), dan kost elke verhuizing punten. Als "
        "eis (--keep) verhuist niemand.",
        en="Where you give an earlier composition (--previous), every move costs points. As a must "
        "(--keep) nobody moves.",
    )
    SENTENCES: ClassVar = {
        "stayed": texts(
            nl="Niemand kwam uit een andere groep.", en="Nobody came from another group."
        ),
        "moved": texts(nl="Uit een andere groep: {people}.", en="From another group: {people}."),
        "gone": texts(
            nl="Had een groep en nu geen plaats: {people}.",
            en="Had a group and now no place: {people}.",
        ),
    }
    OF_FEW = False
    OF_ANY_GROUP = False
    OF_HOW_ALIKE = False
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}),
            previous={"Anker": 1, "Berk": 1, "Citer": 2, "Duin": 1},
        ),
    )

    weight: float = described(
        3.0,
        nl="punten per verhuizing van één mens",
        en="points per move of one person",
        asked=False,
        gt=0,
        le=1000,
        allow_inf_nan=False,
    )

    @override
    def demands(self, round_: Round) -> list[Demand]:
        if round_.previous is None:
            return []
        before = [round_.previous.get(a.id) for a in round_.applicants]
        # a group that no longer exists: everybody in it moves, wherever they go
        gone = round_.groups + 1
        seats = [-1 if b is None else b - 1 if b <= round_.groups else gone for b in before]
        must = self.level is Level.MUST
        term = StayTerm(
            name=self.key,
            previous=np.array(seats, dtype=np.int64),
            cost=np.full(round_.n, 0 if must else 1, dtype=np.int64),
            never=np.full(round_.n, must, dtype=bool),
            price=1,
        )
        return [self.demand(term, people=1)]

    @classmethod
    @override
    def brought_by(cls, round_: Round, name: str, *, asked: bool) -> Iterable[Self]:
        return () if asked or round_.previous is None else (cls(rule=name, key=name),)

    @override
    def in_round(self, round_: Round) -> Self:
        """Where nobody may leave their group it is a must."""
        return self.model_copy(update={"level": Level.MUST}) if round_.keep else self

    @override
    def speaks_in(self, round_: Round) -> bool:
        return round_.previous is not None

    @override
    def pool(self, round_: Round) -> Mapping[ApplicantId, int]:
        """The group everybody had."""
        return round_.previous or {}

    @override
    def measure_group(self, group: Seated, pool: Mapping[ApplicantId, int]) -> GroupFinding:
        moved = _moved(group.members, group.number, pool)
        return GroupFinding(
            group.number,
            "moved" if moved else "stayed",
            {self.key: len(moved)},
            {"people": tuple(a.label for a in moved)},
            tuple(a.id for a in moved),
            0.0 if moved else 1.0,
        )

    @override
    def measure_whole(
        self, composition: Composition, pool: Mapping[ApplicantId, int], others: None
    ) -> GroupFinding:
        gone = _moved(composition.not_placed, None, pool)
        facts: dict[str, Fact] = {"people": tuple(a.label for a in gone)}
        people = tuple(a.id for a in gone)
        return GroupFinding(OF_ALL, "gone" if gone else "", {self.key: len(gone)}, facts, people)


def _moved(
    members: tuple[Applicant, ...], number: int | None, before: Mapping[ApplicantId, int]
) -> tuple[Applicant, ...]:
    return tuple(a for a in members if before.get(a.id) not in (None, number))
