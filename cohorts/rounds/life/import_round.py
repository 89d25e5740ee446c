"""A round comes back from its zip: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from cohorts.errors import CohortsError, InputError, Problem
from cohorts.programme.programme import presets
from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.staff_name import spelled
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.asking.programme_rows import WHOLE
from cohorts.rounds.life.as_our_acts import unlike_ours
from cohorts.rounds.life.export_round import round_bytes
from cohorts.rounds.life.new_round import check_may_begin, made_organiser
from cohorts.rounds.life.opened_by_people import opened_by_people
from cohorts.rounds.life.round_file import of_files
from cohorts.rounds.life.travelling import (
    OF_THE_ROUND,
    Row,
    Rows,
    Travelling,
    elsewhere,
    sealed_in,
)
from cohorts.rounds.packed import unpack
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.canonical import sha256
from cohorts.store.clock import now
from cohorts.store.doctor import examined
from cohorts.store.erasing import replay
from cohorts.store.keys import RoundKey
from cohorts.store.log_faults import faults_of
from cohorts.store.sealing.touched import touched
from cohorts.store.seals_hold import IMPORTED
from cohorts.store.store import Store
from cohorts.store.tables import account, programme
from cohorts.store.tables import round_ as round_table

MOST_AT_ONCE = 500
"""Keys in one question to the database."""


def import_round(store: Store, actor: Actor, content: bytes, place: str = "") -> RoundKey:
    """Whoever brings it is its organiser; its staff are names that cannot log in.

    The same round as it stands here already is left as it is. ``place``: how a person calls the
    file. Raises InputError where it is no round, was changed, is of a later release, or stands here
    otherwise; RefusedError where the actor may begin no rounds.
    """
    with store.reading() as connection:
        check_may_begin(connection, actor)
    round_, rows = of_files(unpack(content, place), place)
    _check_log(round_, rows, place)
    if wrong := tuple(unlike_ours(rows, place)):
        raise InputError(*wrong)
    rows["mail"] = elsewhere(rows["mail"])  # whoever made the file may not have done it
    with store.writing() as connection:
        check_may_begin(connection, actor)
        if _stands(connection, store.url, round_, content, place):
            return round_
        before = examined(connection)
        _bring(connection, rows, place)
        made_organiser(connection, actor, round_)
        head = rows["event"][-1]["hash"]
        log(connection, actor, IMPORTED, round=round_, head=head)
        replay(connection, store.url)  # whoever was erased here since the file was made
        _examine(connection, store.url, round_, place, before)
    return round_


def _check_log(round_: RoundKey, rows: Rows, place: str) -> None:
    """Raises InputError with everything that was done to it."""
    faults = tuple(faults_of(round_, rows["event"]))
    if faults or not rows["event"]:
        raise InputError(Problem("rounds.zip_log", place), *faults)


def _stands(connection: Connection, url: str, round_: RoundKey, content: bytes, place: str) -> bool:
    """Whether it stands here as it is. Raises InputError where it stands here otherwise."""
    if connection.scalar(select(round_table.c.key).where(round_table.c.key == round_)) is None:
        return False
    if unpack(round_bytes(connection, url, round_), place) != unpack(content, place):
        raise InputError(Problem("rounds.zip_stands", place))
    return True


def _bring(connection: Connection, rows: Rows, place: str) -> None:
    """Every row that is not here; nothing here is changed."""
    (head,) = rows["round"]
    stated = any(row["name"] == WHOLE for row in rows["setting"])
    if not (stated or head["preset"] in presets()) or spelled(str(head["name"])) != head["name"]:
        raise InputError(Problem("rounds.zip_not_ours", place))
    _bring_staff(connection, rows["account"], place)
    _bring_programmes(connection, rows["programme"], place)
    if not {str(row["row"]) for row in rows["salt"]} <= set(sealed_in(rows)):
        raise InputError(Problem("rounds.zip_not_ours", place))
    with touched(connection).aside():  # their seals came along
        for one in OF_THE_ROUND:
            here = rows[one.table.name]
            if "key" in one.columns and _any_here(connection, one, here):
                raise InputError(Problem("rounds.zip_not_ours", place))
            if here:
                connection.execute(insert(one.table), [row | dict(one.stays) for row in here])


def _any_here(connection: Connection, one: Travelling, rows: list[Row]) -> bool:
    """Whether a key is taken: of another round, for this one is not here."""
    keys = [row["key"] for row in rows]
    parts = (keys[at : at + MOST_AT_ONCE] for at in range(0, len(keys), MOST_AT_ONCE))
    query = select(one.table.c.key).limit(1)
    return any(connection.scalar(query.where(one.table.c.key.in_(part))) for part in parts)


def _bring_staff(connection: Connection, rows: list[Row], place: str) -> None:
    """Names that cannot log in. Raises InputError where a key is here of somebody else."""
    known = {row.key: row.name for row in connection.execute(select(account))}
    for row in rows:
        if known.get(str(row["key"]), row["name"]) != row["name"]:
            raise InputError(Problem("rounds.zip_not_ours", place))
        if spelled(str(row["name"])) != row["name"]:
            raise InputError(Problem("rounds.zip_not_ours", place))
        if row["key"] not in known:
            ended = {"made_at": now(), "revoked_at": now(), "administrator": False}
            connection.execute(insert(account), row | ended)


def _bring_programmes(connection: Connection, rows: list[Row], place: str) -> None:
    for row in rows:
        if sha256(str(row["value"])) != row["digest"]:
            raise InputError(Problem("rounds.zip_not_ours", place))
        here = programme.c.digest == row["digest"]
        if connection.scalar(select(programme.c.digest).where(here)) is None:
            connection.execute(insert(programme), row)


def _examine(
    connection: Connection, url: str, round_: RoundKey, place: str, before: Sequence[Problem]
) -> None:
    """Whether all that must hold does, but what did not before, and it can be read.

    Raises InputError.
    """
    try:
        faults = [fault for fault in examined(connection) if fault not in before]
        opened_by_people(connection, url, round_)
        asked_in(connection, people_in_store(connection, url, round_), round_)
    except (CohortsError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError(Problem("rounds.zip_not_ours", place)) from None
    if faults:
        raise InputError(Problem("rounds.zip_not_ours", place), *faults)
