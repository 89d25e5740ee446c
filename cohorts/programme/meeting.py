"""When a programme has its groups meet, counted from its start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from cohorts.forms.field import Titled
from cohorts.people.day_parts import DAYS, WEEKDAYS

BEST = "best"
"""Instead of a weekday: that of the part of the week at which most of a group can come."""
WEEK = 7
SATURDAY = 5
"""As Python numbers the days of a week."""
Weekday = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "best"
]


class Meeting(BaseModel):
    """One meeting of every group; ``joint``: all groups at once, on one date.

    It counts days, or weeks, from the start. With ``after_weeks`` it is on the first ``weekday``
    from then on, or in the first ``weekend`` (Saturday and Sunday, ``hours`` on each); without them
    on the weekday of the start. So meetings of one weekday lie whole weeks apart.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Titled
    after_days: int | None = Field(None, ge=0, le=1500)
    after_weeks: int | None = Field(None, ge=0, le=210)
    weekday: Weekday | None = None
    weekend: bool = False
    hours: float = Field(gt=0, le=24)
    joint: bool = False

    @field_validator("weekday", mode="before")
    @classmethod
    def _in_any_words(cls, given: Any) -> Any:
        """A day of the week, in Dutch or English."""
        number = DAYS.get(given.strip().lower()) if isinstance(given, str) else None
        return given if number is None else WEEKDAYS[number]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        of_weeks = [name for name in ("weekday", "weekend") if getattr(self, name)]
        if self.after_days is not None and self.after_weeks is not None:
            raise self._fault("meeting_either", "after_days", "after_weeks")
        if len(of_weeks) > 1:
            raise self._fault("meeting_either", *of_weeks)
        if self.after_days is not None and of_weeks:
            raise self._fault("meeting_weeks", of_weeks[0])
        if self.after_days is None and self.after_weeks is None:
            raise self._fault("meeting_when")
        if self.joint and self.weekday == BEST:
            raise self._fault("meeting_joint", "weekday")
        return self

    def _fault(self, code: str, *fields: str) -> PydanticCustomError:
        facts = {"title": next(iter(self.title.values()), ""), "names": " / ".join(fields)}
        key: Any = code  # of a sentence; pydantic asks for a literal
        return PydanticCustomError(key, "{title}: {names}", facts)

    @property
    def own_day(self) -> bool:
        """Whether each group meets on the weekday that suits it best."""
        return self.weekday == BEST

    @property
    def days(self) -> int:
        """On how many days in a row it is."""
        return 2 if self.weekend else 1

    def day(self, start: date, best: int | None = None) -> date:
        """The (first) day; ``best``: the weekday that suits the group, None: not known."""
        if self.after_weeks is None:
            return start + timedelta(days=self.after_days or 0)
        first = start + timedelta(weeks=self.after_weeks)
        wanted = SATURDAY if self.weekend else best if self.own_day else self._weekday
        return first if wanted is None else first + timedelta((wanted - first.weekday()) % WEEK)

    @property
    def _weekday(self) -> int | None:
        return None if self.weekday is None else WEEKDAYS.index(self.weekday)
