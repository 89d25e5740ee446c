"""Members comparable in a number: staff, turnover, age, ambition, any numeric column."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from itertools import combinations
from statistics import pstdev
from typing import Any, ClassVar, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.units import UNITS
from cohorts.round.finding import FEW, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.rule import Demand, Level, Rule, Spell, Texts, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.quantise import MISSING, quantise
from solver.terms import Likeness, Spread

QUANTA = 1_000_000
"""Quanta per unit of the (scaled) value, for the widest spread."""
CLOSE, FAIR = 0.8, 0.4


class Scale(StrEnum):
    """How a difference counts: as it is, as a factor, or in steps of an order."""

    LINEAR = "linear"
    LOG = "log"
    ORDINAL = "ordinal"


class Comparable(Rule):
    """Graded: squared distance to the group's mean; with ``widest`` also a widest spread.

    The level is that of the widest spread: a must, or a wish that counts what is beyond it.
    """

    TITLE = texts(nl="Vergelijkbaar in {field}", en="Comparable in {field}")
    ABOUT = texts(
        nl="De leden van een groep liggen dicht bij elkaar in een getal of een volgorde, zoals "
        "het aantal medewerkers of de omzet. Met 'widest' is er een grootste verschil: als eis "
        "(level = must) is geen verschil in een groep groter; als wens telt mee wat groter is. "
        "Dat de leden dicht bij elkaar liggen, blijft altijd een wens.",
        en="The members of a group lie close together in a number or an order, such as staff or "
        "turnover. With 'widest' there is a largest difference: as a must (level = must) no "
        "difference in a group is larger; as a should what is larger counts. That the members lie "
        "close together always stays a wish.",
    )
    SENTENCES: ClassVar = {
        "same": texts(
            nl="Allemaal gelijk in {field}: {smallest}.", en="All equal in {field}: {smallest}."
        ),
        "close": texts(
            nl="De leden lijken op elkaar in {field}: van {smallest} tot {largest}.",
            en="The members are alike in {field}: from {smallest} to {largest}.",
        ),
        "fair": texts(
            nl="De leden verschillen wat in {field}: van {smallest} ({low}) tot {largest} "
            "({high}).",
            en="The members differ somewhat in {field}: from {smallest} ({low}) to {largest} "
            "({high}).",
        ),
        "wide": texts(
            nl="De leden verschillen veel in {field}: van {smallest} ({low}) tot {largest} "
            "({high}).",
            en="The members differ a lot in {field}: from {smallest} ({low}) to {largest} "
            "({high}).",
        ),
        "too_wide": texts(
            nl="Het verschil in {field} is groter dan afgesproken: van {smallest} ({low}) tot "
            "{largest} ({high}).",
            en="The difference in {field} is larger than agreed: from {smallest} ({low}) to "
            "{largest} ({high}).",
        ),
        "unknown": texts(nl="Van niemand is bekend: {field}.", en="Known of nobody: {field}."),
    }
    AMONG_FEW: ClassVar = {
        "same": texts(
            nl="Zij zijn gelijk in {field}: {smallest}.",
            en="They are equal in {field}: {smallest}.",
        ),
        "one_known": texts(
            nl="Alleen van {low} is bekend: {field} ({smallest}).",
            en="Known of {low} only: {field} ({smallest}).",
        ),
        "close": texts(
            nl="Zij lijken op elkaar in {field}: {smallest} ({low}) en {largest} ({high}).",
            en="They are alike in {field}: {smallest} ({low}) and {largest} ({high}).",
        ),
        "fair": texts(
            nl="Zij verschillen wat in {field}: van {smallest} ({low}) tot {largest} ({high}).",
            en="They differ somewhat in {field}: from {smallest} ({low}) to {largest} ({high}).",
        ),
        "wide": texts(
            nl="Zij verschillen veel in {field}: van {smallest} ({low}) tot {largest} ({high}).",
            en="They differ a lot in {field}: from {smallest} ({low}) to {largest} ({high}).",
        ),
        "unknown": texts(
            nl="Van geen van hen is bekend: {field}.", en="Known of none of them: {field}."
        ),
    }
    JOINS = frozenset({"same", "close"})
    OF_ALL = frozenset({"same"})
    OF_SQUARES = True
    FURTHEST_FIRST = True
    NAMES_A_SCALE = True
    WORKED = (
        Worked(
            fields={"field": "fte", "scale": "log", "widest": 10},
            groups=(
                {"Anker": {"fte": 10}, "Berk": {"fte": 10}},
                {"Citer": {"fte": 4}, "Duin": {"fte": 20}},
                {"Eik": {"fte": 2}, "Fluit": {"fte": 40}},
            ),
        ),
    )

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    scale: Scale = described(
        Scale.LINEAR,
        nl="linear: het verschil telt; log: de verhouding telt; ordinal: stappen in een volgorde",
        en="linear: the difference counts; log: the ratio counts; ordinal: steps in an order",
    )
    order: tuple[str, ...] = described(
        (),
        nl="bij ordinal: de waarden van laag naar hoog",
        en="with ordinal: values, low to high",
        beside=("scale", "ordinal"),
    )
    widest: float | None = described(
        None,
        nl="grootste verschil in een groep (log: grootste verhouding; ordinal: stappen)",
        en="largest difference in a group (log: largest ratio; ordinal: steps)",
        ge=0,
        le=1e12,
        allow_inf_nan=False,
    )

    @property
    @override
    def limits(self) -> tuple[str, ...]:
        return ("widest",)

    @property
    @override
    def likens(self) -> tuple[str, ...]:
        return (self.field,)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.level is Level.MUST and self.widest is None:
            raise PydanticCustomError("limit_wanted", "a must needs 'widest'")
        if (self.scale is Scale.ORDINAL) != bool(self.order):
            raise PydanticCustomError("order_wanted", "'order' goes with scale = 'ordinal'")
        if self.scale is Scale.LOG and self.widest is not None and self.widest < 1:
            raise PydanticCustomError("small_ratio", "a ratio is 1 or more")
        return self

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        return {"order": tuple(spell(self.field, value) for value in self.order)}

    @override
    def numbers_shown(self) -> Mapping[str, bool]:
        return {} if self.scale is Scale.ORDINAL else {self.field: self.scale is Scale.LOG}

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        if self.scale is Scale.ORDINAL:
            return applicant.text(field) in self.order
        return applicant.number(field) is not None

    @override
    def demands(self, round_: Round) -> list[Demand]:
        pool: Pool = pool_of(self, round_)
        near = Likeness(name=self.key, features=pool.features.reshape(-1, 1), price=1)
        demands = [Demand(near, self.weight)]
        if self.widest is not None:
            spread = Spread(
                name=f"{self.key}.widest", values=pool.spread_values, width=self.width, price=1
            )
            demands.append(self.demand(spread, people=2 / max(self.width, QUANTA)))
        return demands

    @property
    def width(self) -> int:
        """The widest spread in quanta; one quantum of grace, for both ends are rounded."""
        widest = self.widest or 0.0
        scaled = math.log(max(widest, 1.0)) if self.scale is Scale.LOG else widest
        return int(quantise(scaled, QUANTA)) + 1

    @override
    def pool(self, round_: Round) -> Pool:
        return Pool(self, round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: Pool) -> bool:
        return pool.value(applicant) is None

    @override
    def measure_group(self, group: Seated, pool: Pool) -> GroupFinding:
        members = group.members
        x = [int(pool.features[pool.rows[a.id]]) for a in members]
        away = sum((p - q) ** 2 for p, q in combinations(x, 2)) // len(x)
        amounts = {self.key: away}
        known = sorted((a for a in members if pool.value(a) is not None), key=pool.order_key)
        over = 0
        if self.widest is not None:
            quanta = [int(pool.spread_values[pool.rows[a.id]]) for a in known]
            over = max(max(quanta) - min(quanta) - self.width, 0) if quanta else 0
            amounts[f"{self.key}.widest"] = over
        quality = pool.quality(away / len(x))
        facts: dict[str, Fact] = {"field": self.field}
        if known:
            low, high = known[0], known[-1]
            facts |= {
                "unit": "" if self.scale is Scale.ORDINAL else UNITS.get(self.field, "number"),
                "smallest": pool.shown(low),
                "largest": pool.shown(high),
                "low": low.label,
                "high": high.label,
            }
        verdict = self._verdict(facts, quality, over=over)
        people = (known[0].id, known[-1].id) if len(known) > 1 else ()
        return GroupFinding(group.number, verdict, amounts, facts, people, quality)

    @override
    def said(self, finding: GroupFinding) -> Texts:
        """Of a few people of whom one is known, nothing is called equal."""
        alone = finding.group == FEW and finding.verdict == "same" and not finding.people
        return self.AMONG_FEW["one_known"] if alone else super().said(finding)

    @staticmethod
    def _verdict(facts: dict[str, Fact], quality: float, *, over: int) -> str:
        if "smallest" not in facts:
            return "unknown"
        if over:
            return "too_wide"
        if facts["smallest"] == facts["largest"]:
            return "same"
        return "close" if quality >= CLOSE else "fair" if quality >= FAIR else "wide"


class Pool:
    """The values of everybody in the round, scaled to standard deviations of the pool."""

    def __init__(self, rule: Comparable, round_: Round) -> None:
        self.rule, self.rows = rule, round_.rows
        raw = [self._raw(a) for a in round_.applicants]
        positive = [v for v in raw if v is not None and v > 0]
        # zero or a loss has no logarithm: it counts as the smallest amount anyone has
        self.floor = min(positive, default=1.0)
        scaled = [self._scaled(v) for v in raw]
        self._values = {a.id: v for a, v in zip(round_.applicants, scaled, strict=True)}
        known = [round(v, 9) for v in scaled if v is not None]
        deviation = (pstdev(known) if known else 0.0) or 1.0
        column = np.array([math.nan if v is None else v / deviation for v in scaled])
        self.features = Likeness.of("", column.reshape(-1, 1), [1.0], None).features[:, 0]
        self.spread_values = np.array(
            [MISSING if v is None else int(quantise(v, QUANTA)) for v in scaled], dtype=np.int64
        )
        middle = self.features.mean() if self.features.size else 0.0
        self._variance = float(((self.features - middle) ** 2).mean()) or 1.0

    def value(self, applicant: Applicant) -> float | None:
        """The scaled value, None where missing."""
        return self._values[applicant.id]

    def order_key(self, applicant: Applicant) -> tuple[float, str]:
        """Sorts applicants with a value from low to high."""
        return (self.value(applicant) or 0.0, applicant.id)

    def shown(self, applicant: Applicant) -> Fact:
        """The value as a person reads it."""
        raw = self._raw(applicant)
        if self.rule.scale is Scale.ORDINAL and raw is not None:
            return self.rule.order[int(raw)]
        return raw

    def quality(self, away_per_member: float) -> float:
        """1 where all are equal, 0 where the group is as mixed as the whole pool (or more)."""
        return round(max(0.0, 1.0 - away_per_member / self._variance), 3)

    def _raw(self, applicant: Applicant) -> float | None:
        if self.rule.scale is not Scale.ORDINAL:
            return applicant.number(self.rule.field)
        text = applicant.text(self.rule.field)
        return float(self.rule.order.index(text)) if text in self.rule.order else None

    def _scaled(self, raw: float | None) -> float | None:
        if raw is None or self.rule.scale is not Scale.LOG:
            return raw
        return math.log(max(raw, self.floor))
