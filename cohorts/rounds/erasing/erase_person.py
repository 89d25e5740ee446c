"""Erases somebody: every value of theirs goes, and a random key stays where they were."""

from __future__ import annotations

from collections.abc import Collection

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.erasing.mentions import (
    closed_notes_naming,
    notes_naming,
    remarked_of,
    remarks_naming,
)
from cohorts.rounds.erasing.somebody import is_erased, somebody_in
from cohorts.rounds.erasing.typed_elsewhere import log_typed, ticks_typed
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.posting.keep_template import templates_naming
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.erasing import erase, forget
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store


def erase_person(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    called: str,
    *,
    notes: Collection[Key] = (),
    seen: int | None = None,
) -> PersonKey:
    """By their id, or key; gives the key that stays. It can be done in an archived round too.

    ``notes``: which notes about others go as well, of those that name them; what a member noted
    goes where it names them, for nobody may read it to say so, and so does what an earlier release
    had the log, or a tick, say of what people typed. A file that waits to be confirmed is
    dropped, and a document for letters in which they are named goes. What was voted stays under the
    key, and so does what a receipt holds of it. The log says that somebody was erased, and still
    verifies; what the database keeps of rows that are gone is overwritten, and this process forgets
    them. Raises InputError where nobody is called so, or they were erased before.
    """
    with act(
        store,
        actor,
        round_,
        "people.erase",
        may=ORGANISERS,
        object_=OBJECT,
        seen=seen,
        put_away=True,
    ) as doing:
        key = erase_within(doing, called, notes=notes)
    LastFew.forget_all()
    forget(store.url)
    return key


def erase_within(
    doing: Acting, called: str, *, notes: Collection[Key] = (), naming: bool = False
) -> PersonKey:
    """The same within an act of which the verb is ``erase``; gives the key that stays.

    ``naming``: nobody is asked, so remarks about others go that name them alone. Afterwards
    this process and the database still have to forget. Raises InputError as
    :func:`erase_person` does.
    """
    connection, round_ = doing.connection, doing.round
    who = somebody_in(connection, round_, called)
    if is_erased(connection, who):
        raise InputError(Problem("erasing.already", called))
    along = [one.key for one in notes_naming(connection, round_, who) if one.key in notes]
    along += remarked_of(connection, round_, who) if naming else ()
    along += closed_notes_naming(connection, round_, who)
    along += remarks_naming(connection, round_, who)
    along += log_typed(connection, round_, who.is_named_in)
    along += ticks_typed(connection, round_, who.is_named_in)
    templates = templates_naming(connection, round_, who.is_named_in)
    for key in who.keys:
        erase(connection, doing.actor.key, round_, key, along, templates=templates)
    doing.about(*who.keys)
    return who.key
