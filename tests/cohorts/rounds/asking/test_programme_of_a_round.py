"""The programme of a round: chosen, changed in all its parts, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from cohorts.composing.inputs import Given
from cohorts.errors import InputError
from cohorts.programme.alike_first import AlikeFirst
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.round.merit import Standing
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.add_condition import add_condition
from cohorts.rounds.asking.add_rule import add_rule
from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.asking.choose_programme import back_to_own, choose_programme
from cohorts.rounds.asking.four_steps import Step, step_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.asking.own_rule import own_rule
from cohorts.rounds.asking.set_condition import set_condition
from cohorts.rounds.asking.set_groups import set_groups
from cohorts.rounds.asking.set_rule import set_rule
from cohorts.rounds.asking.set_step import set_step
from cohorts.rounds.asking.stood import made
from cohorts.rounds.asking.take_condition import take_condition
from cohorts.rounds.asking.take_rule import take_rule
from cohorts.rounds.asking.title import title_of
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import programme as programme_table
from cohorts.words import Language, explain
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in, with_people


@dataclass
class Here:
    store: Store
    actor: Actor
    round: RoundKey

    @property
    def at(self) -> tuple[Store, Actor, RoundKey]:
        return self.store, self.actor, self.round

    @property
    def asked(self) -> Asked:
        return asked_of(*self.at)


@pytest.fixture
def here(store: Store) -> Here:
    return Here(store, *with_people(store))


def test_a_round_begins_with_its_preset_and_another_brings_its_own_sizes(here: Here) -> None:
    assert here.asked.programme == load_programme("businessversneller")
    assert title_of(*here.at)["nl"] == "MKB Businessversneller"
    set_groups(*here.at, {"size": (5, 6), "target": 6, "places": "exactly 20"})
    give(*here.at, "groups", 4)
    for name in presets():
        choose_programme(*here.at, name)
        assert here.asked.programme == load_programme(name)
        assert here.asked.given == Given()


def test_a_programme_of_ones_own_that_pins_somebody_holds_keys_only(
    here: Here, tmp_path: Path
) -> None:
    text = Path("docs/examples/programme.toml").read_text("utf-8")
    pins = '\n[[rules]]\nrule = "pin"\nperson = "{who}"\ngroup = 1\n'
    file = tmp_path / "own.toml"
    file.write_text(text + pins.format(who="a1"), "utf-8")
    own = load_programme(file)
    choose_programme(*here.at, own)
    assert here.asked.programme == own
    assert title_of(*here.at) == {one.value: text for one, text in own.title.items()}
    with here.store.reading() as connection:
        kept = repr(connection.execute(select(programme_table)).all())
    assert '"person": "' in kept
    assert '"a1"' not in kept
    file.write_text(text + pins.format(who="nobody"), "utf-8")
    with pytest.raises(InputError) as error:
        choose_programme(*here.at, load_programme(file))
    assert error.value.problems[0].code == "compose.pin_unknown"
    assert here.asked.programme == own
    rows = PEOPLE.splitlines(keepends=True)
    take_in(*here.at, b"".join(row for row in rows if not row.startswith(b"a1,")))
    assert "pin" not in [rule.key for rule in here.asked.programme.rules]


def weight(programme: Programme, key: str) -> tuple[str, float]:
    rule = programme.rule(key)
    return rule.level.value, rule.weight


def test_a_presets_own_weight_stays_until_the_switch_is_moved(here: Here) -> None:
    """6 stands at heavy; there it stays 6, off and back on too; at light it is 1, and then 4."""
    key = "same_question"
    assert step_of(here.asked.programme.rule(key), here.asked.programme) is Step.HEAVY
    for step in (Step.HEAVY, Step.OFF, Step.HEAVY):
        set_step(*here.at, key, step)
    assert weight(here.asked.programme, key) == ("should", 6.0)
    set_step(*here.at, key, Step.LIGHT)
    assert weight(here.asked.programme, key) == ("should", 1.0)
    set_step(*here.at, key, Step.HEAVY)
    assert weight(here.asked.programme, key) == ("should", 4.0)
    own_rule(*here.at, key)
    assert here.asked.programme == load_programme("businessversneller")


def test_off_is_not_gone_and_the_last_rule_stays_on(here: Here) -> None:
    keys = [rule.key for rule in here.asked.programme.rules]
    for key in keys[1:]:
        set_step(*here.at, key, Step.OFF)
    assert [rule.key for rule in here.asked.programme.rules] == keys[:1]
    assert [rule.key for rule in here.asked.stood.whole.rules] == keys
    with pytest.raises(InputError) as error:
        set_step(*here.at, keys[0], Step.OFF)
    assert error.value.problems[0].code == "asking.no_rule"
    for key in keys:
        set_step(*here.at, key, step_of(here.asked.stood.whole.rule(key), here.asked.programme))
    assert here.asked.programme == load_programme("businessversneller")


def test_a_must_asks_how_far_and_some_are_never_one(here: Here) -> None:
    key = next(r.key for r in here.asked.programme.rules if r.rule == "comparable")
    for wrong, limit, code in (
        (key, {}, "asking.limit_wanted"),
        (key, {"widest": 0.5}, "asking.fields"),
        ("same_question", {}, "asking.never_must"),
    ):
        with pytest.raises(InputError) as error:
            set_step(*here.at, wrong, Step.MUST, limit=limit)
        assert error.value.problems[0].code == code
    assert here.asked.programme == load_programme("businessversneller")
    set_step(*here.at, key, Step.MUST, limit={"widest": 10})
    assert here.asked.programme.rule(key).is_must
    set_step(*here.at, "travel", Step.MUST)
    assert here.asked.programme.rule("travel").is_must
    set_step(*here.at, "travel", Step.LIGHT)
    assert not here.asked.programme.rule("travel").is_must


def test_points_decide_first_or_weigh(here: Here) -> None:
    choose_programme(*here.at, "move2social")
    programme = here.asked.programme
    assert step_of(programme.rule("merit"), programme) is Step.FIRST
    set_step(*here.at, "merit", Step.HEAVY)
    weighed = here.asked.programme
    assert weighed.groups.standing is Standing.WEIGHED
    assert weight(weighed, "merit") == ("should", 4.0)
    set_step(*here.at, "merit", Step.FIRST)
    first = here.asked.programme
    assert first.groups.standing is Standing.FIRST


def test_rules_are_changed_added_and_taken_away(here: Here) -> None:
    set_rule(*here.at, "travel", {"widest_minutes": 30, "places": ["Zwolle"]})
    assert here.asked.programme.rule("travel").limits
    with pytest.raises(InputError):
        set_rule(*here.at, "travel", {"widest_minutes": -1})
    for _ in range(2):
        add_rule(*here.at, "at_most", {"field": "province", "most": 3})
    assert [r.key for r in here.asked.programme.rules][-2:] == ["at_most", "at_most-2"]
    take_rule(*here.at, "at_most")
    add_rule(*here.at, "at_most", {"field": "sbi", "most": 1})
    assert [r.key for r in here.asked.programme.rules][-2:] == ["at_most-2", "at_most"]
    for kind, fields in (("at_most", {}), ("no_such", {}), ("at_most", {"field": "x", "most": -1})):
        with pytest.raises(InputError):
            add_rule(*here.at, kind, fields)
    with pytest.raises(InputError) as error:
        set_step(*here.at, "gone", Step.OFF)
    assert error.value.problems[0].code == "asking.gone_rule"
    back_to_own(*here.at)
    assert here.asked.programme == load_programme("businessversneller")


def test_conditions_are_changed_added_and_taken_away(here: Here) -> None:
    add_condition(*here.at, "between", {"field": "turnover", "most": 1e6})
    set_condition(*here.at, "sme", {"below": 100})
    first, second = here.asked.programme.conditions
    assert (first.key, second.key) == ("sme", "between")
    assert first.model_dump()["below"] == 100
    with pytest.raises(InputError) as error:
        set_condition(*here.at, "sme", {"below": None})
    assert error.value.problems[0].code == "asking.fields"
    take_condition(*here.at, "sme")
    take_condition(*here.at, "between")
    assert here.asked.programme.conditions == ()
    with pytest.raises(InputError):
        take_condition(*here.at, "sme")


def test_sizes_that_do_not_go_together_are_refused(here: Here) -> None:
    with pytest.raises(InputError) as error:
        set_groups(*here.at, {"size": (9, 8), "target": 8})
    assert error.value.problems[0].code == "asking.fields"
    for language in Language:
        assert all("{" not in said for said in explain(error.value.problems[0], language))
    give(*here.at, "size", (3, 4))
    set_groups(*here.at, {"size": (4, 6), "target": 5, "places": "at most 11"})
    assert here.asked.given == Given()
    assert here.asked.programme.groups.places == "at most 11"


def test_what_comes_first_forgets_a_rule_that_is_off(here: Here) -> None:
    preset = load_programme("businessversneller")
    likeness: dict[str, Any] = {"rules": ["same_question", "alike"], "level": 1.2}
    own = made(preset, groups=preset.groups.model_dump() | {"alike_first": likeness})
    choose_programme(*here.at, own)
    for key in likeness["rules"]:
        set_step(*here.at, key, Step.OFF)
    assert here.asked.programme.groups.alike_first is None
    for key in likeness["rules"]:
        set_step(*here.at, key, step_of(own.rule(key), own))
    assert here.asked.programme == own
    set_step(*here.at, "alike", Step.MUST)
    left = AlikeFirst(rules=("same_question",), level=1.2)
    assert here.asked.programme.groups.alike_first == left
    take_rule(*here.at, "same_question")
    assert here.asked.programme.groups.alike_first is None
