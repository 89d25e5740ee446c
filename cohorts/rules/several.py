"""Members of several kinds: from several municipalities, sectors, phases."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, ClassVar, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.value_counts import each
from cohorts.rules.worked import Worked
from cohorts.words.language import Language
from cohorts.words.phrase import phrase
from solver.terms import Distinct
from solver.terms.tally import FREE

MOST_NAMED = 5


class Several(Rule):
    """Distinct: the different values a group is short of ``least``, or has above ``most``."""

    TITLE = texts(
        nl="Minstens {least} verschillende: {field}", en="At least {least} different: {field}"
    )
    TITLE_UP_TO: ClassVar = texts(
        nl="Van {least} tot en met {most} verschillende: {field}",
        en="From {least} to {most} different: {field}",
    )
    ABOUT = texts(
        nl="In elke groep komen minstens zo veel verschillende waarden voor, zoals leden uit twee "
        "gemeenten; u kunt ook een grootste aantal geven. Wie niets invulde, telt niet mee.",
        en="Every group has at least so many different values, such as members from two "
        "municipalities; you can also give a largest number. Whoever filled in nothing does not "
        "count.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Er is genoeg verschil in {field}: {values}.",
            en="There is enough difference in {field}: {values}.",
        ),
        "few": texts(
            nl="Te weinig verschil in {field}: {values}. Gevraagd zijn {least} verschillende.",
            en="Too little difference in {field}: {values}. {least} different ones are asked.",
        ),
        "many": texts(
            nl="Te veel verschil in {field}: {count}. Gevraagd: hoogstens {most} verschillende.",
            en="Too much difference in {field}: {count}. Asked: at most {most} different ones.",
        ),
        "unknown": texts(nl="Van niemand is bekend: {field}.", en="Known of nobody: {field}."),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Zij verschillen in {field}: {each}.", en="They differ in {field}: {each}."
        ),
        "few": texts(
            nl="Zij verschillen te weinig in {field}: {values}.",
            en="They differ too little in {field}: {values}.",
        ),
        "many": texts(
            nl="Zij verschillen te veel in {field}: {each}.",
            en="They differ too much in {field}: {each}.",
        ),
        "unknown": texts(
            nl="Van geen van hen is bekend: {field}.", en="Known of none of them: {field}."
        ),
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
    most: int | None = described(
        None,
        nl="grootste aantal verschillende per groep; leeg: geen",
        en="most different per group; empty: any number",
        ge=2,
        le=999,
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most is not None and self.least > self.most:
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    @override
    def title(self, language: Language) -> str:
        """With the largest number where there is one."""
        if self.most is None:
            return super().title(language)
        return phrase(self.TITLE_UP_TO[language], self.model_dump(mode="python"), language)

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def demands(self, round_: Round) -> list[Demand]:
        given = [a.text(self.field) for a in round_.applicants]
        number = {value: i for i, value in enumerate(sorted({v for v in given if v}, key=plain))}
        code = np.array([number[v] if v else -1 for v in given], dtype=np.int64)
        high = FREE if self.most is None else self.most
        term = Distinct(name=self.key, code=code, low=self.least, high=high, price=1)
        return [self.demand(term, people=1)]

    @override
    def is_unknown(self, applicant: Applicant, pool: Any) -> bool:
        return applicant.text(self.field) is None

    @override
    def measure_group(self, group: Seated, pool: Any) -> GroupFinding:
        members = group.members
        counts = Counter(sorted((v for a in members if (v := a.text(self.field))), key=plain))
        short = max(self.least - len(counts), 0)
        over = 0 if self.most is None else max(len(counts) - self.most, 0)
        facts: dict[str, Fact] = {
            "field": self.field,
            "least": self.least,
            "count": len(counts),
            "values": tuple(f"{v} ({c})" for v, c in counts.most_common(MOST_NAMED)),
        }
        if self.most is not None:
            facts["most"] = self.most
        share = short / self.least if short else over / max(len(counts), 1)
        return GroupFinding(
            group.number,
            "unknown" if not counts else "few" if short else "many" if over else "kept",
            {self.key: short + over},
            facts,
            (),
            round(1 - share, 3),
        )

    @override
    def sentence(self, finding: GroupFinding, language: Language) -> str:
        """Of a few people the values are told without how many have each."""
        alone = each(self.field, finding.facts.get("values"), language)
        return super().sentence(replace(finding, facts={**finding.facts, "each": alone}), language)
