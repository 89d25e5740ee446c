"""Notes of members go so many days after it was decided who go on; what they voted stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from cohorts.errors import RefusedError
from cohorts.rounds.erasing import erase_members_notes as room
from cohorts.rounds.erasing.erase_members_notes import erase_members_notes, notes_due
from cohorts.rounds.life.events_since import events_since
from cohorts.store.store import Store
from cohorts.store.tables import note
from cohorts.words import Language
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.balloting.a_committee import yes_plan
from tests.cohorts.rounds.erasing.test_erase_person import everything
from tests.cohorts.rounds.staff import rows

PLAN = yes_plan(offers=True, notes_days=30)


def test_they_go_on_their_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    here = a_judged_round.decided(store, "zq-geheim", PLAN)
    where = (store, here.organiser, here.round)
    before, votes = rows(store), rows(store)["vote"]
    _days(monkeypatch, 29)
    assert erase_members_notes(*where) == notes_due(*where) == ()
    assert rows(store) == before
    _days(monkeypatch, 31)
    with pytest.raises(RefusedError):
        erase_members_notes(store, here.members["Bank"], here.round)
    (due,) = notes_due(*where)
    assert (due.stage, due.number, due.count) == (here.stage, 1, 8)
    assert erase_members_notes(*where) == (due,)
    assert b"notitie van" not in everything(store)
    with store.reading() as connection:
        left = sorted(connection.scalars(select(note.c.text)))
    assert len(left) == 7  # help that is offered, the chair's ruling, and why two go otherwise
    assert rows(store)["vote"] == votes
    last = events_since(*where)[-1]
    assert "van leden bij stap 1" in last.sentence(Language.NL)
    before = rows(store)
    assert erase_members_notes(*where) == ()
    assert rows(store) == before


def test_before_it_is_decided_none_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    here = a_judged_round.closed(store, plan=yes_plan(offers=True, notes_days=0))
    _days(monkeypatch, 400)
    assert erase_members_notes(store, here.organiser, here.round) == ()


def _days(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    later = datetime.now(UTC) + timedelta(days=days)
    text = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    monkeypatch.setattr(room, "now", lambda: text)
