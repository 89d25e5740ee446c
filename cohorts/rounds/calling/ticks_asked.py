"""What is ticked off of each: names of the round, of its programme, or the usual ones."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.programme.ticked_off import LONGEST, MOST, USUAL
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import stood_in
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say

SETTING = OBJECT = "ticks"


def ticks_asked(store: Store, actor: Actor, round_: RoundKey) -> tuple[str, ...]:
    """The names, in their order. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return asked_in(connection, round_)


def asked_in(connection: Connection, round_: RoundKey) -> tuple[str, ...]:
    """The same where the role was checked; those of the programme where nothing else was asked."""
    kept = setting_in(connection, round_, SETTING)
    return _of_programme(connection, round_) if kept is None else tuple(kept)


def ticks_left(store: Store, actor: Actor, round_: RoundKey) -> tuple[str, ...]:
    """Those of the programme, where the round ticks others off instead; else none.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        own = setting_in(connection, round_, SETTING) is not None
        return _of_programme(connection, round_) if own else ()


def _of_programme(connection: Connection, round_: RoundKey) -> tuple[str, ...]:
    programme = stood_in(connection, round_, keys_in(connection, round_)).whole
    return programme.ticks or USUAL


def tick_said(name: str, language: Language) -> str:
    """A name in words."""
    return say(f"calling.tick_{name}", language) if name in USUAL else name


def ask_ticks(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    names: Sequence[str] | None,
    *,
    seen: int | None = None,
) -> int:
    """These are ticked off from now on; what was ticked under another name stays kept.

    ``names``: at most 8 of 40 signs; what says nothing and what is said twice is left out; None:
    those of the programme again, whatever they become. Gives the revision. Raises InputError for
    more, or longer; RefusedError, StaleError.
    """
    with act(store, actor, round_, "ticks.ask", may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        asked = None if names is None else _fitting(names)
        set_setting(doing.connection, round_, SETTING, asked)
        doing.say({"ticks": asked})
        return doing.revision


def _fitting(names: Sequence[str]) -> list[str]:
    asked = [*dict.fromkeys(filter(None, map(visible, names)))]
    if len(asked) > MOST or any(len(one) > LONGEST for one in asked):
        raise InputError(Problem("calling.ticks_many", "", {"most": MOST, "longest": LONGEST}))
    return asked
