"""What somebody typed beside any note, and what goes of it with somebody whom it names.

An earlier release kept such a text where it counted and in the log, and the name of a round is its
own still. In the journal each is called by where it stands.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from cohorts.store.keys import new_key
from cohorts.store.tables import round_, said, setting, ticked

ROUND, SETTING, SAID, TICKED = "round", "setting", "said", "ticked"
TYPED_ACTS = frozenset(
    {
        *("letter.contact", "letter.first_meeting", "letter.remedy", "ticks.ask"),
        *("stage.extend", "stage.give_up_second", "round.rename"),
    }
)
"""The acts of which the log of an earlier release says what was typed."""
TYPED_ABOUT = frozenset({"ticks.tick"})
"""Those of which it says so of one person, who may be another one than whom it names."""


def called(where: str, *place: object) -> str:
    """A text by where it stands: a setting, an event and its part, a tick, or the round."""
    return ".".join(map(str, (where, *place)))


def drop_text(connection: Connection, in_round: str, place: str) -> None:
    """What stands there goes; a round is called after what it began with. Of a note: nothing."""
    where, _, rest = place.partition(".")
    if where == ROUND and not rest:
        here = round_.c.key == in_round
        preset = select(round_.c.preset).where(here).scalar_subquery()
        connection.execute(update(round_).where(here).values(name=preset))
    elif where == SETTING:
        here = setting.c.name == rest
        connection.execute(delete(setting).where(setting.c.round == in_round, here))
    elif where == SAID:
        number, part = map(int, rest.split("."))
        at = said.c.number == number, said.c.part == part
        connection.execute(delete(said).where(said.c.chain == in_round, *at))
    elif where == TICKED:
        _drop_tick_name(connection, in_round, *rest.split(".", 1))


def may_be_gone(act: str, person: str | None) -> bool:
    """Whether a part of what such an event says may have gone with whom it names."""
    return act in TYPED_ABOUT or (person is None and act in TYPED_ACTS)


def _drop_tick_name(connection: Connection, in_round: str, person: str, at: str) -> None:
    """That something was ticked off of them then stays, under a name that says nothing."""
    here = ticked.c.round == in_round, ticked.c.person == person, ticked.c.at == at
    rows = connection.execute(select(ticked).where(*here)).mappings().all()
    connection.execute(delete(ticked).where(*here))
    for row in rows:  # put in anew: of a row that is called otherwise no seal would tell
        connection.execute(insert(ticked), dict(row) | {"name": new_key()})
