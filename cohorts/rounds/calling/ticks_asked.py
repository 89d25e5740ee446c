"""What is ticked off of each: names of the round, of its programme, or the usual ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.programme.ticked_off import LONGEST, MOST, USUAL
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import stood_in
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.asking.typed_setting import set_typed
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_note import NOTE, Typed, kept_apart, notes_in, read_back, texts_in
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import Key, RoundKey, is_key
from cohorts.store.store import Store
from cohorts.store.tables import ticked
from cohorts.words import Language, say

SETTING = OBJECT = "ticks"


def ticks_asked(store: Store, actor: Actor, round_: RoundKey) -> tuple[str, ...]:
    """The names, in their order. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return asked_in(connection, round_)


def asked_in(connection: Connection, round_: RoundKey) -> tuple[str, ...]:
    """The same where the role was checked; those of the programme where nothing else was asked."""
    kept = setting_in(connection, round_, SETTING)
    if kept is not None:
        return tuple(filter(None, read_back(connection, kept)))
    return _of_programme(connection, round_)


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


def called_in(connection: Connection, round_: RoundKey, name: str) -> str:
    """As a name is kept with whom it is ticked off of: by its note, where somebody typed it."""
    if name in USUAL:
        return name
    known = _known(connection, round_)
    kept = kept_apart(connection, round_, Typed(name), known=known)
    return str(kept[NOTE])


def names_in(connection: Connection, round_: RoundKey) -> Mapping[str, str]:
    """As they are kept → as they were typed; without those of which the name was erased.

    One that an earlier release kept as it was typed is itself.
    """
    typed = {str(key): name for name, key in _known(connection, round_).items()}
    plain = (str(one) for one in _once_ticked(connection, round_) if not is_key(one))
    return {one: one for one in plain} | typed


def _known(connection: Connection, round_: RoundKey) -> Mapping[str, Key]:
    """Name → its note, of what is asked and of what ever was ticked off."""
    kept = setting_in(connection, round_, SETTING) or []
    notes = [*notes_in(kept), *_once_ticked(connection, round_)]
    texts = texts_in(connection, [{NOTE: one} for one in notes])
    return {text: key for key, text in texts.items()}


def _once_ticked(connection: Connection, round_: RoundKey) -> frozenset[Key]:
    """What ever was ticked off, on or off now, as it is kept."""
    once = select(ticked.c.name).where(ticked.c.round == round_).distinct()
    return frozenset(map(Key, connection.scalars(once)))


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
        typed = None if names is None else _fitting(names)
        known, used = _known(doing.connection, round_), _once_ticked(doing.connection, round_)
        doing.say({"ticks": set_typed(doing, SETTING, typed, known=known, used=used)})
        return doing.revision


def _fitting(names: Sequence[str]) -> list[str | Typed]:
    asked = [*dict.fromkeys(filter(None, map(visible, names)))]
    if len(asked) > MOST or any(len(one) > LONGEST for one in asked):
        raise InputError(Problem("calling.ticks_many", "", {"most": MOST, "longest": LONGEST}))
    return [one if one in USUAL else Typed(one) for one in asked]
