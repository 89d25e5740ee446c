"""The people of a round as they stand in a version, and the keys by which all else knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import Connection, func, select

from cohorts.intake import Applicants
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import told_apart
from cohorts.people.persons import Doubt, persons
from cohorts.round.remark import Remark
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.applicant_json import applicant_of, remark_of
from cohorts.rounds.people.assembled import assembled
from cohorts.rounds.people.one_person import answered, one_of
from cohorts.rounds.people.read_report import report_of
from cohorts.rounds.people.typed import Typed, typed_in
from cohorts.rounds.people.version_rows import VersionRow, by_key, latest, version_row, written_at
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import answers, applicant, remark

OBJECT = "people"
"""What the acts on people change."""
MOST_CACHED = 24
SURELY = "surely"
"""Why two may be one: all says so; a file would have taken them together."""


@dataclass(frozen=True)
class Keys:
    """``of``: id → key, also of other ids of one person; ``ids``: key → id, of everybody."""

    of: Mapping[ApplicantId, PersonKey]
    ids: Mapping[PersonKey, ApplicantId]


@dataclass(frozen=True, eq=False)
class KeptPeople:
    """``version`` 0 and nobody where nothing was confirmed yet; ``revision``: of all acts on them.

    ``erased``: who of this version was erased since; they are called by their key, and nothing is
    known of them. ``who``: the same people by key; ``shown``: as they are where somebody reads of
    them, none called like another; ``told``: what reading noticed of each of them; ``typed``: what
    was typed of them by hand; ``rows``: what the store has of this version; ``doubts``: who of them
    may be one person, and was not answered. ``url``: of their store.
    """

    applicants: Applicants
    keys: Keys
    version: int
    revision: int
    erased: tuple[PersonKey, ...]
    who: Mapping[PersonKey, Applicant]
    shown: Mapping[PersonKey, Applicant]
    told: Mapping[PersonKey, tuple[tuple[Key, Remark], ...]]
    typed: Mapping[PersonKey, Typed]
    rows: VersionRow
    doubts: tuple[Doubt, ...]
    url: str


_KEPT: LastFew[KeptPeople] = LastFew(MOST_CACHED)


def people_of(
    store: Store, actor: Actor, round_: RoundKey, version: int | None = None
) -> KeptPeople:
    """The people of the newest version, without who was erased; or of an older one, with them.

    Raises RefusedError for whoever may not read the round.
    """
    with look(store, actor, round_, may=READERS) as connection:
        return people_in_store(connection, store.url, round_, version)


def people_in_store(
    connection: Connection, url: str, round_: RoundKey, number: int | None = None
) -> KeptPeople:
    """The same where the role was checked."""
    at = latest(connection, round_) if number is None else number
    # a version never changes, but that somebody in it is erased; a copy that is put back may have
    # another one of that number
    written = written_at(connection, round_, at)
    place = (url, round_, at, written, number is None, erased_in(connection, round_))
    kept = _KEPT.get(place, lambda: _read(connection, round_, at, with_erased=number is not None))
    return replace(kept, revision=revision_of(connection, round_, OBJECT), url=url)


def keys_in(connection: Connection, round_: RoundKey) -> Keys:
    """Everybody's key: also of who withdrew, and of other ids of one person."""
    found = connection.execute(
        select(applicant.c.key, applicant.c.id).where(applicant.c.round == round_)
    )
    ids = {PersonKey(Key(row.key)): _called(row.key, row.id) for row in found}
    one = one_of(connection, round_)
    return Keys({id_: one.get(key, key) for key, id_ in ids.items()}, ids)


def _called(key: str, id_: str | None) -> ApplicantId:
    """Their id; of who was erased their key."""
    return ApplicantId(f"gewist-{key}" if id_ is None else id_)


def _read(
    connection: Connection, round_: RoundKey, number: int, *, with_erased: bool
) -> KeptPeople:
    keys, rows = keys_in(connection, round_), version_row(connection, round_, number)
    said = by_key(connection, answers, [*rows.people.values()])
    gone = tuple(person for person, row in rows.people.items() if row not in said)
    who = {
        person: applicant_of(said[row].value if row in said else "{}", keys.ids[person])
        for person, row in rows.people.items()
        if row in said or with_erased
    }
    noticed = by_key(connection, remark, rows.remarks)
    remarks = [(key, noticed[key].person, remark_of(noticed[key].value)) for key in noticed]
    told: dict[PersonKey, list[tuple[Key, Remark]]] = {}
    for key, person, one in remarks:
        if person:
            told.setdefault(PersonKey(Key(person)), []).append((key, one))
    apart = answered(connection, round_, same=False)
    people = assembled(
        sorted(who.values(), key=lambda a: a.id),
        [one for _, _, one in remarks],
        report_of(connection, round_, rows.upload),
        keys.ids,
        apart,
    )
    return KeptPeople(
        people,
        keys,
        number,
        0,
        gone if with_erased else (),
        who,
        dict(zip(who, told_apart(who.values()), strict=True)),
        {person: tuple(several) for person, several in told.items()},
        typed_in(connection, round_),
        rows,
        tuple(_doubts(people, [(keys.ids[a], keys.ids[b]) for a, b in apart])),
        "",
    )


def _doubts(people: Applicants, apart: Sequence[tuple[str, str]]) -> Iterator[Doubt]:
    """Also two that would surely be one, had they stood in one file."""
    found = persons(people, two=apart)
    for several in found.people:
        yield from (Doubt(a, b, SURELY) for a, b in combinations(several, 2))
    yield from found.doubts


def erased_in(connection: Connection, round_: RoundKey) -> int:
    """How many were erased from a round."""
    gone = (applicant.c.round == round_, applicant.c.erased_at.is_not(None))
    return connection.scalar(select(func.count()).select_from(applicant).where(*gone)) or 0
