"""A programme as data loads back to the same programme, and says no more than it must."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from cohorts.errors import InputError
from cohorts.programme.frozen import frozen, thawed
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.rules import rules
from tests.cohorts.small_round import programme
from tests.releases.rounds import kept_rounds

WORKED = [(n, w.fields) for n, kind in rules().items() for w in kind.WORKED]


def again(asked: Programme) -> Programme:
    """Written as JSON and read."""
    return thawed(json.loads(json.dumps(frozen(asked))), "here")


@pytest.mark.parametrize("name", presets())
def test_a_preset_comes_back(name: str) -> None:
    assert again(load_programme(name)) == load_programme(name)


@pytest.mark.parametrize(("name", "fields"), WORKED)
@pytest.mark.parametrize("level", [None, "must", "should"])
def test_a_rule_comes_back_with_every_level(
    name: str, fields: dict[str, Any], level: str | None
) -> None:
    """Also where a field it has not been given follows from another."""
    said = {} if level is None else {"level": level}
    try:
        asked = programme([{"rule": name, **fields, **said}])
    except ValidationError:  # no rule can be a must without what it needs for that
        return
    assert again(asked) == asked


def test_the_programmes_of_earlier_releases_come_back() -> None:
    for kept in kept_rounds():
        assert again(kept.programme) == kept.programme, kept


def test_defaults_are_left_out() -> None:
    bare = frozen(programme([{"rule": "size_balance", "weight": 1.0, "level": "should"}]))
    assert bare["rules"] == [{"rule": "size_balance", "key": "size_balance"}]
    assert "words" not in bare


def test_what_is_no_programme_is_refused_with_its_place() -> None:
    table = frozen(programme())
    table["rules"][1]["weight"] = -1
    with pytest.raises(InputError) as caught:
        thawed(table, "here")
    assert "frozen_programme.rules" in str(caught.value.problems[0].facts["fault"])
