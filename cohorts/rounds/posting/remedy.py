"""What somebody can do who does not agree: what every letter says of it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say

SETTING = OBJECT = "remedy"
LONGEST = 600


def remedy_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[Language, str]:
    """In each language. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return remedy_in(connection, round_)


def remedy_in(connection: Connection, round_: RoundKey) -> Mapping[Language, str]:
    """The same where the role was checked; the usual sentence where none was typed."""
    kept = setting_in(connection, round_, SETTING) or {}
    return {language: kept.get(language) or say("letter.ask", language) for language in Language}


def set_remedy(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    said: Mapping[Language, str],
    *,
    seen: int | None = None,
) -> None:
    """From now on letters say this; "", or the usual sentence: the usual one.

    Raises InputError for more than 600 signs, RefusedError, StaleError.
    """
    name = "letter.remedy"
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        typed = {language: visible(said.get(language, "")) for language in Language}
        if any(len(text) > LONGEST for text in typed.values()):
            raise InputError(Problem("posting.long_remedy", "", {"longest": LONGEST}))
        own = {
            language.value: text
            for language, text in typed.items()
            if text and text != say("letter.ask", language)
        }
        set_setting(doing.connection, round_, SETTING, own or None)
        doing.say({"remedy": own})
