"""When and where the first meeting is: what letters, papers and calendars say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.asking.typed_setting import set_typed
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_note import Typed, read_back
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

SETTING = OBJECT = "first_meeting"
LONGEST = 200
"""Signs of a place."""


@dataclass(frozen=True)
class FirstMeeting:
    """``at``: the hour it begins, None where nobody said so; ``place``: "" where none was said."""

    day: date
    at: time | None = None
    place: str = ""


def first_meeting_of(store: Store, actor: Actor, round_: RoundKey) -> FirstMeeting | None:
    """None where nobody said when it is. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return first_meeting_in(connection, round_)


def first_meeting_in(connection: Connection, round_: RoundKey) -> FirstMeeting | None:
    """The same where the role was checked."""
    kept = read_back(connection, setting_in(connection, round_, SETTING))
    if kept is None:
        return None
    at = time.fromisoformat(kept["at"]) if kept["at"] else None
    return FirstMeeting(date.fromisoformat(kept["day"]), at, kept["place"] or "")


def set_first_meeting(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    first: FirstMeeting | None,
    *,
    seen: int | None = None,
) -> None:
    """From now on letters say this; None: that people hear it later.

    Raises InputError for a place of more than 200 signs, RefusedError, StaleError.
    """
    name = "letter.first_meeting"
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        kept = None if first is None else _kept(first)
        doing.say({"first_meeting": set_typed(doing, SETTING, kept)})


def _kept(first: FirstMeeting) -> dict[str, str | Typed]:
    place = " ".join(visible(first.place).split())
    if len(place) > LONGEST:
        raise InputError(Problem("posting.long_place", "", {"longest": LONGEST}))
    at = "" if first.at is None else f"{first.at:%H:%M}"
    return {"day": first.day.isoformat(), "at": at, "place": Typed(place) if place else ""}
