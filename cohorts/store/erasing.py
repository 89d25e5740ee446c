"""Somebody erased: every value of theirs goes, their random key stays."""

from __future__ import annotations

import time
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from cohorts.errors import Problem, StoreError
from cohorts.store import tables
from cohorts.store.canonical import sha256
from cohorts.store.chain import append
from cohorts.store.connecting import PATIENCE, command, is_sqlite
from cohorts.store.database_faults import in_our_words
from cohorts.store.erased_salts import drop_salts
from cohorts.store.erased_texts import drop_text
from cohorts.store.erasure_journal import Erasure, note, noted
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.place import named
from cohorts.store.tables import applicant, relation, revision, upload

PERSONAL = (tables.answers, tables.mended, tables.remark, tables.note, tables.said)
"""The tables with values of people, each under the key of whom it is about."""
NAMING = (tables.note, tables.remark)
"""Those in which somebody may be named who it is not about."""
MOMENT = 0.05
"""Seconds between two looks at who is at work."""
REWRITTEN = (
    *(*PERSONAL, tables.salt, tables.template, applicant, upload),
    *(tables.setting, tables.round_, tables.ticked),
    *(tables.vote, tables.sent, tables.interest, tables.member, tables.offer),
    *(tables.decision, tables.passed),
)
"""Those of which nothing of a row that is gone may stay on the disk."""
NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
UNDER_WAY = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint < {next} OR EXISTS (
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND age(backend_xmin) > age('{next}'::xid8::xid)
)
"""
"""Whether whoever writes in any database of a server, or reads in ours, began before ``next``.

For them PostgreSQL keeps a row that is gone, also where a table is written anew.
"""
ACT, OBJECT = "people.erase", "people"


def erase(
    connection: Connection,
    by: Key,
    round_: RoundKey,
    person: PersonKey,
    along: Sequence[Key] = (),
    *,
    templates: Sequence[tuple[str, str]] = (),
) -> None:
    """Within an act that tells of it. The journal has it before the database does.

    ``along``: notes, remarks and texts elsewhere that go too, because they name them;
    ``templates``: documents for letters that do, by kind and SHA-256 of the value. Raises
    StoreError where the journal cannot be written.
    """
    url = connection.engine.url.render_as_string(hide_password=False)
    _blank(connection, note(url, by, round_, person, along, templates=templates))


def replay(connection: Connection, url: str) -> int:
    """Erases who was erased after this copy of the database was made; gives how many.

    ``url``: the database whose journal it is.
    """
    known = select(applicant.c.key).where(applicant.c.erased_at.is_(None))
    count = 0
    for erasure in noted(url):
        here = known.where(applicant.c.key == erasure.person, applicant.c.round == erasure.round)
        if connection.scalar(here) is not None:
            _blank(connection, erasure)
            _tell(connection, erasure)
            count += 1
    return count


def forget(url: str) -> None:
    """After an erasure: what a database keeps of a row that is gone, until it tidies up by itself.

    SQLite in its write-ahead log; PostgreSQL in its tables, which are written anew, for tidying up
    alone leaves bytes in their pages, once nobody is at work any more who began before. Raises
    StoreError where somebody held it all the time.
    """
    names = ", ".join(table.name for table in REWRITTEN)
    vacuum = f"VACUUM (FULL, ANALYZE) {names}"
    statement = "PRAGMA wal_checkpoint(TRUNCATE)" if is_sqlite(url) else vacuum
    until = time.monotonic() + PATIENCE
    try:
        with in_our_words(url):
            held = not is_sqlite(url) and _held(url, until)
            while kept_from := command(url, statement):  # as SQLite answers
                if time.monotonic() > until:
                    break
    except StoreError:  # the server waited as long for whoever reads
        held = kept_from = True
    if held or kept_from:
        raise StoreError(Problem("store.not_forgotten", named(url)))


def _held(url: str, until: float) -> bool:
    """Whether somebody who began before now is at work still, once that was waited for."""
    under_way = UNDER_WAY.format(next=command(url, NEXT))
    while held := bool(command(url, under_way)):
        if time.monotonic() > until:
            break
        time.sleep(MOMENT)
    return held


def still_known(connection: Connection, person: str | None) -> str | None:
    """Whom a note of now is about: nobody, where they were erased; nothing of theirs comes back."""
    here = applicant.c.key == person, applicant.c.erased_at.is_(None)
    return connection.scalar(select(applicant.c.key).where(*here))


def _blank(connection: Connection, erasure: Erasure) -> None:
    person, round_ = erasure.person, erasure.round
    between = or_(relation.c.a == person, relation.c.b == person)
    remarked = select(relation.c.note).where(between, relation.c.note.is_not(None))
    connection.execute(delete(tables.note).where(tables.note.c.key.in_(remarked)))
    for key in erasure.along:
        drop_text(connection, round_, key)
        for table in NAMING:
            connection.execute(delete(table).where(table.c.key == key, table.c.round == round_))
    for kind, digest in erasure.templates:
        _drop_template(connection, round_, kind, digest)
    for table in PERSONAL:
        connection.execute(delete(table).where(table.c.person == person))
    drop_salts(connection, round_)
    here = applicant.c.key == person, applicant.c.round == round_
    connection.execute(update(applicant).where(*here).values(id=None, erased_at=erasure.at))
    # a file that nobody confirmed yet may have them too
    dropped = {"file": None, "content": None, "answered": None}
    connection.execute(update(upload).where(upload.c.round == round_).values(dropped))


def _drop_template(connection: Connection, round_: str, kind: str, digest: str) -> None:
    """Where it is still that document: another one of its kind may not name them."""
    here = tables.template.c.round == round_, tables.template.c.kind == kind
    value = connection.scalar(select(tables.template.c.value).where(*here))
    if value is not None and sha256(value) == digest:
        connection.execute(delete(tables.template).where(*here))


def _tell(connection: Connection, erasure: Erasure) -> None:
    """The event, and the revision of who is in the round, as the act had written them."""
    round_ = RoundKey(Key(erasure.round))
    here = revision.c.round == round_, revision.c.object == OBJECT
    number = (connection.scalar(select(revision.c.number).where(*here)) or 0) + 1
    if number == 1:
        row = {"round": round_, "object": OBJECT, "number": 1}
        connection.execute(insert(revision), row)
    connection.execute(update(revision).where(*here).values(number=number))
    about = [PersonKey(Key(erasure.person))]
    by = Key(erasure.by)
    append(connection, round_, actor=by, act=ACT, object_=OBJECT, revision=number, about=about)
