"""Where not everyone can be placed: who has the most merit goes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple, Self

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words import Language
from cohorts.words.phrase import number
from solver.terms import Merit as MeritTerm


class Points(NamedTuple):
    """Everybody's merit, how far it is above the lowest, and the names of what counts it.

    ``low``, ``high``: the least and the most merit of anybody; ``point``: units of one point.
    """

    merit: Mapping[ApplicantId, int]
    above: Mapping[ApplicantId, int]
    terms: tuple[str, ...]
    low: int
    high: int
    point: int


class Merit(Rule):
    """Graded: the merit that stays outside every group, above the lowest in the round.

    What everybody has cannot be won; counted too, it would only make the rest look small. Where
    the programme says ``standing = "first"`` nothing of it is weighed: it is a level of the score.
    """

    TITLE = texts(nl="Wie het hoogst staat, gaat voor", en="Who ranks highest goes first")
    ABOUT = texts(
        nl="Is er niet voor iedereen plaats, dan tellen de punten uit merit.csv mee, naast hoe "
        'goed iemand in een groep past. Staat in het programma onder [groups] standing = "first", '
        "dan beslissen de punten eerst, en telt passen alleen tussen mensen met evenveel punten.",
        en="Where there is no room for everyone, the points of merit.csv count, beside how well "
        'somebody fits in a group. Where the programme says standing = "first" under [groups], '
        "the points decide first, and fit only counts among people with as many points.",
    )
    SENTENCES: ClassVar = {
        "mean": texts(
            nl="Gemiddeld {inside} punten; wie geen plaats kreeg: {outside}.",
            en="On average {inside} points; those without a place: {outside}.",
        ),
        "higher": texts(
            nl="De {count} leden kregen gemiddeld {inside} punten, wie geen plaats kreeg "
            "{outside}. De punten in deze ronde lopen van {low} tot {high}.",
            en="The {count} members got {inside} points on average, those without a place "
            "{outside}. The points in this round run from {low} to {high}.",
        ),
        "all": texts(nl="Iedereen is geplaatst.", en="Everyone is placed."),
        "left": texts(nl="Zonder plaats: {people}.", en="Without a place: {people}."),
    }
    DECIDES = frozenset({"higher"})
    OF_STANDING = True
    OF_FEW = False
    OF_ANY_GROUP = False
    OF_HOW_ALIKE = False
    RANKS = True
    HIDDEN_WITH = frozenset({"votes"})
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}},),
            outside={"Citer": {}},
            merit={"Anker": 8000, "Berk": 5000, "Citer": 6000},
        ),
        Worked(groups=({"Anker": {}, "Berk": {}},), merit={"Anker": 8000, "Berk": 5000}),
    )

    @property
    @override
    def limits(self) -> None:
        return None

    @override
    def demands(self, round_: Round) -> list[Demand]:
        # where it comes first it is no wish, but a level of the score
        if not self.speaks_in(round_) or round_.ranked:
            return []
        above = _above_lowest(round_.merit or {}, round_)
        value = np.array([above[a.id] for a in round_.applicants], dtype=np.int64)
        return [self.demand(MeritTerm(name=self.key, value=value, price=1))]

    @classmethod
    @override
    def brought_by(cls, round_: Round, name: str, *, asked: bool) -> Iterable[Self]:
        return () if asked or round_.merit is None else (cls(rule=name, key=name),)

    @override
    def speaks_in(self, round_: Round) -> bool:
        return round_.merit is not None

    @override
    def pool(self, round_: Round) -> Points:
        merit = round_.merit or {}
        terms = () if round_.ranked else (self.key,)
        low, high = min(merit.values(), default=0), max(merit.values(), default=0)
        return Points(merit, _above_lowest(merit, round_), terms, low, high, round_.point)

    @override
    def others(self, composition: Composition, pool: Points) -> tuple[Applicant, ...]:
        """Who has no place."""
        return composition.not_placed

    @override
    def measure_group(self, group: Seated, pool: Points) -> GroupFinding:
        outside = group.others
        here = _mean_points(group.members, pool)
        if not outside:
            return GroupFinding(group.number, "all", {}, {"inside": here})
        there = _mean_points(outside, pool)
        facts: dict[str, Fact] = {
            "inside": here,
            "outside": there,
            "count": len(group.members),
            "low": pool.low / pool.point,
            "high": pool.high / pool.point,
        }
        said = (number(points, Language.NL) for points in (here, there))
        higher = here > there and len(set(said)) > 1
        return GroupFinding(group.number, "higher" if higher else "mean", {}, facts)

    @override
    def measure_whole(
        self, composition: Composition, pool: Points, others: tuple[Applicant, ...]
    ) -> GroupFinding:
        left = tuple(a for a in others if pool.above[a.id])
        amounts = {term: sum(pool.above[a.id] for a in left) for term in pool.terms}
        facts: dict[str, Fact] = {"people": tuple(a.label for a in left)}
        verdict = "left" if left else ""
        return GroupFinding(OF_ALL, verdict, amounts, facts, tuple(a.id for a in left))


def _above_lowest(merit: Mapping[ApplicantId, int], round_: Round) -> Mapping[ApplicantId, int]:
    """Id → units of merit above the lowest merit of those who are composed."""
    lowest = min((merit[a.id] for a in round_.applicants), default=0)
    return {a.id: merit[a.id] - lowest for a in round_.applicants}


def _mean_points(people: Sequence[Applicant], pool: Points) -> float:
    return sum(pool.merit[a.id] for a in people) / len(people) / pool.point
