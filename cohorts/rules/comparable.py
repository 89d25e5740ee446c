"""Members comparable in a number: staff, turnover, age, ambition, any numeric column."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.units import UNITS
from cohorts.round.finding import FEW, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import Demand, Level, Rule, Texts, described, texts
from cohorts.rules.scaled_values import QUANTA, Scale, ScaledValues
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.quantise import quantise
from solver.terms import Likeness, Spread

CLOSE, FAIR = 0.8, 0.4


class Comparable(Rule):
    """Graded: squared distance to the group's mean; with ``widest`` also a widest spread.

    The level is that of the widest spread: a must, or a wish that counts what is beyond it.
    """

    TITLE = texts(nl="Vergelijkbaar in {field}", en="Comparable in {field}")
    ABOUT = texts(
        nl="De leden van een groep liggen dicht bij elkaar in een getal of een volgorde, zoals "
        "het aantal medewerkers of de omzet. Met ‘widest’ is er een grootste verschil: als eis "
        "(level = must) is geen verschil in een groep groter; als wens telt mee wat groter is. "
        "Dat de leden dicht bij elkaar liggen, blijft altijd een wens.",
        en="The members of a group lie close together in a number or an order, such as staff or "
        "turnover. With ‘widest’ there is a largest difference: as a must (level = must) no "
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
        pool: ScaledValues = pool_of(self, round_)
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
        return int(quantise(self.scale.of(self.widest or 0.0, least=1.0), QUANTA)) + 1

    @override
    def pool(self, round_: Round) -> ScaledValues:
        return ScaledValues(self.field, self.scale, self.order, round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: ScaledValues) -> bool:
        return pool.value(applicant) is None

    @override
    def measure_group(self, group: Seated, pool: ScaledValues) -> GroupFinding:
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
