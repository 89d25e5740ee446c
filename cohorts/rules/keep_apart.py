"""Competitors, or other pairs, never in one group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Self

from typing_extensions import override

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair, RelationKind
from cohorts.round.finding import GroupFinding
from cohorts.round.remark import Remark
from cohorts.round.round import Round
from cohorts.rules.named_rivals import confirmed_rivals, named_rivals, questions
from cohorts.rules.relation_pairs import (
    Hold,
    Pairs,
    apart_or_not,
    in_words,
    keep_apart,
    pairs_with,
)
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked

HEAVY = 25.0
"""The weight of rivals named on a form, where the rule is a must.

A pair costs two points times the weight: 50. A graded wish of weight 1 is about a point a person
away from chance, and the wishes of a programme weigh 12 to 20 together. So one pair outweighs all
that three people have to win or lose, and no swap of two brings it together for a better fit; only
a must does.
"""
ON_FORM = "named"
"""What is told of two of whom a form says that they are rivals, and nobody confirmed it."""


class KeepApart(Rule):
    """Apart: one unit per pair in one group; a pair with a relation ``none`` is let go.

    Competitors are also those who named each other on the form: as a must where this is one. Where
    only one named the other, or by a name that merely looks like it, ``.named`` is a wish of
    ``named_weight``.
    """

    TITLE = texts(nl="Uit elkaar houden ({kinds})", en="Keep apart ({kinds})")
    ABOUT = texts(
        nl="Wie een van deze relaties met elkaar heeft, zit niet in één groep. De relaties staan "
        "in relations.csv; per rij kan ‘must’ de eis zachter of harder maken. Een rij met ‘none’ "
        "laat een paar voorgoed los. Een concurrent is een bedrijf: zo'n rij geldt ook voor "
        "collega's. "
        "Concurrenten zijn ook bedrijven die elkaar op het "
        "formulier noemen. Noemt maar één van de twee de ander, dan weegt dat zwaar, en het is een "
        "vraag aan u. Dat geldt ook als de naam er alleen op lijkt.",
        en="Those who have one of these relations do not sit in one group. The relations stand in "
        "relations.csv; ‘must’ in a row makes it softer or harder. A row with ‘none’ lets a "
        "pair go for good. A competitor is a company: a row holds for the colleagues too. "
        "Competitors are also companies that name each other on the form. Where "
        "only one names the other that weighs heavily, and it is a question to you. So it is where "
        "the name merely looks like it.",
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
        "named": texts(
            nl="Van deze leden noemt de een de ander op het formulier als concurrent, misschien "
            "onder een andere naam. Zij zitten samen: {named}.",
            en="Of these members one names the other as a competitor on the form, perhaps by "
            "another name. They sit together: {named}.",
        ),
        "both": texts(
            nl="Deze leden horen uit elkaar, maar zitten samen: {broken}. Van deze leden noemt de "
            "een de ander op het formulier als concurrent: {named}.",
            en="These members belong apart but sit together: {broken}. Of these members one names "
            "the other as a competitor on the form: {named}.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "apart": texts(
            nl="Zij hoeven niet uit elkaar te blijven.", en="They need not be kept apart."
        ),
        "nobody": texts(
            nl="Zij hoeven niet uit elkaar te blijven.", en="They need not be kept apart."
        ),
        "broken": texts(
            nl="Zij horen uit elkaar te blijven: {broken}.", en="They belong apart: {broken}."
        ),
        "named": texts(
            nl="De een noemt de ander op het formulier als concurrent, misschien onder een andere "
            "naam: {named}.",
            en="One names the other as a competitor on the form, perhaps by another name: {named}.",
        ),
        "both": texts(
            nl="Zij horen uit elkaar te blijven: {broken}. De een noemt de ander op het formulier "
            "als concurrent: {named}.",
            en="They belong apart: {broken}. One names the other as a competitor on the form: "
            "{named}.",
        ),
    }
    OF_HOW_ALIKE = False
    ALWAYS_TOLD = frozenset({"broken", "named", "both"})
    HIDDEN_WITH = frozenset({"apart"})
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}, {"Eik": {}, "Fluit": {}}),
            relations=(("Anker", "Citer", "competitor"), ("Eik", "Fluit", "competitor")),
        ),
        Worked(
            groups=(
                {
                    "Anker": {"company": "Anker", "competitors": ("Berk", "Citer")},
                    "Berk": {"company": "Berk B.V."},
                },
                {"Citer": {"company": "Citer", "competitors": ("Anker",)}},
            ),
        ),
    )

    level: Level = described(
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
    )
    kinds: tuple[RelationKind, ...] = described(
        (RelationKind.COMPETITOR,), nl="soorten relaties", en="kinds of relations", min_length=1
    )

    named_weight: float | None = described(
        None,
        nl="gewicht van wie op een formulier genoemd is en nog niet bevestigd; leeg: 25, of als de "
        "regel een wens is het gewicht daarvan",
        en="weight of who is named on a form and not yet confirmed; empty: 25, or where the rule "
        "is a wish the weight of that",
        asked=False,
        gt=0,
        le=1000,
        allow_inf_nan=False,
    )

    def pairs(self, round_: Round) -> dict[Pair, Hold]:
        """Pair (ids ascending) → how firmly. First the hardest row of the two counts."""
        return round_.once(self, "pairs", lambda: self._pairs(round_))

    def _pairs(self, round_: Round) -> dict[Pair, Hold]:
        must = self.level is Level.MUST
        rows = pairs_with(round_, self.kinds, must=must)
        if RelationKind.COMPETITOR not in self.kinds:
            return rows
        companies = named_rivals(round_, must=must) | confirmed_rivals(round_, must=must)
        return dict(sorted((companies | rows).items()))

    @property
    def heavy(self) -> float:
        """The weight of a pair that is named on a form and not yet confirmed."""
        usual = HEAVY if self.level is Level.MUST else self.weight
        return usual if self.named_weight is None else self.named_weight

    @override
    def as_wish(self) -> Self:
        return self.model_copy(update={"level": Level.SHOULD, "named_weight": self.heavy})

    @override
    def asks(self, round_: Round) -> Iterable[Remark]:
        return questions(round_) if RelationKind.COMPETITOR in self.kinds else ()

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        return {pair: hold is Hold.MUST for pair, hold in self.pairs(round_).items()}

    @override
    def told_apart(self, round_: Round) -> Mapping[Pair, tuple[str, ...]]:
        kinds, named = tuple(map(str, self.kinds)), (ON_FORM,)
        holds = self.pairs(round_)
        return {pair: named if hold is Hold.NAMED else kinds for pair, hold in holds.items()}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        return keep_apart(self, self.pairs(round_), round_, named=self.heavy)

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
