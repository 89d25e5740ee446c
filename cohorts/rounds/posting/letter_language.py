"""In which language letters are, where no other was chosen for somebody."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language

SETTING = OBJECT = "letter_language"


def letter_language(store: Store, actor: Actor, round_: RoundKey) -> Language:
    """Dutch until somebody says otherwise. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return letter_language_in(connection, round_)


def letter_language_in(connection: Connection, round_: RoundKey) -> Language:
    """The same where the role was checked."""
    return Language(setting_in(connection, round_, SETTING) or Language.NL)


def set_letter_language(
    store: Store, actor: Actor, round_: RoundKey, spoken: Language, *, seen: int | None = None
) -> None:
    """From now on letters are in it. Raises RefusedError, StaleError."""
    name = "letter.language"
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        kept = None if spoken is Language.NL else spoken.value
        set_setting(doing.connection, round_, SETTING, kept)
        doing.say({"language": spoken.value})
