"""Groups of the same size, or one apart."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.round.composition import Composition
from cohorts.round.finding import NO_AMOUNTS, OF_ALL, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Evenness, Tally

Sizes = tuple[int, int]


class SizeBalance(Rule):
    """Members below or above the even size, rounded both ways.

    Where every group opens that size is known beforehand: a Tally of all members in each. Where
    groups may stay closed it follows from those that open, and belongs to no single group.
    """

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
    OF_FEW = False
    WORKED = (
        Worked(
            groups=(
                {"Anker": {}, "Berk": {}, "Citer": {}, "Duin": {}},
                {"Eik": {}, "Fluit": {}},
                {"Geul": {}},
            ),
        ),
    )

    @override
    def demands(self, round_: Round) -> list[Demand]:
        if round_.places.may_close:
            return [self.demand(Evenness(name=self.key, price=1), people=1)]
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

    @override
    def pool(self, round_: Round) -> Sizes | None:
        """The even size rounded down and up; None: it depends on which groups open."""
        return None if round_.places.may_close else even_sizes(round_)

    @override
    def others(self, composition: Composition, pool: Sizes | None) -> Sizes:
        """The even size rounded down and up."""
        return pool or _even_sizes_of(composition)

    @override
    def measure_group(self, group: Seated, pool: Sizes | None) -> GroupFinding:
        (low, high), size = group.others, len(group.members)
        away = max(low - size, size - high, 0)
        amounts = {self.key: away}
        return GroupFinding(
            group.number,
            "even" if not away else "small" if size < low else "large",
            {} if pool is None else amounts,
            {"size": size, "low": low, "high": high},
            quality=round(max(1 - away / low, 0.0), 3),
            shares=amounts if pool is None else {},
        )

    @override
    def measure_whole(
        self, composition: Composition, pool: Sizes | None, others: Sizes
    ) -> GroupFinding:
        if pool is not None:
            return NO_AMOUNTS
        low, high = others
        sizes = map(len, composition.groups.values())
        return GroupFinding(OF_ALL, "", {self.key: sum(max(low - s, s - high, 0) for s in sizes)})


def even_sizes(round_: Round) -> Sizes:
    """The even size rounded down and up, within what a group may be, where every group opens."""
    wanted = min(round_.places.wanted(round_.n), round_.groups * round_.largest)
    down, up = wanted // round_.groups, -(-wanted // round_.groups)
    return max(down, round_.smallest), max(up, round_.smallest)


def _even_sizes_of(composition: Composition) -> Sizes:
    """The even size rounded down and up, over the groups that are open."""
    placed, groups = sum(map(len, composition.groups.values())), max(len(composition.groups), 1)
    return placed // groups, -(-placed // groups)
