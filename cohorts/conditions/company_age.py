"""How long a company has existed on the day of the round."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from cohorts.applicant import Applicant
from cohorts.conditions.bounds import bounds
from cohorts.conditions.condition import Condition, Verdict, described, texts
from cohorts.finding import Fact


class CompanyAge(Condition):
    """Whole years since ``founded``, on a day.

    Only the year of founding is known, so the age is (year − founded − 1) or (year − founded):
    it decides where both do.
    """

    TITLE = texts(nl="leeftijd van het bedrijf: {bounds}", en="age of the company: {bounds}")
    ABOUT = texts(
        nl="Het bedrijf bestaat hoogstens of minstens zo veel jaar, op de dag van de ronde. Wij "
        "kennen alleen het jaar van oprichting; wie op de grens zit, wordt niet afgewezen.",
        en="The company has existed for at most or at least so many years, on the day of the "
        "round. We only know the year it was founded; whoever is on the border is not refused.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(
            nl="Opgericht in {founded}: {bounds} oud.", en="Founded in {founded}: {bounds} old."
        ),
        Verdict.REFUSED: texts(
            nl="Opgericht in {founded}. Het bedrijf moet {bounds} oud zijn.",
            en="Founded in {founded}. The company must be {bounds} old.",
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet zeker: of het bedrijf {bounds} oud is.",
            en="Not certain yet: whether the company is {bounds} old.",
        ),
    }

    least: int | None = described(
        None, nl="minstens zo oud; leeg: geen grens", en="at least so old; empty: no bound", ge=0
    )
    most: int | None = described(
        None, nl="hoogstens zo oud; leeg: geen grens", en="at most so old; empty: no bound", ge=0
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least is None and self.most is None:
            raise PydanticCustomError("no_bound", "least or most is needed")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        if applicant.founded is None:
            return Verdict.UNKNOWN, {}
        facts: dict[str, Fact] = {"founded": str(applicant.founded)}
        oldest = max(on.year - applicant.founded, 0)
        verdicts = {self._fits(age) for age in (max(oldest - 1, 0), oldest)}
        if len(verdicts) > 1:
            return Verdict.UNKNOWN, facts
        return (Verdict.MET if verdicts.pop() else Verdict.REFUSED), facts

    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        return {"bounds": bounds(self.least, self.most, unit="years"), **facts}

    def _fits(self, age: int) -> bool:
        return (self.least or 0) <= age and (self.most is None or age <= self.most)
