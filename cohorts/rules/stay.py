"""Where there was an earlier composition: as few people as possible move."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition
from cohorts.round.finding import Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
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
        "stayed": texts(nl="Niemand kwam uit een andere groep.", en="Nobody came from elsewhere."),
        "moved": texts(nl="Uit een andere groep: {people}.", en="From another group: {people}."),
    }
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
        gt=0,
        le=1000,
        allow_inf_nan=False,
    )

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

    def measure(self, composition: Composition, round_: Round) -> Finding:
        if round_.previous is None:
            return Finding(self.key, ())
        groups = tuple(
            self._measure_group(number, self._moved(members, number, round_))
            for number, members in composition.groups.items()
        )
        gone = self._moved(composition.not_placed, None, round_)
        return Finding(self.key, groups, {self.key: len(gone)})

    @staticmethod
    def _moved(
        members: tuple[Applicant, ...], number: int | None, round_: Round
    ) -> tuple[Applicant, ...]:
        before = round_.previous or {}
        return tuple(a for a in members if before.get(a.id) not in (None, number))

    def _measure_group(self, number: int, moved: tuple[Applicant, ...]) -> GroupFinding:
        return GroupFinding(
            number,
            "moved" if moved else "stayed",
            {self.key: len(moved)},
            {"people": tuple(a.label for a in moved)},
            tuple(a.id for a in moved),
            0.0 if moved else 1.0,
            broken=bool(moved) and self.level is Level.MUST,
        )
