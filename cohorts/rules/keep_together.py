"""People of one company, or other sets, together in one group."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import RelationKind
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated, changed
from cohorts.rules.worked import Worked
from solver.terms import Together

Set = tuple[Applicant, ...]
Sets = Mapping[str, list[Set]]


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
        "together": texts(nl="Samen geplaatst: {sets}.", en="Placed together: {sets}."),
        "nobody": texts(
            nl="Niemand hoefde hier bij elkaar te blijven.",
            en="Nobody here had to stay together.",
        ),
        "broken": texts(
            nl="Deze mensen horen bij elkaar, maar zijn gescheiden: {split}.",
            en="These people belong together but are separated: {split}.",
        ),
    }
    OF_FEW = False
    OF_HOW_ALIKE = False
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}, {"Eik": {}, "Fluit": {}}),
            relations=(("Anker", "Berk", "together"), ("Citer", "Eik", "together")),
        ),
    )

    level: Level = described(
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
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

    @override
    def sets_together(self, round_: Round) -> Iterable[tuple[ApplicantId, ...]]:
        return [tuple(a.id for a in part) for part in self.sets(round_, must=True)]

    @override
    def pool(self, round_: Round) -> Sets:
        """Name of the term → its sets; a must before a wish, and none that is empty."""
        both = ((self.key, True), (f"{self.key}.wish", False))
        return {name: sets for name, must in both if (sets := self.sets(round_, must=must))}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        demands = []
        for name, sets in self.pool(round_).items():
            rows = tuple(
                np.array([round_.rows[a.id] for a in part], dtype=np.int64) for part in sets
            )
            term = Together(name=name, n=round_.n, sets=rows, all_or_none=True, price=1)
            demands.append(Demand(term, None if name == self.key else self.weight, people=1))
        return demands

    @override
    def others(self, composition: Composition, pool: Sets) -> Sets:
        """Name of the term → those of its sets that are torn."""
        return {
            name: [s for s in sets if _parts(s, composition) > 1] for name, sets in pool.items()
        }

    @override
    def minding(self, before: Sets, now: Sets, composition: Composition) -> Collection[int]:
        return changed(chain(*before.values()), chain(*now.values()), composition)

    @override
    def measure_group(self, group: Seated, pool: Sets) -> GroupFinding:
        here = {a.id for a in group.members}
        torn = {
            name: [part for part in sets if any(a.id in here for a in part)]
            for name, sets in group.others.items()
        }
        split = [part for sets in torn.values() for part in sets]
        kept = [part for s in pool.values() for part in s if all(a.id in here for a in part)]
        facts: dict[str, Fact] = {
            "sets": tuple(" + ".join(a.label for a in part) for part in kept),
            "split": tuple(" + ".join(a.label for a in part) for part in split),
        }
        # where a must is broken it is about whom that must is about
        wanted = torn.get(self.key) or split
        return GroupFinding(
            group.number,
            "broken" if split else "together" if kept else "nobody",
            {},
            facts,
            tuple(a.id for part in wanted for a in part),
            0.0 if split else 1.0,
            shares={name: len(sets) for name, sets in torn.items()},
        )

    @override
    def measure_whole(self, composition: Composition, pool: Sets, others: Sets) -> GroupFinding:
        # a set that is not torn is in one part
        amounts = {n: sum(_parts(s, composition) - 1 for s in sets) for n, sets in others.items()}
        return GroupFinding(OF_ALL, "", amounts)


def _parts(part: Set, composition: Composition) -> int:
    """Over how many groups a set is spread; outside counts as one."""
    return len({composition.seats.get(a.id) for a in part})
