"""What the rules about pairs of people share: pairs out of relations, and the term they become."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import RelationKind
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule
from solver.terms import Apart

Pair = tuple[ApplicantId, ApplicantId]
"""Two people, the smaller id first."""


def pair_of(a: ApplicantId, b: ApplicantId) -> Pair:
    """The two in order."""
    return (a, b) if a < b else (b, a)


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


def amounts_of(key: str, pairs: Mapping[Pair, bool], inside: Mapping[Pair, bool]) -> dict[str, int]:
    """What the pairs ``inside`` a group count in the terms that all ``pairs`` make."""
    hard = sum(inside.values())
    amounts = {key: hard} if any(pairs.values()) else {}
    return amounts if all(pairs.values()) else amounts | {f"{key}.wish": len(inside) - hard}


def in_words(pair: Pair, names: Mapping[ApplicantId, str]) -> str:
    """The two by what they are called."""
    a, b = pair
    return f"{names[a]} – {names[b]}"
