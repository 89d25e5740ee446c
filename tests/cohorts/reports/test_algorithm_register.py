"""The entry for the Algorithm Register keeps to the standard, or says what it lacks."""

from __future__ import annotations

import json

import pytest

from cohorts.errors import InputError
from cohorts.programme.programme import load_programme, presets
from cohorts.reports.algorithm_register import (
    LIMITS,
    REQUIRED,
    TOLD,
    as_file,
    check_entry,
    register_entry,
)
from cohorts.rounds.keeping.accountable import Accountable, say_accountable
from cohorts.rounds.keeping.what_is_held import what_is_held
from cohorts.rounds.life.new_round import new_round
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.judged_round import chosen
from tests.cohorts.rounds.staff import PRESET, begun
from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]
WHO = Accountable("Gemeente Voorbeeld", "algoritmes@voorbeeld.nl", "Awb 4:23")


@pytest.mark.parametrize("language", list(Language))
def test_of_every_programme_it_fits(store: Store, language: Language) -> None:
    here = chosen(store)
    anna, other = here.organiser, new_round(store, here.organiser, "Ander", PRESET)
    for round_ in (here.round, other):
        say_accountable(store, anna, round_, WHO)
        held = what_is_held(store, anna, round_)
        for name in presets():
            title = load_programme(name).title
            entry = register_entry(
                held, title.get(language) or next(iter(title.values())), language
            )
            assert all(entry[field] for field in (*REQUIRED, *TOLD))
            assert all(len(entry[field]) < limit for field, limit in LIMITS.items())
            assert entry["organisation"] == "Gemeente Voorbeeld"
            assert json.loads(as_file(entry)) == entry
    by_votes = register_entry(what_is_held(store, anna, here.round), "X", Language.NL)
    assert "stemmen" in by_votes["technical_operation"]


def test_what_it_lacks_is_said_at_once(store: Store) -> None:
    anna, round_ = begun(store)
    held = what_is_held(store, anna, round_)
    with pytest.raises(InputError) as error:
        register_entry(held, "x" * 90, Language.NL)
    found = {(one.code, one.place) for one in error.value.problems}
    assert found == {
        ("register.empty", "organisation"),
        ("register.empty", "contact"),
        ("register.too_long", "name"),
    }


def test_the_limits_are_those_of_the_standard() -> None:
    whole = dict.fromkeys(REQUIRED, "x")
    check_entry(whole | {name: "x" * (limit - 1) for name, limit in LIMITS.items()})
    for name, limit in LIMITS.items():
        with pytest.raises(InputError):
            check_entry(whole | {name: "x" * limit})
