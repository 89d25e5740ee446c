"""Who supplies the other, or buys from them, does not sit in one group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from cohorts.people.relation import Pair, RelationKind
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.relation_pairs import Hold, Pairs, apart_or_not, in_words, keep_apart, pairs_with
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked

CHAIN = (RelationKind.SUPPLIES,)


class ChainApart(Rule):
    """Apart: one unit per pair of which one supplies the other, by a relation or by a form.

    A relation ``none`` lets the two go, and so do the forms of companies of which a row says it.
    """

    TITLE = texts(nl="Leverancier en klant niet samen", en="Supplier and customer not together")
    ABOUT = texts(
        nl="Wie aan de ander levert, of van de ander koopt, is van hem afhankelijk en spreekt "
        "minder vrij. In een groep is dat meestal goed; als buddy liever niet. Het staat in "
        "relations.csv (supplies) of op het formulier, bij leveranciers en afnemers. Een rij met "
        "‘none’ laat een paar los.",
        en="Those who supply the other, or buy from them, depend on them and speak less freely. In "
        "a group that is mostly fine; as a buddy rather not. It stands in relations.csv "
        "(supplies) or on the form, with suppliers and buyers. A row with ‘none’ lets a pair go.",
    )
    SENTENCES: ClassVar = {
        "apart": texts(nl="Uit elkaar gehouden: {apart}.", en="Kept apart: {apart}."),
        "nobody": texts(
            nl="Zover bekend levert hier niemand aan een ander.",
            en="As far as is known nobody here supplies another.",
        ),
        "broken": texts(
            nl="De een levert aan de ander: {broken}.", en="One supplies the other: {broken}."
        ),
    }
    AMONG_FEW: ClassVar = dict.fromkeys(
        ("apart", "nobody"),
        texts(
            nl="Zover bekend leveren zij niet aan elkaar.",
            en="As far as is known they do not supply each other.",
        ),
    )
    OF_HOW_ALIKE = False
    ALWAYS_TOLD = frozenset({"broken"})
    HIDDEN_WITH = frozenset({"apart"})
    WORKED = (
        Worked(
            groups=(
                {
                    "Anker": {"company": "Anker", "suppliers": ("Berk",)},
                    "Berk": {"company": "Berk"},
                },
                {"Citer": {}, "Duin": {}},
            ),
            relations=(("Citer", "Anker", "supplies"),),
        ),
    )

    level: Level = described(
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
    )

    def pairs(self, round_: Round) -> dict[Pair, Hold]:
        """Pair (ids ascending) → MUST or WISH; from relations and from forms."""
        must = self.level is Level.MUST
        forms, hold = round_.on_forms, Hold.MUST if must else Hold.WISH
        let_go = {forms.pair_of(r.a, r.b) for r in round_.relations if r.kind is RelationKind.NONE}
        named = {
            pair: hold
            for sides in forms.partners - let_go
            for pair in forms.people(sides, round_.rows)
        }
        return dict(sorted((named | pairs_with(round_, CHAIN, must=must)).items()))

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        return {pair: hold is Hold.MUST for pair, hold in self.pairs(round_).items()}

    @override
    def told_apart(self, round_: Round) -> Mapping[Pair, tuple[str, ...]]:
        return dict.fromkeys(self.pairs(round_), tuple(map(str, CHAIN)))

    @override
    def demands(self, round_: Round) -> list[Demand]:
        return keep_apart(self, self.pairs(round_), round_)

    @override
    def pool(self, round_: Round) -> Pairs:
        return Pairs(self.key, self.pairs(round_), round_)

    @override
    def measure_group(self, group: Seated, pool: Pairs) -> GroupFinding:
        here = {a.id for a in group.members}
        crossing = (p if p[0] in here else p[::-1] for p in pool.crossing(group.members))
        return apart_or_not(group, pool, tuple(in_words(p, pool.names) for p in crossing))
