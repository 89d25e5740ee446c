"""What of the store goes with a round when it travels, and what never does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, select

from cohorts.rounds.jobs.job_rows import remarks_of_jobs
from cohorts.store import tables
from cohorts.store.keys import RoundKey
from cohorts.store.sealing.sealed_tables import SEALED, keys_of, name_of

Row = dict[str, object]
"""A row by the names of its columns."""
Rows = dict[str, list[Row]]
"""The rows of tables, by the names of these."""


@dataclass(frozen=True, eq=False)
class Travelling:
    """A table whose rows travel; ``of``: the column that names the round.

    ``stays``: columns that do not, with what they become elsewhere.
    """

    table: Table
    of: str = "round"
    stays: Mapping[str, object] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Those that travel."""
        return tuple(c.name for c in self.table.columns if c.name not in self.stays)


HERE_ONLY = {"link", "login", "outside_login", "attempt", "role", "job", "visit"}
"""Ways in, rights, and what is of this installation only."""
STAFF = Travelling(
    tables.account,
    "key",
    {"password": None, "administrator": False, "made_at": None, "revoked_at": None},
)
"""Of the staff only names travel: what somebody did stays theirs, and logs nobody in."""
PROGRAMMES = Travelling(tables.programme, "digest")
OF_THE_ROUND: tuple[Travelling, ...] = (
    Travelling(tables.round_, "key"),
    Travelling(tables.applicant),
    Travelling(tables.upload, stays=dict.fromkeys(("file", "content", "answered"))),
    *map(Travelling, (tables.answers, tables.remark, tables.version, tables.mended)),
    *map(Travelling, (tables.identity, tables.note, tables.relation, tables.setting)),
    *map(Travelling, (tables.proposal, tables.step, tables.told, tables.decision)),
    *map(Travelling, (tables.stage, tables.member, tables.interest, tables.vote, tables.sent)),
    *map(Travelling, (tables.offer, tables.passed, tables.minute)),
    *map(Travelling, (tables.called, tables.ticked, tables.admitted, tables.reserve)),
    *map(Travelling, (tables.letter_text, tables.template, tables.mail)),
    Travelling(tables.revision),
    Travelling(tables.event, "chain"),
    Travelling(tables.said, "chain"),
    Travelling(tables.seal, "chain"),
    Travelling(tables.salt, "chain"),
)
ELSEWHERE = {"waiting": "unsure", "sending": "unsure"}
"""State of a letter → what it is in a copy of the round: that sends none by itself."""
TRAVELS: tuple[Travelling, ...] = (STAFF, PROGRAMMES, *OF_THE_ROUND)
"""In an order in which each row finds those that it points to."""


def rows_of(connection: Connection, round_: RoundKey) -> Rows:
    """Everything of a round that travels, in the order of primary keys."""
    found = {one.table.name: _rows(connection, one, [round_]) for one in OF_THE_ROUND}
    uploads = found["upload"]  # one that is not confirmed is still a file, and not kept
    found["upload"] = [row for row in uploads if row["confirmed_at"] is not None]
    stays = remarks_of_jobs(connection, round_)  # with the jobs; it may name people
    found["remark"] = [row for row in found["remark"] if row["key"] not in stays]
    staff = set(_pointed(found, tables.account)) | {row["actor"] for row in found["event"]}
    found["mail"] = elsewhere(found["mail"])
    programmes = set(_pointed(found, tables.programme)) | _stated(connection, found["setting"])
    sealed = set(sealed_in(found))
    found["salt"] = [row for row in found["salt"] if row["row"] in sealed]
    found["account"] = _rows(connection, STAFF, sorted(map(str, staff)))
    found["programme"] = _rows(connection, PROGRAMMES, sorted(map(str, programmes)))
    return found


def elsewhere(mail: list[Row]) -> list[Row]:
    """As letters are in a copy: each may be sent where it was put in the queue."""
    return [row | {"state": ELSEWHERE.get(str(row["state"]), row["state"])} for row in mail]


def sealed_in(rows: Rows) -> Iterator[str]:
    """What the seals of rows call them."""
    for one in OF_THE_ROUND:
        if one.table.name in SEALED:
            keys = keys_of(one.table)
            yield from (
                name_of(one.table.name, [row[key] for key in keys]) for row in rows[one.table.name]
            )


def _rows(connection: Connection, one: Travelling, of: list[str]) -> list[Row]:
    chosen = [one.table.c[name] for name in one.columns]
    here = select(*chosen).where(one.table.c[one.of].in_(of))
    found = connection.execute(here.order_by(*one.table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


def _pointed(rows: Rows, to: Table) -> Iterator[object]:
    """The keys of another table that rows point to."""
    for one in OF_THE_ROUND:
        for key in one.table.foreign_keys:
            if key.column.table is to:
                yield from (row[key.parent.name] for row in rows[one.table.name])


def _stated(connection: Connection, settings: list[Row]) -> set[object]:
    """The digests of programmes that settings name."""
    known = connection.scalars(select(tables.programme.c.digest))
    return {digest for digest in known if any(digest in str(row["value"]) for row in settings)}
