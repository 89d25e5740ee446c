"""Why somebody sees votes by name: asked of them, kept in a note that the log calls by its key."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import insert

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting
from cohorts.rounds.typed_text import visible
from cohorts.store.erasing import still_known
from cohorts.store.keys import Key, PersonKey, new_key
from cohorts.store.tables import note

REASON, REASON_ONCE = "reason_note", "note"
"""What the event calls the note; once, beside a digest of the reason."""
SHORTEST, LONGEST = 20, 1_000
"""Signs of a reason."""


def reason_to_see(typed: str) -> str:
    """What is visible of it. Raises InputError where that is too short or too long."""
    why = visible(typed)
    if not SHORTEST <= len(why) <= LONGEST:
        facts = {"shortest": SHORTEST, "longest": LONGEST}
        raise InputError(Problem("balloting.named_reason", "", facts))
    return why


def say_reason(doing: Acting, why: str, person: PersonKey | None = None, **said: object) -> None:
    """In the event, beside ``said``. ``person``: whose objection it was."""
    key = new_key()
    whose = still_known(doing.connection, person)
    noted = {"key": key, "round": doing.round, "person": whose, "text": why}
    doing.connection.execute(insert(note), noted)
    doing.say({**said, REASON: key})


def noted_reason(facts: Mapping[str, object]) -> Key:
    """The note of the reason, of what such an event says."""
    return Key(str(facts[REASON] if REASON in facts else facts[REASON_ONCE]))
