"""Competitors, or other pairs, never in one group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import RelationKind
from cohorts.round.composition import Composition
from cohorts.round.finding import Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.relation_pairs import Pair, amounts_of, in_words, keep_apart, pairs_with
from cohorts.rules.rule import Demand, Level, Rule, described, texts
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

    def demands(self, round_: Round) -> list[Demand]:
        return keep_apart(self, self.pairs(round_), round_)

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
        amounts = amounts_of(self.key, pairs, inside)
        verdict = "broken" if inside else "apart" if crossing else "nobody"
        facts: dict[str, Fact] = {
            "broken": tuple(in_words(pair, names) for pair in inside),
            "apart": tuple(_outside_last(p, here, names) for p in crossing),
        }
        people = tuple(dict.fromkeys(i for pair in inside for i in pair))
        quality = 1.0 if not inside else 0.0
        return GroupFinding(
            number, verdict, amounts, facts, people, quality, broken=any(inside.values())
        )


def _outside_last(pair: Pair, here: set[ApplicantId], names: Mapping[ApplicantId, str]) -> str:
    """The pair in words, the one who sits in this group first."""
    return in_words(pair if pair[0] in here else pair[::-1], names)
