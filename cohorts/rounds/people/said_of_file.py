"""An act on a dropped file: what is said of it before it is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import update

from cohorts.errors import InputError, Problem
from cohorts.intake import FieldMap
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.dropped_file import DroppedFile, Said, dropped_file
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import upload


def waiting(store: Store, actor: Actor, round_: RoundKey) -> DroppedFile:
    """The file that waits. Raises InputError where none does."""
    dropped = dropped_file(store, actor, round_)
    if dropped is None:
        raise InputError(Problem("people.no_file_waits"))
    return dropped


def say_of_file(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    name: str,
    say: Callable[[DroppedFile], tuple[FieldMap, Said]],
    *,
    seen: int | None,
) -> None:
    """Keeps the map and what is said, as ``say`` makes them of what was. ``name``: of the act.

    Raises InputError where no file waits, and where it cannot be read so; then nothing changes.
    """
    dropped = waiting(store, actor, round_)
    field_map, said = say(dropped)
    based_on = dropped.revision if seen is None else seen
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=based_on) as doing:
        doing.connection.execute(
            update(upload)
            .where(upload.c.round == round_, upload.c.number == dropped.number)
            .values(field_map=field_map.model_dump_json(), answered=said.text)
        )
