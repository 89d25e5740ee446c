"""Whatever is done to the log is named; erasing somebody is not held against it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.sql import Executable

from cohorts.errors import InputError
from cohorts.store.canonical import canonical, sha256
from cohorts.store.chain import BEGINNING, Saying, append
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey
from cohorts.store.store import Store
from cohorts.store.tables import applicant, event, round_, said
from cohorts.store.verifying import verify
from tests.cohorts.store.tampering import tampering

ROUND = Key("00000000000000aa")
JAN, ANS = PersonKey(Key("00000000000000b1")), PersonKey(Key("00000000000000b2"))
EVENTS = 7


@pytest.fixture
def written(store: Store) -> Store:
    """A round with two people and a log of seven events, each of which says a thing of one."""
    with store.writing() as connection:
        connection.execute(
            insert(round_), {"key": ROUND, "name": "r", "preset": "p", "made_at": now()}
        )
        for person in (JAN, ANS):
            connection.execute(insert(applicant), {"key": person, "round": ROUND, "id": person})
        for number in range(1, EVENTS + 1):
            happens(connection, f"people.act{number}", JAN if number % 2 else ANS)
    return store


def happens(connection: Connection, act: str, person: PersonKey | None = None) -> str:
    sayings = [Saying(f"what {act} says", person)]
    return append(connection, ROUND, actor=Key(""), act=act, sayings=sayings)


def rehashed(row: dict[str, object]) -> dict[str, object]:
    bare = {name: value for name, value in row.items() if name != "hash"}
    return bare | {"hash": sha256(canonical(bare))}


def rows_of(connection: Connection) -> list[dict[str, object]]:
    query = select(event).where(event.c.chain == ROUND).order_by(event.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]


Rows = list[dict[str, object]]


def changed(rows: Rows) -> Rows:
    return [row | {"act": "other"} if row["number"] == 3 else row for row in rows]


def rewritten(rows: Rows) -> Rows:
    return [rehashed(row | {"act": "other"}) if row["number"] == 3 else row for row in rows]


def first_rewritten(rows: Rows) -> Rows:
    return [rehashed(rows[0] | {"before": "1" * 64}), *rows[1:]]


def removed(rows: Rows) -> Rows:
    return [row for row in rows if row["number"] not in (3, 4)]


def removed_and_closed(rows: Rows) -> Rows:
    return [row | {"number": n} for n, row in enumerate(removed(rows), 1)]


def swapped(rows: Rows) -> Rows:
    rows[2]["number"], rows[4]["number"] = 5, 3
    return rows


def put_in(rows: Rows) -> Rows:
    stranger = rehashed(rows[2] | {"act": "other"})
    later = [row | {"number": int(str(row["number"])) + 1} for row in rows[2:]]
    return [*rows[:2], stranger, *later]


def emptied(rows: Rows) -> Rows:
    return [row | {"digests": "[]"} if row["number"] == 6 else row for row in rows]


TAMPERED: dict[Callable[[Rows], Rows], list[tuple[str, str]]] = {
    changed: [("log.changed", f"{ROUND} 3")],
    emptied: [("log.changed", f"{ROUND} 6")],
    rewritten: [("log.changed", f"{ROUND} 3")],
    first_rewritten: [("log.changed", f"{ROUND} 1")],
    removed: [("log.removed", f"{ROUND} 3-4")],
    removed_and_closed: [("log.removed", f"{ROUND} 3-4"), ("log.moved", f"{ROUND} 3-5")],
    swapped: [("log.moved", f"{ROUND} 5"), ("log.moved", f"{ROUND} 3")],
    put_in: [("log.inserted", f"{ROUND} 3"), ("log.moved", f"{ROUND} 4-8")],
}


@pytest.mark.parametrize("how", TAMPERED, ids=lambda how: how.__name__)
def test_what_was_done_to_rows_is_named(written: Store, how: Callable[[Rows], Rows]) -> None:
    with tampering(written) as connection:
        rows = rows_of(connection)
        connection.execute(delete(event))
        connection.execute(insert(event), how(rows))
        told = verify(connection).problems
    said_too = ("log.unsaid", "log.said_changed", "log.unfounded")
    assert [(p.code, p.place) for p in told if p.code not in said_too] == TAMPERED[how]


SAID: dict[str, tuple[Executable, list[tuple[str, str]]]] = {
    "another value": (
        update(said).where(said.c.number == 2).values(value='"x"'),
        [("log.said_changed", f"{ROUND} 2")],
    ),
    "another person": (
        update(said).where(said.c.number == 2).values(person=JAN),
        [("log.said_changed", f"{ROUND} 2")],
    ),
    "gone": (delete(said).where(said.c.number == 2), [("log.unsaid", f"{ROUND} 2")]),
    "one part more": (
        insert(said).values(chain=ROUND, number=2, part=1, value="1", salt=""),
        [("log.unfounded", f"{ROUND} 2")],
    ),
    "of no chain": (
        insert(said).values(chain="x", number=2, part=1, value="1", salt=""),
        [("log.unfounded", "x 2")],
    ),
}


@pytest.mark.parametrize("how", SAID)
def test_what_was_done_to_what_it_says_is_named(written: Store, how: str) -> None:
    change, told = SAID[how]
    with tampering(written) as connection:
        connection.execute(change)
        assert [(p.code, p.place) for p in verify(connection).problems] == told


def test_what_was_said_of_one_who_was_erased_may_be_gone_and_no_more_than_that(
    written: Store,
) -> None:
    with tampering(written) as connection:
        append(connection, ROUND, actor=Key(""), act="people.erase", about=[JAN])
        connection.execute(delete(said).where(said.c.person == JAN))
        whole = verify(connection)
        assert (whole.problems, whole.erased, whole.events) == ((), 1, EVENTS + 1)
        connection.execute(delete(said).where(said.c.number == 2))
        told = verify(connection)
        assert [(p.code, p.place) for p in told.problems] == [("log.unsaid", f"{ROUND} 2")]


def test_a_printed_head_witnesses_a_cut_tail(written: Store) -> None:
    with tampering(written) as connection:
        head = str(rows_of(connection)[-1]["hash"])
        for printed in (head, head[:16], f"{head[:4]} {head[4:8]}-{head[8:16]}".upper()):
            seen = verify(connection, printed)
            assert (seen.problems, seen.witness) == ((), f"{ROUND} {EVENTS}")
        connection.execute(delete(event).where(event.c.number == EVENTS))
        connection.execute(delete(said).where(said.c.number == EVENTS))
        assert verify(connection).problems == ()  # the log itself cannot know
        assert [p.code for p in verify(connection, head).problems] == ["log.no_witness"]


def test_a_printed_head_witnesses_a_log_that_was_rewritten_whole(written: Store) -> None:
    with tampering(written) as connection:
        rows, before = rows_of(connection), BEGINNING
        head = str(rows[-1]["hash"])
        connection.execute(delete(event))
        for row in rows:
            anew = rehashed(row | {"at": "2020", "before": before})
            connection.execute(insert(event), anew)
            before = str(anew["hash"])
        assert verify(connection).problems == ()
        assert [p.code for p in verify(connection, head[:16]).problems] == ["log.no_witness"]


@pytest.mark.parametrize("head", ["", "12", "g" * 16, "0" * 65, "0" * 15])
def test_what_is_no_head_is_refused(store: Store, head: str) -> None:
    with pytest.raises(InputError, match="no_head"), store.reading() as connection:
        verify(connection, head)


def test_the_head_of_an_empty_log_holds(store: Store) -> None:
    with store.reading() as connection:
        assert verify(connection, BEGINNING[:16]).problems == ()
