"""Who coaches which group is kept with the decision, and goes like all else that is of a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.rounds.deciding.group_coaches import coaches_of, name_coaches
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.keeping import due as room
from cohorts.rounds.keeping.due import erase_due
from cohorts.rounds.keeping.times_kept import set_keeping
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.proposing.keep import Made
from cohorts.store.store import Store
from cohorts.store.tables import note
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided, moved, proposed_round
from tests.cohorts.rounds.proposing.samples import composed
from tests.cohorts.rounds.staff import rows

NAMES = {1: "Wim Elan", 2: " Ada  Bos", 3: "wim elan", 4: ""}


@pytest.fixture
def decided(store: Store) -> Decided:
    made = proposed_round(store)
    made.decide()
    return made


def notes(store: Store) -> list[str]:
    with store.reading() as connection:
        return sorted(connection.scalars(select(note.c.text)))


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    at = datetime.now(UTC) + timedelta(days=days)
    text = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    monkeypatch.setattr(room, "now", lambda: text)


def test_one_name_is_one_coach_and_stands_in_its_note_alone(decided: Decided) -> None:
    before = notes(decided.store)
    name_coaches(*decided.of, NAMES)
    kept = coaches_of(*decided.of)
    assert kept.by_group == {1: "Wim Elan", 2: "Ada Bos", 3: "Wim Elan"}
    assert notes(decided.store) == sorted([*before, "Wim Elan", "Ada Bos"])
    told = {name: found for name, found in rows(decided.store).items() if name != "note"}
    assert "Elan" not in repr(told)
    name_coaches(*decided.of, {1: "Wim Elan"}, seen=kept.revision)
    assert notes(decided.store) == sorted([*before, "Wim Elan"])
    with pytest.raises(StaleError):
        name_coaches(*decided.of, {}, seen=kept.revision)
    name_coaches(*decided.of, {})
    assert coaches_of(*decided.of).by_group == {}
    assert notes(decided.store) == before
    assert "begeleidt" in events_since(*decided.of)[-1].sentence(Language.NL)
    assert not log_checked(*decided.of).problems


def test_only_of_groups_of_a_decision(decided: Decided) -> None:
    before = rows(decided.store)
    for names in ({99: "Wim"}, {1: "W" * 101}):
        with pytest.raises(InputError):
            name_coaches(*decided.of, names)
    assert rows(decided.store) == before
    (last,) = decided.decisions
    reopen_decision(*decided.of, last.key, reason="anders")
    with pytest.raises(RefusedError):
        name_coaches(*decided.of, {1: "Wim"})


def test_after_another_decision_a_group_keeps_its_coach(decided: Decided) -> None:
    """Two people change places, and the groups are numbered the other way round."""
    name_coaches(*decided.of, {1: "Wim", 2: "Ada"})
    (last,) = decided.decisions
    reopen_decision(*decided.of, last.key, reason="twee mensen ruilen")
    assert coaches_of(*decided.of).by_group == {}
    key = decided.keep(moved(composed("overijssel")), Made.BOARD, before=decided.proposal)
    decided.decide(proposal=key, reason="twee mensen ruilen")
    seen, kept = last.proposal, coaches_of(*decided.of)
    assert kept.by_group == {1: "Wim", 2: "Ada"}
    assert kept.proposal == key
    with pytest.raises(StaleError):  # typed beside the groups of before
        name_coaches(*decided.of, {1: "Cas"}, proposal=seen, seen=kept.revision)
    assert coaches_of(*decided.of) == kept
    name_coaches(*decided.of, {1: "Cas"}, proposal=key, seen=kept.revision)
    assert coaches_of(*decided.of).by_group == {1: "Cas"}


def test_the_names_go_on_their_own_day_and_with_everything(
    decided: Decided, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_coaches(*decided.of, NAMES)
    later(monkeypatch, 364)
    with pytest.raises(StaleError):
        erase_due(*decided.of, "coaches", listed=2)
    later(monkeypatch, 366)
    erase_due(*decided.of, "coaches", listed=2)
    assert coaches_of(*decided.of).by_group == {}
    assert "Elan" not in repr(rows(decided.store))
    name_coaches(*decided.of, NAMES)
    later(monkeypatch, 0)
    day = datetime.now(UTC).date() + timedelta(days=29)
    set_keeping(*decided.of, day, {})
    people = next(one.count for one in room.due_of(*decided.of) if one.kind == "everything")
    erase_due(*decided.of, "everything", listed=people)
    assert coaches_of(*decided.of).by_group == {}
    assert "Elan" not in repr(rows(decided.store))
    assert not log_checked(*decided.of).problems
