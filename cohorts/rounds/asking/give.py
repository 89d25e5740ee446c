"""Giving something beside programme and people: one of the inputs of a round."""

from __future__ import annotations

from typing import Any

from cohorts.composing.inputs import INPUTS
from cohorts.forms.from_bytes import from_bytes
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.given_rows import keep_given
from cohorts.rounds.asking.kept_file import forget_file, keep_file
from cohorts.rounds.people.kept_people import keys_in, people_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def give(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    name: str,
    value: Any,
    *,
    file: str = "",
    seen: int | None = None,
) -> int:
    """The input ``name`` of ``INPUTS`` has this value; None: it is not given.

    ``file``: what the file was called that it was read from. Gives the revision. Raises InputError
    where it is no such value, or names somebody who is not in the round.
    """
    with act(store, actor, round_, "asked.give", may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        keys = keys_in(doing.connection, round_)
        keep_given(doing, name, value, keys)
        if value is not None and file:
            keep_file(doing, name, file, value, keys)
        else:
            forget_file(doing, name)
        doing.say({"input": name, "given": value is not None})
        return doing.revision


def give_file(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    name: str,
    *,
    file: str,
    content: bytes,
    seen: int | None = None,
) -> int:
    """The same as a file of this name says it, read against the people of the round.

    Raises InputError with every fault of the file; then nothing has changed.
    """
    people = people_of(store, actor, round_).applicants
    value = from_bytes(file, content, lambda path: INPUTS[name].read(path, people))
    return give(store, actor, round_, name, value, file=file, seen=seen)
