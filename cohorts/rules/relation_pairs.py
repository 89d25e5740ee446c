"""What the rules about pairs of people share: pairs out of relations, and the term they become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import numpy as np

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule
from cohorts.rules.seated import Seated
from solver.terms import Apart


def pairs_with(
    round_: Round,
    kinds: Collection[RelationKind],
    *,
    must: bool,
    without: Collection[RelationKind] = (RelationKind.NONE,),
) -> dict[Pair, bool]:
    """Pair → whether it is a must; ``must`` where its row does not say. The hardest row counts.

    A pair that also has a relation of a kind in ``without`` is let go.
    """
    released = {pair_of(r.a, r.b) for r in round_.relations if r.kind in without}
    found: dict[Pair, bool] = {}
    for relation in round_.relations:
        pair = pair_of(relation.a, relation.b)
        if relation.kind in kinds and pair not in released:
            hard = must if relation.must is None else relation.must
            found[pair] = found.get(pair, False) or hard
    return dict(sorted(found.items()))


def keep_apart(rule: Rule, pairs: Mapping[Pair, bool], round_: Round) -> list[Demand]:
    """The musts as a term with the rule's key, the wishes as ``.wish``: two points a pair."""
    hard = _apart(rule.key, [p for p, must in pairs.items() if must], round_)
    soft = _apart(f"{rule.key}.wish", [p for p, must in pairs.items() if not must], round_)
    demands = [Demand(hard, None)] if len(hard.edges) else []
    return demands + ([Demand(soft, rule.weight, people=2)] if len(soft.edges) else [])


def _apart(name: str, pairs: Collection[Pair], round_: Round) -> Apart:
    rows = sorted(tuple(sorted((round_.rows[a], round_.rows[b]))) for a, b in pairs)
    edges = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return Apart(name=name, n=round_.n, edges=edges, price=1)


class Pairs:
    """The pairs of a rule, by person; ``must``: pair → whether it is one, in order."""

    def __init__(self, key: str, must: Mapping[Pair, bool], round_: Round) -> None:
        self.key, self.must = key, must
        self.names = {a.id: a.label for a in round_.applicants}
        self.of: dict[ApplicantId, list[Pair]] = {}
        for pair in must:
            for one in pair:
                self.of.setdefault(one, []).append(pair)

    def inside(self, members: Collection[Applicant]) -> dict[Pair, bool]:
        """The pairs of which both are members."""
        return {pair: self.must[pair] for pair, count in self._about(members) if count > 1}

    def crossing(self, members: Collection[Applicant]) -> list[Pair]:
        """The pairs of which one is a member."""
        return [pair for pair, count in self._about(members) if count == 1]

    def amounts(self, inside: Mapping[Pair, bool]) -> dict[str, int]:
        """What the pairs ``inside`` a group count in the terms that all pairs make."""
        hard = sum(inside.values())
        amounts = {self.key: hard} if any(self.must.values()) else {}
        wish = f"{self.key}.wish"
        return amounts if all(self.must.values()) else amounts | {wish: len(inside) - hard}

    def _about(self, members: Collection[Applicant]) -> list[tuple[Pair, int]]:
        """The pairs that members are in, in order, with how many of the two are members."""
        return sorted(Counter(p for a in members for p in self.of.get(a.id, ())).items())


def most_wanted(inside: Mapping[Pair, bool]) -> tuple[ApplicantId, ...]:
    """Who sits with somebody against a must; where no must is broken, against a wish."""
    wanted = [pair for pair, must in inside.items() if must] or inside
    return tuple(dict.fromkeys(i for pair in wanted for i in pair))


def apart_or_not(group: Seated, pairs: Pairs, apart: tuple[str, ...]) -> GroupFinding:
    """The finding ``broken``, ``apart`` or ``nobody``; ``apart``: who is kept apart, in words."""
    inside = pairs.inside(group.members)
    facts: dict[str, Fact] = {
        "broken": tuple(in_words(pair, pairs.names) for pair in inside),
        "apart": apart,
    }
    return GroupFinding(
        group.number,
        "broken" if inside else "apart" if apart else "nobody",
        pairs.amounts(inside),
        facts,
        most_wanted(inside),
        0.0 if inside else 1.0,
    )


def in_words(pair: Pair, names: Mapping[ApplicantId, str]) -> str:
    """The two by what they are called."""
    a, b = pair
    return f"{names[a]} – {names[b]}"
