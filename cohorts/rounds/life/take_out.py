"""That a file with data of people was taken along: who, which, and whether names are in it."""

from __future__ import annotations

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

OBJECT = "files"


def take_out(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    file: str,
    *,
    named: bool,
    may: frozenset[Role] = READERS,
) -> None:
    """Before it is given; also of a round that was put away. ``file``: what it is called.

    Nothing of its password is known here. Raises RefusedError where none of ``may`` is theirs.
    """
    name = "files.named" if named else "files.nameless"
    with act(store, actor, round_, name, may=may, object_=OBJECT, put_away=True) as doing:
        doing.say({"file": file})
