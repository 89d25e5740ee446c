"""Whether settings and letters that come from elsewhere are as our own acts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Limited

from cohorts.errors import Problem
from cohorts.rounds.life.travelling import Row, Rows

Day = Annotated[str, AfterValidator(lambda text: date.fromisoformat(text).isoformat())]
NearDay = Annotated[Day, Limited(pattern=r"^2[0-8][0-9]{2}-")]
"""A day from which weeks can be counted, back and on."""
Days = Annotated[int, Limited(ge=1, le=7_300)]


class _Keeping(BaseModel):
    model_config = ConfigDict(extra="forbid")
    before: Day = "2000-01-01"
    days: dict[str, Days] = {}


class _Coaches(BaseModel):
    model_config = ConfigDict(extra="forbid")
    proposal: str
    groups: dict[Annotated[str, Limited(pattern="^[1-9][0-9]{0,8}$")], str]


class _Note(BaseModel):
    """Where what somebody typed stands; an earlier release kept it as it was typed."""

    model_config = ConfigDict(extra="forbid")
    note: str


Typed: TypeAlias = str | _Note


class _FirstMeeting(BaseModel):
    model_config = ConfigDict(extra="forbid")
    day: NearDay
    at: Annotated[str, Limited(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
    place: Typed


SETTINGS: Mapping[str, TypeAdapter[Any]] = {
    "keeping": TypeAdapter(_Keeping),
    "contact": TypeAdapter(Typed),
    "first_meeting": TypeAdapter(_FirstMeeting),
    "letter_language": TypeAdapter(Literal["nl", "en"]),
    "remedy": TypeAdapter(dict[Literal["nl", "en"], Typed]),
    "accountable": TypeAdapter(dict[Literal["organisation", "contact", "ground"], str]),
    "ticks": TypeAdapter(list[Typed]),
    "coaches": TypeAdapter(_Coaches),
    "merit.point": TypeAdapter(Annotated[int, Limited(ge=1)]),
    "merit.of_votes": TypeAdapter(str),
}
"""Name of a setting that is read on its own → what stands in it; the others are read as a whole."""
STATES = {"waiting", "sending", "sent", "failed", "unsure"}
FAULTS = {
    *("unreachable", "no_tls", "login", "busy", "address", "refused", "lost", "erased", "reopened"),
    "leaves",
    None,
}
LETTER = re.compile(r"[^\n]*@[^\n]*\n[^\n]*\n")
"""How the note of a letter begins: where it goes, and its subject."""


def unlike_ours(rows: Rows, place: str) -> Iterator[Problem]:
    """A problem for each that no page could read. ``place``: how a person calls the file."""
    for row in rows["setting"]:
        if not _fits(str(row["name"]), str(row["value"])):
            yield Problem("rounds.zip_setting", place, {"name": str(row["name"])})
    notes = {row["key"]: str(row["text"]) for row in rows["note"]}
    wrong = sum(not _is_letter(row, notes) for row in rows["mail"])
    if wrong:
        yield Problem("rounds.zip_letter", place, {"count": wrong})


def _fits(name: str, value: str) -> bool:
    try:
        if name in SETTINGS:
            SETTINGS[name].validate_json(value, strict=True)
    except ValidationError:
        return False
    return True


def _is_letter(row: Row, notes: Mapping[object, str]) -> bool:
    known = row["state"] in STATES and row["fault"] in FAULTS
    began = row["sent_at"] is not None or row["state"] not in {"sending", "sent"}
    written = notes.get(row["note"])
    return known and began and (written is None or LETTER.match(written) is not None)
