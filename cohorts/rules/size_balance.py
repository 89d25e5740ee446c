"""Groups of the same size, or one apart."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from cohorts.round.composition import Composition
from cohorts.round.finding import Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, texts
from cohorts.rules.worked import Worked
from solver.terms import Tally


class SizeBalance(Rule):
    """Tally of all members: per group those below or above the even size, rounded both ways."""

    TITLE = texts(nl="Groepen even groot", en="Groups of one size")
    ABOUT = texts(
        nl="De groepen zijn even groot, of schelen één lid als het niet deelbaar is. Zonder deze "
        "regel telt alleen dat elke groep tussen het kleinste en het grootste aantal blijft.",
        en="The groups are of one size, or differ by one member where it does not divide. Without "
        "this rule a group only has to stay between the smallest and the largest size.",
    )
    SENTENCES: ClassVar = {
        "even": texts(
            nl="Aantal leden: {size}. Dat past bij groepen die even groot zijn.",
            en="Number of members: {size}. That goes with groups of one size.",
        ),
        "small": texts(
            nl="Aantal leden: {size}. Groepen die even groot zijn, hebben er minstens {low}.",
            en="Number of members: {size}. Groups of one size have at least {low}.",
        ),
        "large": texts(
            nl="Aantal leden: {size}. Groepen die even groot zijn, hebben er hoogstens {high}.",
            en="Number of members: {size}. Groups of one size have at most {high}.",
        ),
    }
    WORKED = (
        Worked(
            groups=(
                {"Anker": {}, "Berk": {}, "Citer": {}, "Duin": {}},
                {"Eik": {}, "Fluit": {}},
                {"Geul": {}},
            ),
        ),
    )

    def demands(self, round_: Round) -> list[Demand]:
        low, high = even_sizes(round_)
        term = Tally(
            name=self.key,
            code=np.zeros(round_.n, dtype=np.int64),
            low=np.array([low], dtype=np.int64),
            high=np.array([high], dtype=np.int64),
            amount=np.ones(round_.n, dtype=np.int64),
            price=1,
        )
        return [self.demand(term, people=1)]

    def measure(self, composition: Composition, round_: Round) -> Finding:
        low, high = even_sizes(round_)
        groups = tuple(
            self._measure_group(number, len(members), low, high)
            for number, members in composition.groups.items()
        )
        return Finding(self.key, groups)

    def _measure_group(self, number: int, size: int, low: int, high: int) -> GroupFinding:
        away = max(low - size, size - high, 0)
        return GroupFinding(
            number,
            "even" if not away else "small" if size < low else "large",
            {self.key: away},
            {"size": size, "low": low, "high": high},
            quality=round(max(1 - away / low, 0.0), 3),
            broken=away > 0 and self.level is Level.MUST,
        )


def even_sizes(round_: Round) -> tuple[int, int]:
    """The even size rounded down and up, within what a group may be."""
    wanted = min(round_.places.wanted(round_.n), round_.groups * round_.largest)
    down, up = wanted // round_.groups, -(-wanted // round_.groups)
    return max(down, round_.smallest), max(up, round_.smallest)
