"""Where not everyone can be placed: who has the most merit goes first."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from cohorts.composition import Composition
from cohorts.finding import Fact, Finding, GroupFinding
from cohorts.round import Round
from cohorts.rules.rule import Demand, Rule, texts
from cohorts.rules.worked import Worked
from solver.terms import Merit as MeritTerm


class Merit(Rule):
    """Graded: the merit that stays outside every group."""

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
            merit={"Anker": 8, "Berk": 5, "Citer": 6},
        ),
        Worked(groups=({"Anker": {}, "Berk": {}},), merit={"Anker": 8, "Berk": 5}),
    )

    def demands(self, round_: Round) -> list[Demand]:
        if round_.merit is None:
            return []
        value = np.array([round_.merit[a.id] for a in round_.applicants], dtype=np.int64)
        return [self.demand(MeritTerm(name=self.key, value=value, price=1))]

    def measure(self, composition: Composition, round_: Round) -> Finding:
        merit = round_.merit
        if merit is None:
            return Finding(self.key, ())
        outside = [merit[a.id] for a in composition.not_placed]
        groups = []
        for number, members in composition.groups.items():
            inside = [merit[a.id] for a in members]
            facts: dict[str, Fact] = {"inside": sum(inside) / len(inside)}
            if outside:
                facts["outside"] = sum(outside) / len(outside)
            groups.append(GroupFinding(number, "mean" if outside else "all", {}, facts))
        return Finding(self.key, tuple(groups), {self.key: sum(outside)})
