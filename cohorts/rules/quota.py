"""So many places, or so much money, over everyone who is placed: vouchers, budgets."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import model_validator

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition
from cohorts.round.finding import Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.worked import Worked
from solver.quantise import IntArray, quantise
from solver.terms import Total

QUANTA = 100
"""Quanta per unit of an amount: cents, where the amount is in euros."""


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
        "zo veel mensen over alle groepen samen. Noemt u bij 'amount' een kolom met bedragen, dan "
        "geldt het voor de som daarvan, zoals vouchers per provincie.",
        en="Of everyone who gets a place, those with this value count: at least and at most so "
        "many people over all groups together. Where you name a column of amounts at 'amount' it "
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
            msg = "least <= most"
            raise ValueError(msg)
        return self

    def needs(self) -> tuple[str, ...]:
        return (self.field, self.amount) if self.amount else (self.field,)

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
        given = applicant.number(self.amount) if self.amount else 1.0
        return given if given is not None and given >= 0 and math.isfinite(given) else None

    def quantised(self, members: tuple[Applicant, ...]) -> IntArray:
        """(n,) what each adds, in quanta; 0 where it is not known."""
        return quantise([self.counts_for(a) or 0.0 for a in members], self.quanta)

    def bounds(self) -> tuple[int, int]:
        """``least`` and ``most`` in quanta."""
        low, high = quantise([self.least, self.most], self.quanta)
        return int(low), int(high)

    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:  # noqa: ARG002
        return {self.field: (self.value,)} if self.least else {}

    def demands(self, round_: Round) -> list[Demand]:
        value = self.quantised(round_.applicants)
        low, high = self.bounds()
        term = Total(name=self.key, value=value, low=low, high=high, price=1)
        # one typical amount too much weighs as much as one person too many
        typical = float(value[value > 0].mean()) if (value > 0).any() else 1.0
        return [self.demand(term, people=1 / typical)]

    def measure(self, composition: Composition, round_: Round) -> Finding:  # noqa: ARG002
        here = {n: int(self.quantised(m).sum()) for n, m in composition.groups.items()}
        total = sum(here.values())
        low, high = self.bounds()
        short, over = max(low - total, 0), max(total - high, 0)
        groups = tuple(
            self._measure_group(number, members, here[number], total)
            for number, members in composition.groups.items()
        )
        placed = [a for members in composition.groups.values() for a in members]
        missing = sum(self.counts_for(a) is None for a in placed)
        return Finding(self.key, groups, {self.key: short + over}, missing)

    def _measure_group(
        self, number: int, members: tuple[Applicant, ...], here: int, total: int
    ) -> GroupFinding:
        low, high = self.bounds()
        breach = max(low - total, total - high, 0)
        # too much is the doing of whoever has some; too little of every group
        verdict = "short" if total < low else "over" if total > high and here else "kept"
        facts: dict[str, Fact] = {
            "field": self.field,
            "value": self.value,
            "here": here / self.quanta,
            "total": total / self.quanta,
            "away": breach / self.quanta,
            "least": self.least,
            "most": self.most,
            "unit": self.unit,
        }
        return GroupFinding(
            number,
            verdict,
            {},
            facts,
            tuple(a.id for a in members if self.counts_for(a)),
            round(1 - breach / max(low, total, 1), 3),
            broken=verdict != "kept" and self.level is Level.MUST,
        )
