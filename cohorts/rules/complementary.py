"""One has what another lacks: experience, or a practice such as managing formally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from statistics import median
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
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import Demand, Rule, Texts, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words import Language
from cohorts.words.phrase import amount, phrase
from solver.terms import Tally
from solver.terms.tally import FREE

HAS, LACKS, UNKNOWN = 0, 1, -1


class Complementary(Rule):
    """Tally with two lower bounds: 1 where nobody has it, and 1 where nobody lacks it.

    Who has it: a number from ``from_value`` up (empty: more than the middle one of this round), or
    one of ``values``. Of whom nothing is known neither has it nor lacks it.
    """

    TITLE = texts(nl="Vullen elkaar aan in {field}", en="Complement each other in {field}")
    ABOUT = texts(
        nl="De een heeft wat de ander mist, zoals ervaring, of een manier van werken: ‘managt met "
        "doelen en vast overleg: ja’. In een groep is er iemand die het heeft en iemand die het "
        "mist; van twee buddy's heeft precies een het. Geef bij een getal ‘from_value’, anders "
        "telt wie meer heeft dan de middelste van de ronde; bij woorden ‘values’.",
        en="One has what another lacks, such as experience, or a way of working: ‘manages with "
        "goals and regular meetings: yes’. A group has somebody who has it and somebody who lacks "
        "it; of two buddies exactly one has it. For a number give ‘from_value’, else whoever has "
        "more than the middle one of the round counts; for words give ‘values’.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="In {field} vullen de leden elkaar aan: meer bij {having}, minder bij {lacking}.",
            en="In {field} the members complement each other: more with {having}, less with "
            "{lacking}.",
        ),
        "all": texts(
            nl="In {field} vult niemand hier een ander aan: wie bekend is, heeft het ({having}).",
            en="In {field} nobody here complements another: all who are known have it ({having}).",
        ),
        "none": texts(
            nl="In {field} vult niemand hier een ander aan: wie bekend is, mist het ({lacking}).",
            en="In {field} nobody here complements another: all who are known lack it ({lacking}).",
        ),
        "unknown": texts(nl="Van niemand is bekend: {field}.", en="Known of nobody: {field}."),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Zij vullen elkaar aan in {field}: {having} tegenover {lacking}.",
            en="They complement each other in {field}: {having} beside {lacking}.",
        ),
        "all": texts(
            nl="Zij vullen elkaar niet aan in {field}: {having}{much}.",
            en="They do not complement each other in {field}: {having}{much}.",
        ),
        "none": texts(
            nl="Zij vullen elkaar niet aan in {field}: {lacking}{much}.",
            en="They do not complement each other in {field}: {lacking}{much}.",
        ),
        "partly": texts(
            nl="Niet van elk van hen is bekend: {field}.", en="Not known of each of them: {field}."
        ),
        "unknown": texts(
            nl="Van geen van hen is bekend: {field}.", en="Known of none of them: {field}."
        ),
    }
    MUCH: ClassVar = {
        True: texts(nl="; veel is hier {bar} of meer", en="; much is {bar} or more here"),
        False: texts(nl="; veel is hier meer dan {bar}", en="; much is more than {bar} here"),
    }
    """From where a number counts as having it, by whether ``from_value`` says so."""
    JOINS = frozenset({"kept"})
    MENDED_BY_MORE = True
    WORKED = (
        Worked(
            fields={"field": "experience", "from_value": 10},
            groups=(
                {"Anker": {"experience": 15}, "Berk": {"experience": 2}},
                {"Citer": {"experience": 12}, "Duin": {"experience": 20}},
                {"Eik": {"experience": 1}, "Fluit": {}},
            ),
        ),
        Worked(
            fields={"field": "doelen", "values": ("ja",)},
            groups=(
                {"Anker": {"doelen": "ja"}, "Berk": {"doelen": "nee"}},
                {"Citer": {"doelen": "nee"}, "Duin": {}},
            ),
        ),
    )

    field: str = described("experience", nl="veld of eigen kolom", en="field or column of your own")
    from_value: float | None = described(
        None,
        nl="vanaf dit getal heeft iemand het; leeg: wie meer heeft dan de middelste van de ronde",
        en="from this number somebody has it; empty: whoever has more than the middle one of the "
        "round",
        allow_inf_nan=False,
    )
    values: tuple[str, ...] = described(
        (),
        nl="wie een van deze woorden invulde, heeft het; leeg: het gaat om een getal",
        en="whoever gave one of these words has it; empty: it is about a number",
    )

    @model_validator(mode="after")
    def _number_or_words(self) -> Self:
        if self.values and self.from_value is not None:
            raise PydanticCustomError("number_or_words", "from_value or values")
        return self

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        return {"values": tuple(spell(self.field, value) for value in self.values)}

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: self.values or (pool_of(self, round_),)}

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        return self._side(applicant, 0.0) != UNKNOWN

    def _side(self, applicant: Applicant, bar: float) -> int:
        """HAS, LACKS or UNKNOWN; ``bar``: the number from which somebody has it."""
        if self.values:
            given = applicant.values(self.field)
            known = bool(given)
            has = any(value in self.values for value in given)
        else:
            value = applicant.number(self.field)
            known = value is not None
            above = value is not None and value > bar
            has = above or (self.from_value is not None and value == bar)
        return UNKNOWN if not known else HAS if has else LACKS

    @override
    def pool(self, round_: Round) -> float:
        """The number from which somebody has it, or above which where the middle one decides."""
        if self.from_value is not None or self.values:
            return self.from_value or 0.0
        known = [v for a in round_.applicants if (v := a.number(self.field)) is not None]
        return float(median(known)) if known else 0.0

    @override
    def is_unknown(self, applicant: Applicant, pool: float) -> bool:
        return self._side(applicant, pool) == UNKNOWN

    @override
    def demands(self, round_: Round) -> list[Demand]:
        bar: float = pool_of(self, round_)
        term = Tally(
            name=self.key,
            code=np.array([self._side(a, bar) for a in round_.applicants], dtype=np.int64),
            low=np.array([1, 1], dtype=np.int64),
            high=np.array([FREE, FREE], dtype=np.int64),
            amount=np.ones(round_.n, dtype=np.int64),
            price=1,
        )
        return [self.demand(term, people=1)]

    @override
    def measure_group(self, group: Seated, pool: float) -> GroupFinding:
        side = {a.id: self._side(a, pool) for a in group.members}
        having, lacking = (
            [a for a in group.members if side[a.id] == which] for which in (HAS, LACKS)
        )
        short = (not having) + (not lacking)
        silent = len(group.members) - len(having) - len(lacking)
        known = {1: "all" if having else "none", 2: "unknown"}
        facts: dict[str, Fact] = {"field": self.field, "silent": silent}
        if not self.values:
            facts["bar"] = pool
        for name, people in (("having", having), ("lacking", lacking)):
            facts[name] = tuple(a.label for a in people)
            facts[f"{name}_what"] = tuple(self._given(a) for a in people)
        return GroupFinding(
            group.number,
            known.get(short, "kept"),
            {self.key: short},
            facts,
            tuple(a.id for a in (*having, *lacking)),
            1 - short / 2,
        )

    @override
    def said(self, finding: GroupFinding) -> Texts:
        """Of a few people it is not told that they fall short where one of them said nothing."""
        short = finding.verdict in ("all", "none") and bool(finding.facts["silent"])
        partly = short and finding.group == FEW
        return self.AMONG_FEW["partly"] if partly else super().said(finding)

    @override
    def sentence(self, finding: GroupFinding, language: Language) -> str:
        """With what each has behind the name."""
        facts = dict(finding.facts)
        for name in ("having", "lacking"):
            rows = zip(_texts(facts.get(name)), _texts(facts.get(f"{name}_what")), strict=True)
            facts[name] = tuple(f"{who} ({self._what(what, language)})" for who, what in rows)
        facts["much"] = self._much(facts.get("bar"), language)
        return super().sentence(replace(finding, facts=facts), language)

    def _much(self, bar: Fact, language: Language) -> str:
        """From where a number counts; nothing where it is about words."""
        if not isinstance(bar, int | float):
            return ""
        told = {"bar": amount(float(bar), self._unit, language)}
        return phrase(self.MUCH[self.from_value is not None][language], told, language)

    def _given(self, applicant: Applicant) -> str:
        number = applicant.number(self.field)
        return (applicant.text(self.field) or "") if self.values else f"{number}"

    def _what(self, given: str, language: Language) -> str:
        return given if self.values else amount(float(given), self._unit, language)

    @property
    def _unit(self) -> str:
        return UNITS.get(self.field, "number")


def _texts(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()
