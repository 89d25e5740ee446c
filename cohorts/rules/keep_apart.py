"""Competitors, or other pairs, never in one group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair, RelationKind
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.relation_pairs import Pairs, apart_or_not, in_words, keep_apart, pairs_with
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked


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
    OF_HOW_ALIKE = False
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}, {"Eik": {}, "Fluit": {}}),
            relations=(("Anker", "Citer", "competitor"), ("Eik", "Fluit", "competitor")),
        ),
    )

    level: Level = described(
        Level.MUST, nl="must: geldt altijd; should: telt mee", en="must: always; should: weighed"
    )
    kinds: tuple[RelationKind, ...] = described(
        (RelationKind.COMPETITOR,), nl="soorten relaties", en="kinds of relations", min_length=1
    )

    def pairs(self, round_: Round) -> dict[Pair, bool]:
        """Pair (ids ascending) → whether it is a must. The hardest row of a pair counts."""
        return pairs_with(round_, self.kinds, must=self.level is Level.MUST)

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        return self.pairs(round_)

    @override
    def told_apart(self, round_: Round) -> Mapping[Pair, tuple[str, ...]]:
        return dict.fromkeys(self.pairs(round_), tuple(map(str, self.kinds)))

    @override
    def demands(self, round_: Round) -> list[Demand]:
        return keep_apart(self, self.pairs(round_), round_)

    @override
    def pool(self, round_: Round) -> Pairs:
        return Pairs(self.key, self.pairs(round_), round_)

    @override
    def measure_group(self, group: Seated, pool: Pairs) -> GroupFinding:
        here = {a.id for a in group.members}
        apart = (_outside_last(p, here, pool.names) for p in pool.crossing(group.members))
        return apart_or_not(group, pool, tuple(apart))


def _outside_last(pair: Pair, here: set[ApplicantId], names: Mapping[ApplicantId, str]) -> str:
    """The pair in words, the one who sits in this group first."""
    return in_words(pair if pair[0] in here else pair[::-1], names)
