"""People who met before: rather not in one group again, or rather together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.relation import Pair, RelationKind
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.relation_pairs import Hold, Pairs, in_words, keep_apart, most_wanted, pairs_with
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import PairCost
from solver.terms.pair_cost import SCALE


class Wish(StrEnum):
    """What is wished of people who met before."""

    AVOID = "avoid"
    PREFER = "prefer"


class PastContact(Rule):
    """``avoid``: Apart, one unit per pair in a group. ``prefer``: graded, pairs per member."""

    TITLE = texts(nl="Eerder contact ({kinds})", en="Contact before ({kinds})")
    ABOUT = texts(
        nl="Wie elkaar eerder trof, zit liever niet weer samen (avoid), of juist wel (prefer). "
        "De paren staan in relations.csv; een rij met ‘none’ laat een paar los.",
        en="Those who met before rather do not sit together again (avoid), or rather do "
        "(prefer). The pairs stand in relations.csv; a row with ‘none’ lets a pair go.",
    )
    SENTENCES: ClassVar = {
        "new": texts(
            nl="Niemand had hier eerder contact met een ander.",
            en="Nobody here was in contact with another before.",
        ),
        "met": texts(
            nl="Deze leden hadden al eerder contact: {pairs}.",
            en="These members were in contact before: {pairs}.",
        ),
        "again": texts(
            nl="Deze leden troffen elkaar al eerder en zitten nu weer samen: {pairs}.",
            en="These members met before and sit together again: {pairs}.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "new": texts(
            nl="Zover bekend troffen zij elkaar niet eerder.",
            en="As far as is known they did not meet before.",
        ),
        "met": texts(
            nl="Zij hadden al eerder contact: {pairs}.", en="They were in contact before: {pairs}."
        ),
        "again": texts(nl="Zij troffen elkaar al eerder: {pairs}.", en="They met before: {pairs}."),
    }
    JOINS_FEW = frozenset({"met"})
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}),
            relations=(("Anker", "Berk", "met"), ("Berk", "Citer", "met")),
        ),
        Worked(
            fields={"wish": "prefer"},
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}),
            relations=(("Anker", "Berk", "met"), ("Berk", "Citer", "met")),
        ),
    )

    kinds: tuple[RelationKind, ...] = described(
        (RelationKind.MET,), nl="soorten relaties", en="kinds of relations", min_length=1
    )
    wish: Wish = described(
        Wish.AVOID,
        nl="avoid: liever niet bij elkaar; prefer: liever wel",
        en="avoid: rather apart; prefer: rather together",
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.wish is Wish.PREFER and self.level is Level.MUST:
            raise PydanticCustomError("prefer_must", "'prefer' is a wish, never a must")
        return self

    @property
    @override
    def limits(self) -> tuple[str, ...] | None:
        return () if self.wish is Wish.AVOID else None

    def pairs(self, round_: Round) -> dict[Pair, Hold]:
        """Pair (ids ascending) → MUST or WISH."""
        return pairs_with(round_, self.kinds, must=self.level is Level.MUST)

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        avoided = self.pairs(round_) if self.wish is Wish.AVOID else {}
        return {pair: hold is Hold.MUST for pair, hold in avoided.items()}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        pairs = self.pairs(round_)
        if self.wish is Wish.AVOID:
            return keep_apart(self, pairs, round_)
        if not pairs:
            return []
        edges = np.array(
            sorted(tuple(sorted((round_.rows[a], round_.rows[b]))) for a, b in pairs),
            dtype=np.int64,
        )
        costs = np.full(len(pairs), -SCALE, dtype=np.int64)
        term = PairCost(name=self.key, n=round_.n, edges=edges, costs=costs, price=1)
        return [self.demand(term)]

    @override
    def pool(self, round_: Round) -> Pairs:
        return Pairs(self.key, self.pairs(round_), round_)

    @override
    def measure_group(self, group: Seated, pool: Pairs) -> GroupFinding:
        number, size = group.number, len(group.members)
        inside = pool.inside(group.members)
        people = {i for pair in inside for i in pair}
        facts: dict[str, Fact] = {"pairs": tuple(in_words(pair, pool.names) for pair in inside)}
        if self.wish is Wish.PREFER:
            amounts = {self.key: -SCALE * len(inside) // size} if pool.hold else {}
            with_any = sum(a.id in pool.of for a in group.members)
            quality = round(len(people) / with_any, 3) if with_any else 1.0
            verdict = "met" if inside else "new"
            named = tuple(dict.fromkeys(i for pair in inside for i in pair))
            return GroupFinding(number, verdict, amounts, facts, named, quality)
        return GroupFinding(
            number,
            "again" if inside else "new",
            pool.amounts(inside),
            facts,
            most_wanted(inside),
            round(1 - len(people) / size, 3),
        )
