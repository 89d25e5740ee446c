"""A number within bounds: staff, turnover, any column of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.conditions.bounds import bounds
from cohorts.conditions.condition import Condition, described, texts
from cohorts.people.applicant import Applicant
from cohorts.people.units import UNITS
from cohorts.round.finding import Fact
from cohorts.round.judgement import Verdict


class Between(Condition):
    """``least`` ≤ value ≤ ``most``, ``above`` < value < ``below``.

    A band decides only where it lies wholly on one side.
    """

    TITLE = texts(nl="{field}: {bounds}", en="{field}: {bounds}")
    ABOUT = texts(
        nl="Een getal ligt tussen grenzen, zoals hoogstens 250 medewerkers. Staat er een klasse, "
        "zoals 10-50, dan wijst die alleen af als zij er helemaal buiten ligt.",
        en="A number lies within bounds, such as at most 250 staff. Where there is a band, such as "
        "10-50, it refuses only when it lies wholly outside.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(nl="{field}: {value}.", en="{field}: {value}."),
        Verdict.REFUSED: texts(
            nl="{field}: {value}. Gevraagd is {bounds}.",
            en="{field}: {value}. Asked is {bounds}.",
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet zeker: {field}. Gevraagd is {bounds}.",
            en="Not certain yet: {field}. Asked is {bounds}.",
        ),
    }

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    least: float | None = described(
        None, nl="kleinste waarde; leeg: geen", en="smallest value; empty: none"
    )
    most: float | None = described(
        None, nl="grootste waarde; leeg: geen", en="largest value; empty: none"
    )
    above: float | None = described(
        None, nl="groter dan; leeg: geen", en="greater than; empty: none"
    )
    below: float | None = described(
        None, nl="kleiner dan; leeg: geen", en="smaller than; empty: none"
    )
    unit: str = described(
        "",
        nl="euro, fte, year of een eigen woord; leeg: wat bij het veld hoort",
        en="euro, fte, year or a word of your own; empty: what belongs to the field",
        asked=False,
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        given = [b for b in (self.least, self.above, self.most, self.below) if b is not None]
        if not given:
            raise PydanticCustomError("no_bound", "least or most is needed")
        if given != sorted(given):
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @property
    def telling(self) -> bool:
        return False

    @override
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        low, high = self._band(applicant)
        if low is None and high is None:
            return Verdict.UNKNOWN, {}
        facts: dict[str, Fact] = {"low": low, "high": high}
        if self._outside(low, high):
            return Verdict.REFUSED, facts
        return (Verdict.MET if self._inside(low, high) else Verdict.UNKNOWN), facts

    @override
    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        unit = self.unit or UNITS.get(self.field, "")
        said: dict[str, object] = {
            "field": self.field,
            "bounds": bounds(self.least, self.most, above=self.above, below=self.below, unit=unit),
        }
        low, high = (self._number(facts.get(name)) for name in ("low", "high"))
        if low is not None or high is not None:
            said["value"] = bounds(low, high, unit=unit)
        return said

    @staticmethod
    def _number(fact: Fact) -> float | None:
        return fact if isinstance(fact, int | float) else None

    def _outside(self, low: float | None, high: float | None) -> bool:
        """Whether no value from ``low`` to ``high`` fits; None: open."""
        return (low is not None and not self._low_enough(low)) or (
            high is not None and not self._high_enough(high)
        )

    def _inside(self, low: float | None, high: float | None) -> bool:
        """Whether every value from ``low`` to ``high`` fits."""
        free_below = self.least is None and self.above is None
        free_above = self.most is None and self.below is None
        return (free_below or (low is not None and self._high_enough(low))) and (
            free_above or (high is not None and self._low_enough(high))
        )

    def _high_enough(self, value: float) -> bool:
        return (self.least is None or value >= self.least) and (
            self.above is None or value > self.above
        )

    def _low_enough(self, value: float) -> bool:
        return (self.most is None or value <= self.most) and (
            self.below is None or value < self.below
        )

    def _band(self, applicant: Applicant) -> tuple[float | None, float | None]:
        """The least and the most the value can be; None: open, or not known."""
        low, high = applicant.number(f"{self.field}_low"), applicant.number(f"{self.field}_high")
        if low is not None or high is not None:
            return low, high
        value = applicant.number(self.field)
        return value, value
