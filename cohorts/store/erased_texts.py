"""What somebody typed beside any note, and what goes of it with somebody whom it names.

An earlier release kept such a text where it counted and in the log, and the name of a round is its
own still. In the journal each is called by where it stands.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from cohorts.store.tables import round_, said, setting

ROUND, SETTING, SAID = "round", "setting", "said"
TYPED_ACTS = frozenset(
    {
        *("letter.contact", "letter.first_meeting", "letter.remedy", "ticks.ask"),
        *("stage.extend", "stage.give_up_second", "round.rename"),
    }
)
"""The acts of which the log of an earlier release says what was typed."""


def called(where: str, *place: object) -> str:
    """A text by where it stands: the name of a setting, an event and its part, or the round."""
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
        at = said.c.number == number, said.c.part == part, said.c.person.is_(None)
        connection.execute(delete(said).where(said.c.chain == in_round, *at))
