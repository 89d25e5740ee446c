"""The rows of a store, in which what members said is something else for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Table, create_engine, select, update

from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.tables import interest, note, offer, sent, stage, vote
from tests.cohorts.rounds.balloting.a_committee import Committee

SAID = (vote, note, interest, offer, sent)
Rows = dict[Table, list[dict[str, Any]]]
OTHER = {Tie.HANDLES: Tie.PERSONAL, Tie.PERSONAL: Tie.HANDLES}
"""The ties that block: which of them it is, nobody hears."""


def otherwise(here: Committee, *whose: str, more: bool = False) -> AbstractContextManager[None]:
    """Of these: each vote and text is another one, they came in another order, and what tie blocks
    is another one.

    ``more``: each vote was changed once more too, and each tie is with somebody else.
    """
    theirs, rows = {here.members[name].key for name in whose}, _rows(here)
    said, sendings, offers, ties = (
        [row for row in rows[table] if row["account"] in theirs]
        for table in (vote, sent, offer, interest)
    )
    notes = {row["note"] for row in (*said, *offers)}
    times = sorted({row["at"] for row in said}, reverse=True)
    backwards = dict(zip(times, reversed(times), strict=True))
    for row in rows[note]:
        row["text"] += " zq" if row["key"] in notes else ""
    for row in said:
        row["value"] = Judged(yes=row["value"] != Judged(yes=True).text).text
        row["at"] = backwards[row["at"]]
    again = [row | {"number": row["number"] + 1, "once": f"{n}"} for n, row in enumerate(said)]
    rows[vote] += again if more else []
    for row in (*sendings, *offers):
        row["at"] = times[0]
    first, *rest = here.head.candidates
    after = dict(zip((first, *rest), (*rest, first), strict=True))
    for row in ties:
        row["tie"] = OTHER.get(row["tie"], row["tie"])
        row["person"] = after[row["person"]] if more else row["person"]
    return _there(here, rows)


def exchanged(here: Committee, one: str, other: str) -> AbstractContextManager[None]:
    """What two members said is what the other one did, at the same moments."""
    keys, rows = [here.members[name].key for name in (one, other)], _rows(here)
    whose = dict(zip(keys, reversed(keys), strict=True))
    said = {(row["account"], row["person"], row["number"]): row for row in rows[vote]}
    what = {of: (row["value"], row["note"]) for of, row in said.items()}
    for (account, *on), row in said.items():
        row["value"], row["note"] = what[whose.get(account, account), *on]
    return _there(here, rows, counted=True)


@contextmanager
def _there(here: Committee, rows: Rows, *, counted: bool = False) -> Iterator[None]:
    """``counted``: as if they were closed like this."""
    before, digest = _rows(here), here.head.counted
    _put(here, rows, _digest_of if counted else lambda _: digest)
    try:
        yield
    finally:
        _put(here, before, lambda _: digest)


def _digest_of(here: Committee) -> str:
    with here.store.reading() as connection:
        people = people_in_store(connection, here.store.url, here.round)
        election = election_of(connection, here.round, here.head, people)
        return digest_of_election(election, salt_of(connection, here.stage, SaltedFor.CLOSE))


def _rows(here: Committee) -> Rows:
    with here.store.reading() as connection:
        return {
            table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in SAID
        }


def _put(here: Committee, rows: Rows, counted: Callable[[Committee], str | None]) -> None:
    """By another door than that of the store, which seals what is written."""
    engine = create_engine(here.store.url)
    with engine.begin() as connection:
        for table, several in rows.items():
            connection.execute(table.delete())
            connection.execute(table.insert(), several)
    with engine.begin() as connection:
        stands = {"counted": counted(here)}
        connection.execute(update(stage).where(stage.c.key == here.stage).values(stands))
    engine.dispose()
