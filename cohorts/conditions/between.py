"""A number within bounds: staff, turnover, any numeric column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from cohorts.applicant import Applicant
from cohorts.conditions.condition import Condition, Verdict, described, texts
from cohorts.finding import Fact


class Between(Condition):
    """``least`` ≤ value ≤ ``most``; a band decides only where it lies wholly on one side."""

    TITLE = texts(nl="{field} van {least} tot en met {most}", en="{field} from {least} to {most}")
    SENTENCES: ClassVar = {
        Verdict.MET: texts(nl="{field}: {value}.", en="{field}: {value}."),
        Verdict.REFUSED: texts(
            nl="{field} is {value}; het moet van {least} tot en met {most} zijn.",
            en="{field} is {value}; it must be from {least} to {most}.",
        ),
        Verdict.UNKNOWN: texts(nl="Niet bekend: {field}.", en="Not known: {field}."),
    }

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    least: float = described(0, nl="kleinste waarde", en="smallest value")
    most: float = described(..., nl="grootste waarde", en="largest value")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            msg = "least <= most"
            raise ValueError(msg)
        return self

    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:  # noqa: ARG002
        low, high = self._band(applicant)
        if low is None and high is None:
            return Verdict.UNKNOWN, {}
        facts: dict[str, Fact] = {"value": low if high is None else high}
        if (low is not None and low > self.most) or (high is not None and high < self.least):
            return Verdict.REFUSED, facts
        inside = low is not None and high is not None and self.least <= low and high <= self.most
        return (Verdict.MET if inside else Verdict.UNKNOWN), facts

    def _band(self, applicant: Applicant) -> tuple[float | None, float | None]:
        """The least and the most the value can be; None: open, or not known."""
        low, high = applicant.number(f"{self.field}_low"), applicant.number(f"{self.field}_high")
        if low is not None or high is not None:
            return low, high
        value = applicant.number(self.field)
        return value, value
