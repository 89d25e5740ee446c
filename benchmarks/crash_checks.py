"""Whether what a round holds is what its log says was done, act by act."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Select, func, select

from cohorts.store import tables
from cohorts.store.keys import RoundKey

VERSIONS = ("people.confirm", "people.mend")


def log_length(connection: Connection, round_: RoundKey) -> int:
    """How many acts of a round are kept."""
    last = select(func.max(tables.event.c.number)).where(tables.event.c.chain == round_)
    return connection.scalar(last) or 0


def half_written(connection: Connection, round_: RoundKey) -> Iterator[str]:
    """What an act wrote without the rest of it; the log is the last that an act writes."""
    acts = _counted(connection, round_)
    versions = sum(acts.get(act, 0) for act in VERSIONS)
    if _rows(connection, tables.version, round_) != versions:
        yield "version"
    if _rows(connection, tables.upload, round_) > acts.get("people.drop", 0):
        yield "upload"
    if _rows(connection, tables.proposal, round_) != _told_of_proposals(connection, round_):
        yield "proposal"
    if _rows(connection, tables.vote, round_) != acts.get("ballot.vote", 0):
        yield "vote"
    if _rows(connection, tables.sent, round_) != acts.get("ballot.send", 0):
        yield "sent"
    if _last_name(connection, round_) not in (None, _name(connection, round_)):
        yield "round"
    if _changes(connection, round_) != _revisions(connection, round_):
        yield "revision"


def _counted(connection: Connection, round_: RoundKey) -> dict[str, int]:
    query = select(tables.event.c.act, func.count()).where(tables.event.c.chain == round_)
    return _pairs(connection, query.group_by(tables.event.c.act))


def _rows(connection: Connection, table: object, round_: RoundKey) -> int:
    found = tables.metadata.tables[str(table)]
    query = select(func.count()).select_from(found).where(found.c.round == round_)
    return connection.scalar(query) or 0


def _said(connection: Connection, round_: RoundKey, act: str) -> list[dict[str, object]]:
    both = (tables.event.c.chain == tables.said.c.chain) & (
        tables.event.c.number == tables.said.c.number
    )
    query = select(tables.said.c.value).join(tables.event, both)
    here = query.where(tables.event.c.chain == round_, tables.event.c.act == act)
    ordered = here.order_by(tables.event.c.number)
    return [json.loads(value) for value in connection.scalars(ordered)]


def _told_of_proposals(connection: Connection, round_: RoundKey) -> int:
    told = _said(connection, round_, "proposals.keep")
    return sum(int(str(one["number"])) for one in told)


def _last_name(connection: Connection, round_: RoundKey) -> object:
    told = _said(connection, round_, "round.rename")
    return told[-1]["name"] if told else None


def _name(connection: Connection, round_: RoundKey) -> object:
    return connection.scalar(select(tables.round_.c.name).where(tables.round_.c.key == round_))


def _changes(connection: Connection, round_: RoundKey) -> dict[str, int]:
    """Object → its last revision by the log."""
    last = func.max(tables.event.c.revision)
    query = select(tables.event.c.object, last).where(tables.event.c.chain == round_)
    return _pairs(connection, query.group_by(tables.event.c.object))


def _revisions(connection: Connection, round_: RoundKey) -> dict[str, int]:
    query = select(tables.revision.c.object, tables.revision.c.number)
    here = query.where(tables.revision.c.round == round_)
    return _pairs(connection, here)


def _pairs(connection: Connection, query: Select[tuple[str, int]]) -> dict[str, int]:
    return {str(name): int(number) for name, number in connection.execute(query)}
