"""What the rules about pairs of people share: pairs out of relations, and the term they become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule
from cohorts.rules.seated import Seated
from solver.quantise import IntArray
from solver.terms import Apart


class Hold(StrEnum):
    """How firmly two are kept apart; the value: what stands behind the rule's key in the term.

    NAMED: on a form, which nobody confirmed yet.
    """

    MUST = ""
    NAMED = ".named"
    WISH = ".wish"


def pairs_with(
    round_: Round,
    kinds: Collection[RelationKind],
    *,
    must: bool,
    without: Collection[RelationKind] = (RelationKind.NONE,),
) -> dict[Pair, Hold]:
    """Pair → MUST or WISH; a must where its row does not say and ``must``. The hardest row counts.

    A pair that also has a relation of a kind in ``without`` is let go.
    """
    released = {pair_of(r.a, r.b) for r in round_.relations if r.kind in without}
    found: dict[Pair, Hold] = {}
    for relation in round_.relations:
        pair = pair_of(relation.a, relation.b)
        if relation.kind in kinds and pair not in released:
            hard = must if relation.must is None else relation.must
            found[pair] = Hold.MUST if hard else found.get(pair, Hold.WISH)
    return dict(sorted(found.items()))


def keep_apart(
    rule: Rule, pairs: Mapping[Pair, Hold], round_: Round, *, named: float = 1.0
) -> list[Demand]:
    """A term for each hold that any pair has; a wish costs two points a pair, times its weight.

    ``named``: the weight of those that are named on a form.
    """
    weights = {Hold.MUST: None, Hold.NAMED: named, Hold.WISH: rule.weight}
    demands = []
    for hold, weight in weights.items():
        edges = [pair for pair, how in pairs.items() if how is hold]
        if edges:
            term = apart(f"{rule.key}{hold}", edges, round_)
            demands.append(Demand(term, weight, people=None if weight is None else 2))
    return demands


def apart(name: str, pairs: Collection[Pair], round_: Round) -> Apart:
    """The term: one unit for each of the pairs in one group."""
    rows = [(round_.rows[a], round_.rows[b]) for a, b in pairs]
    return apart_rows(name, np.array(rows, dtype=np.int64).reshape(-1, 2), round_)


def apart_rows(name: str, edges: IntArray, round_: Round) -> Apart:
    """The same for pairs of rows (m, 2), in any order."""
    edges = np.sort(edges, axis=1)
    edges = edges[np.lexsort((edges[:, 1], edges[:, 0]))]
    return Apart(name=name, n=round_.n, edges=edges, price=1)


@dataclass(frozen=True, eq=False)
class AllAlike(Mapping[Pair, bool]):
    """Each of the ``pairs`` → ``must``, without a copy of them."""

    pairs: Mapping[Pair, object]
    must: bool

    @override
    def __len__(self) -> int:
        return len(self.pairs)

    @override
    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)

    @override
    def __getitem__(self, pair: Pair) -> bool:
        if pair not in self.pairs:
            raise KeyError(pair)
        return self.must


class Pairs:
    """The pairs of a rule, by person; ``hold``: pair → how firmly it is kept apart, in order.

    ``holds``: how firmly any is.
    """

    def __init__(self, key: str, hold: Mapping[Pair, Hold], round_: Round) -> None:
        self.key, self.hold = key, hold
        self.holds = frozenset(hold.values())
        self.names = {a.id: a.label for a in round_.applicants}
        self.of: dict[ApplicantId, list[Pair]] = {}
        for pair in hold:
            for one in pair:
                self.of.setdefault(one, []).append(pair)

    def inside(self, members: Collection[Applicant]) -> dict[Pair, Hold]:
        """The pairs of which both are members."""
        return {pair: self.hold[pair] for pair, count in self._about(members) if count > 1}

    def crossing(self, members: Collection[Applicant]) -> list[Pair]:
        """The pairs of which one is a member."""
        return [pair for pair, count in self._about(members) if count == 1]

    def amounts(self, inside: Mapping[Pair, Hold]) -> dict[str, int]:
        """What the pairs ``inside`` a group count in the terms that all pairs make."""
        here = Counter(inside.values())
        return {f"{self.key}{hold}": here[hold] for hold in Hold if hold in self.holds}

    def _about(self, members: Collection[Applicant]) -> list[tuple[Pair, int]]:
        """The pairs that members are in, in order, with how many of the two are members."""
        return sorted(Counter(p for a in members for p in self.of.get(a.id, ())).items())


def most_wanted(inside: Mapping[Pair, Hold]) -> tuple[ApplicantId, ...]:
    """Who sits with somebody against a must; where no must is broken, against a wish."""
    wanted = [pair for pair, hold in inside.items() if hold is Hold.MUST] or inside
    return tuple(dict.fromkeys(i for pair in wanted for i in pair))


def apart_or_not(group: Seated, pairs: Pairs, apart: tuple[str, ...]) -> GroupFinding:
    """The finding ``broken``, ``named`` (on a form), ``both``, ``apart`` or ``nobody``.

    ``apart``: who is kept apart, in words.
    """
    inside = pairs.inside(group.members)
    broken, named = (
        tuple(
            in_words(pair, pairs.names)
            for pair, hold in inside.items()
            if (hold is Hold.NAMED) is on_form
        )
        for on_form in (False, True)
    )
    facts: dict[str, Fact] = {"broken": broken, "apart": apart}
    facts |= {"named": named} if Hold.NAMED in pairs.holds else {}
    verdict = "apart" if apart else "nobody"
    if inside:
        verdict = "both" if broken and named else "named" if named else "broken"
    return GroupFinding(
        group.number,
        verdict,
        pairs.amounts(inside),
        facts,
        most_wanted(inside),
        0.0 if inside else 1.0,
    )


def in_words(pair: Pair, names: Mapping[ApplicantId, str]) -> str:
    """The two by what they are called."""
    a, b = pair
    return f"{names[a]} – {names[b]}"
