"""How every act on the programme of a round is done: what stood there, and what stands instead."""

from __future__ import annotations

from collections.abc import Callable

from cohorts.composing.inputs import INPUTS
from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.given_rows import keep_given
from cohorts.rounds.asking.programme_rows import keep_stood, stood_in
from cohorts.rounds.asking.stood import Stood
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.rules.rule import Rule
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

ASKED = "asked"
"""The object of these acts."""


def changed(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    name: str,
    to: Callable[[Stood], Stood],
    *,
    says: object,
    anew: bool = False,
    seen: int | None = None,
) -> int:
    """The act ``asked.<name>``: the programme stands as ``to`` makes of it. Gives the revision.

    ``says``: what the event says; ``anew``: another one than before, and what was given with that
    goes. Raises what ``to`` raises; then nothing has changed.
    """
    with act(
        store, actor, round_, f"{ASKED}.{name}", may=ORGANISERS, object_=ASKED, seen=seen
    ) as doing:
        keys = keys_in(doing.connection, round_)
        stood = to(stood_in(doing.connection, round_, keys))
        keep_stood(doing.connection, round_, stood, keys)
        if anew:
            forget_of_programme(doing, keys)
        doing.say(says)
        return doing.revision


def forget_of_programme(doing: Acting, keys: Keys) -> None:
    """What was given in the place of something of a programme goes with it."""
    for name, one in INPUTS.items():
        if one.of_programme:
            keep_given(doing, name, None, keys)


def rule_of(stood: Stood, key: str) -> Rule:
    """The rule with this key, on or off. Raises InputError where it is no longer there."""
    try:
        return stood.whole.rule(key)
    except KeyError:
        raise InputError(Problem("asking.gone_rule")) from None
