"""People of one company, or other sets, together in one group."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from cohorts.people.applicant import Applicant
from cohorts.people.relation import RelationKind
from cohorts.round.composition import Composition
from cohorts.round.finding import Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.worked import Worked
from solver.terms import Together

Set = tuple[Applicant, ...]


class KeepTogether(Rule):
    """Together: for each set of linked people, the groups they are spread over, minus one."""

    TITLE = texts(nl="Bij elkaar houden ({kinds})", en="Keep together ({kinds})")
    ABOUT = texts(
        nl="Wie een van deze relaties met elkaar heeft, zit in dezelfde groep, of geen van hen is "
        "geplaatst. Wie via een ander verbonden is, hoort er ook bij.",
        en="Those who have one of these relations sit in the same group, or none of them is "
        "placed. Whoever is linked through another belongs to it too.",
    )
    SENTENCES: ClassVar = {
        "together": texts(nl="Samen in deze groep: {sets}.", en="Together in this group: {sets}."),
        "nobody": texts(
            nl="In deze groep hoefde niemand bij elkaar te blijven.",
            en="Nobody in this group had to stay together.",
        ),
        "broken": texts(
            nl="Deze mensen horen bij elkaar, maar zijn gescheiden: {split}.",
            en="These people belong together but are separated: {split}.",
        ),
    }
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}, {"Eik": {}, "Fluit": {}}),
            relations=(("Anker", "Berk", "together"), ("Citer", "Eik", "together")),
        ),
    )

    level: Level = described(
        Level.MUST, nl="must: geldt altijd; should: telt mee", en="must: always; should: weighed"
    )
    kinds: tuple[RelationKind, ...] = described(
        (RelationKind.TOGETHER,), nl="soorten relaties", en="kinds of relations", min_length=1
    )

    def sets(self, round_: Round, *, must: bool) -> list[Set]:
        """The sets of linked people, by their smallest id; ``must`` or wished."""
        import networkx as nx  # noqa: PLC0415 - slow to import, and only this needs it

        links: nx.Graph[str] = nx.Graph()
        for relation in round_.relations:
            hard = self.level is Level.MUST if relation.must is None else relation.must
            if relation.kind in self.kinds and hard is must:
                links.add_edge(relation.a, relation.b)
        found = [sorted(part) for part in nx.connected_components(links)]
        by_id = {a.id: a for a in round_.applicants}
        return [tuple(by_id[i] for i in part) for part in sorted(found)]

    def demands(self, round_: Round) -> list[Demand]:
        demands = []
        for name, must in ((self.key, True), (f"{self.key}.wish", False)):
            sets = self.sets(round_, must=must)
            if sets:
                rows = tuple(
                    np.array([round_.rows[a.id] for a in part], dtype=np.int64) for part in sets
                )
                term = Together(name=name, n=round_.n, sets=rows, all_or_none=True, price=1)
                demands.append(Demand(term, None if must else self.weight, people=1))
        return demands

    def measure(self, composition: Composition, round_: Round) -> Finding:
        seat = {a.id: number for number, group in composition.groups.items() for a in group}
        overall = {}
        split: list[Set] = []
        for name, must in ((self.key, True), (f"{self.key}.wish", False)):
            sets = self.sets(round_, must=must)
            if sets:
                parts = [len({seat.get(a.id) for a in part}) for part in sets]
                overall[name] = sum(p - 1 for p in parts)
                split += [part for part, p in zip(sets, parts, strict=True) if p > 1]
        whole = [
            part
            for must in (True, False)
            for part in self.sets(round_, must=must)
            if part not in split
        ]
        groups = tuple(
            self._measure_group(number, members, whole, split)
            for number, members in composition.groups.items()
        )
        return Finding(self.key, groups, overall)

    def _measure_group(
        self, number: int, members: Set, whole: list[Set], split: list[Set]
    ) -> GroupFinding:
        here = {a.id for a in members}
        torn = [part for part in split if any(a.id in here for a in part)]
        kept = [part for part in whole if all(a.id in here for a in part)]
        facts: dict[str, Fact] = {
            "sets": tuple(" + ".join(a.label for a in part) for part in kept),
            "split": tuple(" + ".join(a.label for a in part) for part in torn),
        }
        verdict = "broken" if torn else "together" if kept else "nobody"
        people = tuple(a.id for part in torn for a in part)
        quality = 0.0 if torn else 1.0
        broken = bool(torn) and self.level is Level.MUST
        return GroupFinding(number, verdict, {}, facts, people, quality, broken)
