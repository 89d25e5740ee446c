"""Competitors, or other pairs, never in one group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from cohorts.applicant import Applicant, ApplicantId
from cohorts.composition import Composition
from cohorts.finding import Fact, Finding, GroupFinding
from cohorts.relations import RelationKind
from cohorts.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from solver.terms import Apart

Pair = tuple[ApplicantId, ApplicantId]


class KeepApart(Rule):
    """Apart: one unit per pair in one group; a pair with a relation ``none`` is let go."""

    TITLE = texts(nl="Uit elkaar houden ({kinds})", en="Keep apart ({kinds})")
    ABOUT = texts(
        nl="Wie een van deze relaties met elkaar heeft, zit niet in één groep. De relaties staan "
        "in relations.csv; per rij kan 'must' de eis zachter of harder maken. Een rij met 'none' "
        "laat een paar voorgoed los.",
        en="Those who have one of these relations do not sit in one group. The relations stand in "
        "relations.csv; 'must' in a row makes it softer or harder. A row with 'none' lets a "
        "pair go for good.",
    )
    SENTENCES: ClassVar = {
        "apart": texts(nl="Uit elkaar gehouden: {apart}.", en="Kept apart: {apart}."),
        "nobody": texts(
            nl="In deze groep hoefde niemand uit elkaar te blijven.",
            en="Nobody in this group had to be kept apart.",
        ),
        "broken": texts(
            nl="Deze leden horen uit elkaar, maar zitten samen: {broken}.",
            en="These members belong apart but sit together: {broken}.",
        ),
    }

    level: Level = described(
        Level.MUST, nl="must: geldt altijd; should: telt mee", en="must: always; should: weighed"
    )
    kinds: tuple[RelationKind, ...] = described(
        (RelationKind.COMPETITOR,), nl="soorten relaties", en="kinds of relations", min_length=1
    )

    def pairs(self, round_: Round) -> dict[Pair, bool]:
        """Pair (ids ascending) → whether it is a must. The hardest row of a pair counts."""
        released = {_pair(r.a, r.b) for r in round_.relations if r.kind is RelationKind.NONE}
        found: dict[Pair, bool] = {}
        for relation in round_.relations:
            pair = _pair(relation.a, relation.b)
            if relation.kind in self.kinds and pair not in released:
                must = self.level is Level.MUST if relation.must is None else relation.must
                found[pair] = found.get(pair, False) or must
        return dict(sorted(found.items()))

    def demands(self, round_: Round) -> list[Demand]:
        pairs = self.pairs(round_)
        hard = self._term(self.key, [p for p, must in pairs.items() if must], round_)
        soft = self._term(f"{self.key}.wish", [p for p, must in pairs.items() if not must], round_)
        demands = [Demand(hard, None)] if len(hard.edges) else []
        return demands + ([Demand(soft, self.weight, people=2)] if len(soft.edges) else [])

    @staticmethod
    def _term(name: str, pairs: list[Pair], round_: Round) -> Apart:
        rows = sorted(tuple(sorted((round_.rows[a], round_.rows[b]))) for a, b in pairs)
        edges = np.array(rows, dtype=np.int64).reshape(-1, 2)
        return Apart(name=name, n=round_.n, edges=edges, price=1)

    def measure(self, composition: Composition, round_: Round) -> Finding:
        pairs = self.pairs(round_)
        names = {a.id: a.label for a in round_.applicants}
        groups = tuple(
            self._measure_group(number, members, pairs, names)
            for number, members in composition.groups.items()
        )
        return Finding(self.key, groups)

    def _measure_group(
        self,
        number: int,
        members: tuple[Applicant, ...],
        pairs: Mapping[Pair, bool],
        names: Mapping[ApplicantId, str],
    ) -> GroupFinding:
        here = {a.id for a in members}
        inside = {p: must for p, must in pairs.items() if here.issuperset(p)}
        crossing = [p for p in pairs if len(here.intersection(p)) == 1]
        hard = sum(inside.values())
        amounts = {}
        if any(pairs.values()):
            amounts[self.key] = hard
        if not all(pairs.values()):
            amounts[f"{self.key}.wish"] = len(inside) - hard
        verdict = "broken" if inside else "apart" if crossing else "nobody"
        facts: dict[str, Fact] = {
            "broken": tuple(f"{names[a]} – {names[b]}" for a, b in inside),
            "apart": tuple(_outside_last(p, here, names) for p in crossing),
        }
        people = tuple(dict.fromkeys(i for pair in inside for i in pair))
        quality = 1.0 if not inside else 0.0
        return GroupFinding(number, verdict, amounts, facts, people, quality, broken=hard > 0)


def _pair(a: ApplicantId, b: ApplicantId) -> Pair:
    return (a, b) if a < b else (b, a)


def _outside_last(pair: Pair, here: set[ApplicantId], names: Mapping[ApplicantId, str]) -> str:
    """The pair in words, the one who sits in this group first."""
    a, b = pair if pair[0] in here else pair[::-1]
    return f"{names[a]} – {names[b]}"
