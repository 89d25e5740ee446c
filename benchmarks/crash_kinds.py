"""What takes long and may be killed half way, and how one sees whether it was done."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from benchmarks.crash_ground import CHANGED, NAME, Place
from cohorts.errors import CohortsError
from cohorts.rounds.accounts.first_account import administrator_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.import_round import import_round
from cohorts.store import tables
from cohorts.store.backup import backup
from cohorts.store.restore import restore
from cohorts.store.store import Store, opened
from cohorts.store.upgrading import bring_up_to_date

Look = Callable[[Place], bool | None]
"""Whether it was done: False: not at all; None: half."""


def _name(place: Place) -> str:
    store = Store(place.url)
    with store.reading() as connection:
        query = select(tables.round_.c.name).where(tables.round_.c.key == place.made.round)
        found = str(connection.execute(query).scalar_one())
    store.close()
    return found


def _backup(place: Place) -> None:
    backup(place.url, place.copy)


def _restore(place: Place) -> None:
    restore(place.copy, place.url)


def _restored(place: Place) -> bool | None:
    return {NAME: True, CHANGED: False}.get(_name(place))


def _backed_up(place: Place) -> bool | None:
    """The copy is whole, whichever of the two it is: put back, the round has its name."""
    try:
        restore(place.copy, place.url)
    except CohortsError:
        return None
    return {NAME: False, CHANGED: True}.get(_name(place))


def _erase(place: Place) -> None:
    store = opened(place.url)
    erase_person(store, place.made.actor, place.made.round, str(place.made.people[0]))


def _erased(place: Place) -> bool | None:
    store = Store(place.url)
    with store.reading() as connection:
        gone = select(func.count()).where(tables.applicant.c.erased_at.is_not(None))
        count = connection.execute(gone).scalar_one()
    store.close()
    return {0: False, 1: True}.get(count)


def _import(place: Place) -> None:
    store = opened(place.url)
    actor = administrator_of(store)
    if actor is not None:
        import_round(store, actor, place.travelled)


def _imported(place: Place) -> bool | None:
    store = Store(place.url)
    with store.reading() as connection:
        count = connection.execute(select(func.count()).select_from(tables.round_)).scalar_one()
    store.close()
    return {1: False, 2: True}.get(count)


def _migrate(place: Place) -> None:
    store = Store(place.url)
    bring_up_to_date(store, place.later)
    store.close()


def _migrated(place: Place) -> bool | None:
    return {CHANGED: False, "later": True}.get(_name(place))


KINDS: dict[str, tuple[Callable[[Place], None], Look]] = {
    "backup": (_backup, _backed_up),
    "restore": (_restore, _restored),
    "erase": (_erase, _erased),
    "import": (_import, _imported),
    "migration": (_migrate, _migrated),
}
