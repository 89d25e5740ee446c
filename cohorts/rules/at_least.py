"""At least so many members of each group with a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Tally
from solver.terms.tally import FREE


class AtLeast(Rule):
    """Tally with a lower bound: the members short of ``least``."""

    TITLE = texts(
        nl="Minstens {least} met {field}: {value}", en="At least {least} with {field}: {value}"
    )
    ABOUT = texts(
        nl="In elke groep zitten minstens zo veel leden met deze waarde, zoals één ervaren "
        "ondernemer.",
        en="Every group has at least so many members with this value, such as one experienced "
        "entrepreneur.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Leden met {field} {value}: {count}.", en="Members with {field} {value}: {count}."
        ),
        "broken": texts(
            nl="Te weinig leden met {field}: {value}; het zijn er {count}, gevraagd {least}.",
            en="Too few members with {field}: {value}; there are {count}, asked {least}.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Van hen {count:heeft|hebben} {count} bij {field}: {value}.",
            en="Of them {count} {count:has|have} for {field}: {value}.",
        ),
        "broken": texts(
            nl="Met {field} {value}: {count} van hen, gevraagd {least}.",
            en="With {field} {value}: {count} of them, asked {least}.",
        ),
    }
    JOINS = frozenset({"kept"})
    MENDED_BY_MORE = True
    WORKED = (
        Worked(
            fields={"field": "role", "value": "maker", "least": 2},
            groups=(
                {"Anker": {"role": "maker"}, "Berk": {"role": "maker"}, "Citer": {"role": "bank"}},
                {"Duin": {"role": "maker"}, "Eik": {"role": "bank"}, "Fluit": {}},
            ),
        ),
    )

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    value: str = described(..., nl="de waarde", en="the value")
    least: int = described(1, nl="kleinste aantal per groep", en="fewest per group", ge=1, le=1000)

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        return {"value": spell(self.field, self.value)}

    def has(self, applicant: Applicant) -> bool:
        """Whether the applicant has the value."""
        return self.value in applicant.values(self.field)

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: (self.value,)}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        code = [0 if self.has(a) else -1 for a in round_.applicants]
        term = Tally(
            name=self.key,
            code=np.array(code, dtype=np.int64),
            low=np.array([self.least], dtype=np.int64),
            high=np.array([FREE], dtype=np.int64),
            amount=np.ones(round_.n, dtype=np.int64),
            price=1,
        )
        return [self.demand(term, people=1)]

    @override
    def is_unknown(self, applicant: Applicant, pool: Any) -> bool:
        return not applicant.values(self.field)

    @override
    def measure_group(self, group: Seated, pool: Any) -> GroupFinding:
        members = group.members
        count = sum(map(self.has, members))
        short = max(self.least - count, 0)
        facts: dict[str, Fact] = {
            "field": self.field,
            "value": self.value,
            "count": count,
            "least": self.least,
        }
        return GroupFinding(
            group.number,
            "broken" if short else "kept",
            {self.key: short},
            facts,
            tuple(a.id for a in members if self.has(a)),
            round(1 - short / self.least, 3),
        )
