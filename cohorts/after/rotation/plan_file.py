"""The file with what each session asks of its own: tables, hosts, who is absent, who sits apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.field import Text
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.forms.toml_file import Location, line_of, read_programme_table

MOST_SESSIONS = 60
MOST_TABLES = 1_000
MOST_SEATS = 1_000
LEAST = 2
"""People at a table: one alone meets nobody."""


def _in_order(size: tuple[int, int]) -> tuple[int, int]:
    if size[0] > size[1]:
        raise PydanticCustomError("bounds_order", "the smallest above the largest")
    return size


def _as_both(size: object) -> object:
    """One number is the smallest and the largest."""
    return (size, size) if isinstance(size, int) else size


Count = Annotated[int, Field(strict=True, ge=1, le=MOST_TABLES)]
Seats = Annotated[int, Field(strict=True, ge=LEAST, le=MOST_SEATS)]
Size = Annotated[tuple[Seats, Seats], AfterValidator(_in_order), BeforeValidator(_as_both)]
Who = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """What may be said of one session, and of all of them.

    ``sizes``: of each table by itself; else ``tables`` of one ``size``. ``hosts``: person → the
    table where that person stays. People by id, KvK number, company or name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tables: Count | None = None
    size: Size | None = None
    sizes: Annotated[tuple[Size, ...], Field(max_length=MOST_TABLES)] = ()
    absent: tuple[Who, ...] = ()
    apart: tuple[tuple[Who, Who], ...] = ()
    hosts: dict[Who, Count] = Field(default_factory=dict)


class SessionPart(Part):
    """One session; ``title``: what it is called, beside its number."""

    title: Text = ""


class PlanFile(Part):
    """The whole file: what holds for all sessions, and each session."""

    schema_version: Literal[1]
    spread: tuple[Who, ...] = ()
    sessions: Annotated[tuple[SessionPart, ...], Field(max_length=MOST_SESSIONS)] = ()


@dataclass(frozen=True)
class ReadPlan:
    """A plan, with where in its file everything stands."""

    stated: PlanFile
    text: str
    file: str

    def place(self, *location: str | int) -> str:
        """``plan.toml:12`` of a field."""
        return f"{self.file}:{line_of(self.text, location)}"

    def parts(self) -> Iterator[tuple[Part, Location, int | None]]:
        """What holds for all sessions, then each; where it stands; the session, from 1."""
        yield self.stated, (), None
        for number, session in enumerate(self.stated.sessions):
            yield session, ("sessions", number), number + 1


def read_plan(path: str | Path) -> ReadPlan:
    """The plan in a file. Raises InputError: every fault with its line and field."""
    try:
        text = read_text(path, MOST_TEXT)
    except (OSError, UnicodeDecodeError) as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("rotation.unreadable", str(path), facts)) from None
    return ReadPlan(read_programme_table(text, str(path), PlanFile, "rotation"), text, str(path))
