"""Whatever is taken along stands in the log, with or without names; never a password."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.life.take_out import take_out
from cohorts.rounds.locked import lock, unlock
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.staff import begun, joined


def test_it_says_who_what_and_whether_named(store: Store) -> None:
    anna, round_ = begun(store)
    archive(store, anna, round_)
    take_out(store, anna, round_, "papieren.zip", named=True)
    take_out(store, anna, round_, "lijst.csv", named=False)
    said = [one.sentence(Language.NL) for one in events_since(store, anna, round_)[-2:]]
    assert said == [
        "Anna haalde papieren.zip op, met namen.",
        "Anna haalde lijst.csv op, zonder namen.",
    ]


def test_only_who_reads_the_round(store: Store) -> None:
    anna, round_ = begun(store)
    coach = joined(store, anna, "Coen", round_, Role.COACH)
    with pytest.raises(RefusedError):
        take_out(store, coach, round_, "x.zip", named=True)
    take_out(store, joined(store, anna, "Auke", round_, Role.AUDITOR), round_, "x", named=True)


def test_a_locked_round_comes_back(store: Store) -> None:
    anna, round_ = begun(store)
    content = export_round(store, anna, round_)
    made = lock("ronde.zip", content, "1234")
    assert import_round(store, anna, unlock(made, "1234", ""), "") == round_
