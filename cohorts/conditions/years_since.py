"""Whole years since a year that is known, on the day of the round."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.conditions.bounds import bounds
from cohorts.conditions.condition import Condition, described
from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact
from cohorts.round.judgement import Verdict


class YearsSince(Condition):
    """Whole years since ``year_of`` an applicant, on a day.

    Only the year is known, so it is (this year − that year − 1) or (this year − that year): it
    decides where both do. The fact ``since`` is the year.
    """

    least: int | None = described(
        None, nl="minstens zo veel jaar; leeg: geen", en="at least so many years; empty: none", ge=0
    )
    most: int | None = described(
        None, nl="hoogstens zo veel jaar; leeg: geen", en="at most so many years; empty: none", ge=0
    )

    @abstractmethod
    def year_of(self, applicant: Applicant) -> int | None:
        """The year it counts from; None: not known."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least is None and self.most is None:
            raise PydanticCustomError("no_bound", "least or most is needed")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    @property
    def telling(self) -> bool:
        return False

    @override
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        year = self.year_of(applicant)
        if year is None:
            return Verdict.UNKNOWN, {}
        facts: dict[str, Fact] = {"since": str(year)}
        longest = max(on.year - year, 0)
        verdicts = {self._fits(years) for years in (max(longest - 1, 0), longest)}
        if len(verdicts) > 1:
            return Verdict.UNKNOWN, facts
        return (Verdict.MET if verdicts.pop() else Verdict.REFUSED), facts

    @override
    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        return {"bounds": bounds(self.least, self.most, unit="years"), **facts}

    def _fits(self, years: int) -> bool:
        return (self.least or 0) <= years and (self.most is None or years <= self.most)
