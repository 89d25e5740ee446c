"""Who answers for the data of a round: the organisation, whom to write to, on which ground."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

SETTING = OBJECT = "accountable"
LONGEST = 200
"""Signs of each."""


@dataclass(frozen=True)
class Accountable:
    """Each "" where nobody said it. ``contact``: an address of the organisation, of no person."""

    organisation: str = ""
    contact: str = ""
    ground: str = ""


def accountable_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Accountable, int]:
    """With the revision of it. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return accountable_in(connection, round_), revision_of(connection, round_, OBJECT)


def accountable_in(connection: Connection, round_: RoundKey) -> Accountable:
    """The same where the role was checked."""
    return Accountable(**(setting_in(connection, round_, SETTING) or {}))


def say_accountable(
    store: Store, actor: Actor, round_: RoundKey, who: Accountable, *, seen: int | None = None
) -> None:
    """From now on. Raises InputError for what is too long; RefusedError, StaleError."""
    with act(
        store,
        actor,
        round_,
        "keeping.accountable",
        may=ORGANISERS,
        object_=OBJECT,
        seen=seen,
        put_away=True,
    ) as doing:
        said = {name: visible(text) for name, text in asdict(who).items()}
        if any(len(text) > LONGEST for text in said.values()):
            raise InputError(Problem("keeping.too_long", "", {"longest": LONGEST}))
        set_setting(doing.connection, round_, SETTING, asdict(replace(who, **said)))
