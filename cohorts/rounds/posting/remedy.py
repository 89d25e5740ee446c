"""What somebody can do who does not agree: what every letter says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.programme.programme import Programme
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.asking.typed_setting import set_typed
from cohorts.rounds.posting.contact import contact_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_note import Typed, read_back
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say

SETTING = OBJECT = "remedy"
LONGEST = 600


@dataclass(frozen=True)
class Remedy:
    """``said``: what letters say; ``usual``: what they say where nothing was typed.

    ``contact``: where a question can be put; "": nobody said. ``to_ask``: so the letters say
    nowhere how somebody can reach whoever decided.
    """

    said: Mapping[Language, str]
    usual: Mapping[Language, str]
    contact: str
    to_ask: bool


def remedy_of(store: Store, actor: Actor, round_: RoundKey) -> Remedy:
    """Of a round. Raises RefusedError."""
    programme = asked_of(store, actor, round_).programme
    with look(store, actor, round_, may=READERS) as connection:
        return remedy_in(connection, round_, programme)


def remedy_in(connection: Connection, round_: RoundKey, programme: Programme) -> Remedy:
    """The same where the role was checked.

    Typed words come first; else those of the programme, and where a question can be put.
    """
    kept = read_back(connection, setting_in(connection, round_, SETTING)) or {}
    contact = contact_in(connection, round_, programme)
    usual = {language: _usual(programme, contact, language) for language in Language}
    said = {language: kept.get(language) or usual[language] for language in Language}
    named = contact or all(kept.get(one) or programme.remedy.get(one) for one in Language)
    return Remedy(said, usual, contact, not named)


def _usual(programme: Programme, contact: str, language: Language) -> str:
    own = programme.remedy.get(language, "")
    if contact:
        return " ".join(filter(None, (own, say("letter.ask_at", language, contact=contact))))
    return own or say("letter.ask", language)


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
    name, usual = "letter.remedy", remedy_of(store, actor, round_).usual
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        typed = {language: visible(said.get(language, "")) for language in Language}
        if any(len(text) > LONGEST for text in typed.values()):
            raise InputError(Problem("posting.long_remedy", "", {"longest": LONGEST}))
        own = {
            language.value: Typed(text)
            for language, text in typed.items()
            if text and text != usual[language]
        }
        doing.say({"remedy": set_typed(doing, SETTING, own or None)})
