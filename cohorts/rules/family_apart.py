"""Members of one family sit apart, unless they asked to be together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import plain_name
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
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

ASKED = (RelationKind.NONE, RelationKind.TOGETHER)
"""Relations by which a pair is let go."""


class FamilyApart(Rule):
    """Apart: one unit per pair of one family in a group.

    A pair is of one family by a relation ``family``, or where one named the other in ``family``;
    a relation ``together`` or ``none`` lets it go. Its words never say that it is about family,
    for who reads them may not know, nor that anybody asked for it, for most did not.
    """

    TITLE = texts(nl="Niet in dezelfde groep", en="Not in the same group")
    ABOUT = texts(
        nl="Familieleden zitten niet in één groep, tenzij zij daarom vragen. Wie familie is, staat "
        "in relations.csv (family) of in de kolom met namen van familie. Een rij met ‘together’ "
        "of ‘none’ laat een paar los. In het verslag staat niet dat het om familie gaat.",
        en="Members of one family do not sit in one group, unless they ask to. Who is family "
        "stands in relations.csv (family) or in the column with names of family. A row with "
        "‘together’ or ‘none’ lets a pair go. The report does not say that it is about family.",
    )
    SENTENCES: ClassVar = {
        "apart": texts(
            nl="{apart}: zij zitten niet in dezelfde groep.",
            en="{apart}: they are not in the same group.",
        ),
        "nobody": texts(
            nl="Dit geldt hier voor niemand.",
            en="This holds for nobody here.",
        ),
        "broken": texts(
            nl="Deze leden horen niet in dezelfde groep, maar zitten samen: {broken}.",
            en="These members belong in different groups but sit together: {broken}.",
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
            nl="Zij horen niet bij elkaar: {broken}.", en="They do not belong together: {broken}."
        ),
    }
    OF_HOW_ALIKE = False
    HIDDEN_WITH = frozenset({"apart"})
    WORKED = (
        Worked(
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}, {"Eik": {}, "Fluit": {}}),
            relations=(("Anker", "Citer", "family"), ("Eik", "Fluit", "family")),
        ),
    )

    level: Level = described(
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
    )

    def pairs(self, round_: Round) -> dict[Pair, Hold]:
        """Pair (ids ascending) → MUST or WISH; from relations and from names."""
        must = self.level is Level.MUST
        let_go = {pair_of(r.a, r.b) for r in round_.relations if r.kind in ASKED}
        hold = Hold.MUST if must else Hold.WISH
        named = {pair: hold for pair in _named(round_.applicants) if pair not in let_go}
        related = pairs_with(round_, (RelationKind.FAMILY,), must=must, without=ASKED)
        return dict(sorted((named | related).items()))

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        return {pair: hold is Hold.MUST for pair, hold in self.pairs(round_).items()}

    @override
    def told_apart(self, round_: Round) -> Mapping[Pair, tuple[str, ...]]:
        return dict.fromkeys(self.pairs(round_), ())

    @override
    def demands(self, round_: Round) -> list[Demand]:
        return keep_apart(self, self.pairs(round_), round_)

    @override
    def pool(self, round_: Round) -> Pairs:
        return Pairs(self.key, self.pairs(round_), round_)

    @override
    def measure_group(self, group: Seated, pool: Pairs) -> GroupFinding:
        apart = (in_words(pair, pool.names) for pair in pool.crossing(group.members))
        return apart_or_not(group, pool, tuple(apart))


def _named(applicants: tuple[Applicant, ...]) -> Iterator[Pair]:
    """Pairs of which one named the other; a name that fits nobody, or several, says nothing."""
    called: dict[str, set[ApplicantId]] = {}
    for a in applicants:
        for name in filter(None, (a.name, a.company)):
            called.setdefault(plain_name(name), set()).add(a.id)
    for a in applicants:
        for name in a.family:
            others = called.get(plain_name(name), set()) - {a.id}
            if len(others) == 1:
                yield pair_of(a.id, *others)
