"""Members of several kinds: from several municipalities, sectors, phases."""

from __future__ import annotations

from collections import Counter
from typing import Any, ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Distinct
from solver.terms.tally import FREE

MOST_NAMED = 5


class Several(Rule):
    """Distinct with a lower bound: the different values a group is short of ``least``."""

    TITLE = texts(
        nl="Minstens {least} verschillende: {field}", en="At least {least} different: {field}"
    )
    ABOUT = texts(
        nl="In elke groep komen minstens zo veel verschillende waarden voor, zoals leden uit twee "
        "gemeenten. Wie niets invulde, telt niet mee.",
        en="Every group has at least so many different values, such as members from two "
        "municipalities. Whoever filled in nothing does not count.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Er is genoeg verschil in {field}: {values}.",
            en="There is enough difference in {field}: {values}.",
        ),
        "few": texts(
            nl="Te weinig verschil in {field}: {values}. Gevraagd: {least} verschillende.",
            en="Too little difference in {field}: {values}. Asked: {least} different ones.",
        ),
        "unknown": texts(nl="Van niemand is bekend: {field}.", en="Known of nobody: {field}."),
    }
    JOINS = frozenset({"kept"})
    MENDED_BY_MORE = True
    WORKED = (
        Worked(
            groups=(
                {
                    "Anker": {"municipality": "Breda"},
                    "Berk": {"municipality": "Breda"},
                    "Citer": {"municipality": "Tilburg"},
                },
                {"Duin": {"municipality": "Breda"}, "Eik": {"municipality": "Breda"}, "Fluit": {}},
            ),
        ),
    )

    field: str = described("municipality", nl="veld of eigen kolom", en="field or column")
    least: int = described(
        2,
        nl="kleinste aantal verschillende per groep",
        en="fewest different per group",
        ge=2,
        le=99,
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def demands(self, round_: Round) -> list[Demand]:
        given = [a.text(self.field) for a in round_.applicants]
        number = {value: i for i, value in enumerate(sorted({v for v in given if v}, key=plain))}
        code = np.array([number[v] if v else -1 for v in given], dtype=np.int64)
        return [
            self.demand(Distinct(name=self.key, code=code, low=self.least, high=FREE, price=1), 1)
        ]

    @override
    def is_unknown(self, applicant: Applicant, pool: Any) -> bool:
        return applicant.text(self.field) is None

    @override
    def measure_group(self, group: Seated, pool: Any) -> GroupFinding:
        members = group.members
        counts = Counter(sorted((v for a in members if (v := a.text(self.field))), key=plain))
        short = max(self.least - len(counts), 0)
        facts: dict[str, Fact] = {
            "field": self.field,
            "least": self.least,
            "count": len(counts),
            "values": tuple(f"{v} ({c})" for v, c in counts.most_common(MOST_NAMED)),
        }
        return GroupFinding(
            group.number,
            "unknown" if not counts else "few" if short else "kept",
            {self.key: short},
            facts,
            (),
            round(1 - short / self.least, 3),
        )
