"""Where somebody can put a question about what a letter says: a number, an address, a name."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.programme.programme import Programme
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.asking.typed_setting import set_typed
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.typed_note import Typed, read_back
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

SETTING = OBJECT = "contact"
LONGEST = 200


def contact_in(connection: Connection, round_: RoundKey, programme: Programme) -> str:
    """That of the round, else that of its programme; "": nobody said. The role was checked."""
    return str(read_back(connection, setting_in(connection, round_, SETTING)) or programme.contact)


def set_contact(
    store: Store, actor: Actor, round_: RoundKey, said: str, *, seen: int | None = None
) -> None:
    """From now on letters say this; "": what the programme says.

    Raises InputError for more than 200 signs, RefusedError, StaleError.
    """
    name = "letter.contact"
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        # the sentence that it stands in ends by itself
        typed = " ".join(visible(said).split()).rstrip(".")
        if len(typed) > LONGEST:
            raise InputError(Problem("posting.long_contact", "", {"longest": LONGEST}))
        said_of = set_typed(doing, SETTING, Typed(typed) if typed else None)
        doing.say({"contact": said_of})
