"""Drops a file of applicants."""

from __future__ import annotations

from sqlalchemy import func, insert, select, update

from cohorts.forms.from_bytes import file_name
from cohorts.intake import FieldMap
from cohorts.rounds.act import Acting, act, check_may
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.dropped_file import APPLICANTS, read_bytes
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import upload


def drop(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    file: str,
    content: bytes,
    *,
    seen: int | None = None,
) -> int:
    """The file is read, and kept until it is confirmed; nothing else changes. Gives its number.

    One that waited goes. Raises InputError for what cannot be read, and then keeps nothing.
    """
    check_may(store, actor, round_, may=ORGANISERS)
    read_bytes(file_name(file), content, FieldMap())
    with act(
        store, actor, round_, "people.drop", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        forget(doing)
        newest = select(func.max(upload.c.number)).where(upload.c.round == round_)
        number = (doing.connection.scalar(newest) or 0) + 1
        row = {
            "round": round_,
            "number": number,
            "at": now(),
            "by": actor.key,
            "kind": APPLICANTS,
            "field_map": FieldMap().model_dump_json(),
            "report": "{}",
            "file": file_name(file),
            "content": content,
        }
        doing.connection.execute(insert(upload), row)
    return number


def forget(doing: Acting) -> None:
    """Whatever waited: its name, its content and what was said of it."""
    waiting = (upload.c.round == doing.round, upload.c.kind == APPLICANTS)
    doing.connection.execute(
        update(upload)
        .where(*waiting, upload.c.content.is_not(None))
        .values(file=None, content=None, answered=None, field_map="{}")
    )
