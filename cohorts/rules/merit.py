"""Where not everyone can be placed: who has the most merit goes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import numpy as np

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, texts
from cohorts.rules.worked import Worked
from solver.terms import Merit as MeritTerm

THOUSANDTHS = 1000
"""Merit is kept in thousandths of a point; a sentence says points."""


class Merit(Rule):
    """Graded: the merit that stays outside every group, above the lowest in the round.

    What everybody has cannot be won; counted too, it would only make the rest look small.
    """

    TITLE = texts(nl="Wie het hoogst staat, gaat voor", en="Who ranks highest goes first")
    ABOUT = texts(
        nl="Is er niet voor iedereen plaats, dan tellen de punten uit merit.csv mee, naast hoe "
        "goed iemand in een groep past.",
        en="Where there is no room for everyone, the points of merit.csv count, beside how well "
        "somebody fits in a group.",
    )
    SENTENCES: ClassVar = {
        "mean": texts(
            nl="Gemiddeld {inside} punten; wie geen plaats kreeg: {outside}.",
            en="On average {inside} points; those without a place: {outside}.",
        ),
        "all": texts(nl="Iedereen is geplaatst.", en="Everyone is placed."),
    }
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}},),
            outside={"Citer": {}},
            merit={"Anker": 8000, "Berk": 5000, "Citer": 6000},
        ),
        Worked(groups=({"Anker": {}, "Berk": {}},), merit={"Anker": 8000, "Berk": 5000}),
    )

    def demands(self, round_: Round) -> list[Demand]:
        if round_.merit is None:
            return []
        above = _above_lowest(round_.merit, round_)
        value = np.array([above[a.id] for a in round_.applicants], dtype=np.int64)
        return [self.demand(MeritTerm(name=self.key, value=value, price=1))]

    def measure(self, composition: Composition, round_: Round) -> Finding:
        merit, outside = round_.merit, composition.not_placed
        if merit is None:
            return Finding(self.key, ())
        groups = []
        for number, members in composition.groups.items():
            facts: dict[str, Fact] = {"inside": _mean_points(members, merit)}
            if outside:
                facts["outside"] = _mean_points(outside, merit)
            groups.append(GroupFinding(number, "mean" if outside else "all", {}, facts))
        above = _above_lowest(merit, round_)
        return Finding(self.key, tuple(groups), {self.key: sum(above[a.id] for a in outside)})


def _above_lowest(merit: Mapping[ApplicantId, int], round_: Round) -> Mapping[ApplicantId, int]:
    """Id → thousandths above the lowest merit of those who are composed."""
    lowest = min((merit[a.id] for a in round_.applicants), default=0)
    return {a.id: merit[a.id] - lowest for a in round_.applicants}


def _mean_points(people: Sequence[Applicant], merit: Mapping[ApplicantId, int]) -> float:
    return sum(merit[a.id] for a in people) / len(people) / THOUSANDTHS
