"""So many places, or so much money, over everyone who is placed: vouchers, budgets."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.quantise import IntArray, quantise
from solver.terms import Total

QUANTA = 100
"""Quanta per unit of an amount: cents, where the amount is in euros."""
Amount = Mapping[ApplicantId, int]


class Quota(Rule):
    """Total: what everyone placed with the value adds up to, short of ``least`` or over ``most``.

    Without ``amount`` one unit is a person; with it one unit is 1/QUANTA of the amount.
    """

    TITLE = texts(
        nl="In alle groepen samen {least} tot en met {most} met {field}: {value}",
        en="In all groups together {least} to {most} with {field}: {value}",
    )
    ABOUT = texts(
        nl="Van iedereen die een plaats krijgt, telt wie deze waarde heeft: minstens en hoogstens "
        "zo veel mensen over alle groepen samen. Noemt u bij ‘amount’ een kolom met bedragen, dan "
        "geldt het voor de som daarvan, zoals vouchers per provincie.",
        en="Of everyone who gets a place, those with this value count: at least and at most so "
        "many people over all groups together. Where you name a column of amounts at ‘amount’ it "
        "holds for their sum, such as vouchers per province.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Met {field} {value}: {here} in deze groep, {total} in alle groepen samen.",
            en="With {field} {value}: {here} in this group, {total} in all groups together.",
        ),
        "short": texts(
            nl="Met {field} {value}: {total} in alle groepen samen, {away} onder {least}.",
            en="With {field} {value}: {total} in all groups together, {away} below {least}.",
        ),
        "over": texts(
            nl="Met {field} {value}: {here} in deze groep. Alle groepen samen komen {away} boven "
            "{most} uit.",
            en="With {field} {value}: {here} in this group. All groups together are {away} above "
            "{most}.",
        ),
    }
    MENDED_BY_MORE = True
    NEEDS_EACH = True
    OF_FEW = False
    WORKED = (
        Worked(
            fields={
                "field": "province",
                "value": "Drenthe",
                "most": 4000,
                "amount": "voucher",
                "unit": "euro",
            },
            groups=(
                {
                    "Anker": {"province": "Drenthe", "voucher": 2500},
                    "Berk": {"province": "Drenthe", "voucher": 1750},
                },
                {
                    "Citer": {"province": "Flevoland", "voucher": 2500},
                    "Duin": {"province": "Zeeland"},
                },
            ),
            outside={"Eik": {"province": "Drenthe", "voucher": 1500}},
        ),
    )

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    value: str = described(..., nl="de waarde", en="the value")
    least: float = described(
        0.0, nl="kleinste som over alle groepen", en="smallest sum over all groups", ge=0, le=10**12
    )
    most: float = described(
        ..., nl="grootste som over alle groepen", en="largest sum over all groups", ge=0, le=10**12
    )
    amount: str = described(
        "", nl="kolom met bedragen; leeg: mensen tellen", en="column of amounts; empty: people"
    )
    unit: str = described(
        "", nl="eenheid van het bedrag, zoals euro", en="unit of the amount, such as euro"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field, self.amount) if self.amount else (self.field,)

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        return {"value": spell(self.field, self.value)}

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        if field != self.amount:
            return super().knows(applicant, field)
        return self._amount_of(applicant) is not None

    @property
    def quanta(self) -> int:
        """Quanta per unit: people are whole."""
        return QUANTA if self.amount else 1

    def counts_for(self, applicant: Applicant) -> float | None:
        """What somebody adds; None: not known. An amount below zero is no amount."""
        if not applicant.values(self.field):
            return None
        if self.value not in applicant.values(self.field):
            return 0.0
        return self._amount_of(applicant) if self.amount else 1.0

    def _amount_of(self, applicant: Applicant) -> float | None:
        """An amount that is written; None: none, or below zero."""
        given = applicant.number(self.amount)
        return given if given is not None and given >= 0 and math.isfinite(given) else None

    def quantised(self, members: tuple[Applicant, ...]) -> IntArray:
        """(n,) what each adds, in quanta; 0 where it is not known."""
        return quantise([self.counts_for(a) or 0.0 for a in members], self.quanta)

    def bounds(self) -> tuple[int, int]:
        """``least`` and ``most`` in quanta."""
        low, high = quantise([self.least, self.most], self.quanta)
        return int(low), int(high)

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: (self.value,)} if self.least else {}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        value = self.quantised(round_.applicants)
        low, high = self.bounds()
        term = Total(name=self.key, value=value, low=low, high=high, price=1)
        # one typical amount too much weighs as much as one person too many
        typical = float(value[value > 0].mean()) if (value > 0).any() else 1.0
        return [self.demand(term, people=1 / typical)]

    @override
    def sum_of(self, finding: Finding) -> tuple[float, str] | None:
        total = finding.whole.facts.get("total")
        if not isinstance(total, float):
            return None
        return total, (self.unit or "number") if self.amount else ""

    @override
    def pool(self, round_: Round) -> Amount:
        """What each adds, in quanta."""
        value = self.quantised(round_.applicants)
        return {a.id: int(v) for a, v in zip(round_.applicants, value, strict=True)}

    @override
    def others(self, composition: Composition, pool: Amount) -> int:
        """What everybody with a place adds up to, in quanta."""
        return sum(pool[person] for person in composition.seats)

    @override
    def is_unknown(self, applicant: Applicant, pool: Amount) -> bool:
        return self.counts_for(applicant) is None

    @override
    def measure_group(self, group: Seated, pool: Amount) -> GroupFinding:
        total: int = group.others
        here = sum(pool[a.id] for a in group.members)
        low, _ = self.bounds()
        away = self._away(total)
        # too much is the doing of whoever has some; too little of every group
        verdict = "kept" if not away else "short" if total < low else "over" if here else "kept"
        return GroupFinding(
            group.number,
            verdict,
            {},
            self._facts(here, total),
            tuple(a.id for a in group.members if self.counts_for(a)),
            round(1 - away / max(low, total, 1), 3),
            shares={self.key: 0 if verdict == "kept" else away},
        )

    @override
    def measure_whole(self, composition: Composition, pool: Amount, others: int) -> GroupFinding:
        away = self._away(others)
        verdict = "short" if away else ""
        return GroupFinding(OF_ALL, verdict, {self.key: away}, self._facts(0, others))

    def _away(self, total: int) -> int:
        """Quanta short of the least or above the most."""
        low, high = self.bounds()
        return max(low - total, total - high, 0)

    def _facts(self, here: int, total: int) -> dict[str, Fact]:
        return {
            "field": self.field,
            "value": self.value,
            "here": here / self.quanta,
            "total": total / self.quanta,
            "away": self._away(total) / self.quanta,
            "least": self.least,
            "most": self.most,
            "unit": self.unit,
        }
