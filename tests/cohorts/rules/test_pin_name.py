"""A pin is called by the name of its person."""

from __future__ import annotations

from cohorts.composing.demands import rules_in_force
from cohorts.rules.pin import Pin
from cohorts.words import Language
from tests.cohorts.rules.found import people, round_of
from tests.cohorts.small_round import programme


def test_a_pin_takes_the_name_of_the_application() -> None:
    pinned = {"a": 2}
    asked = programme([{"rule": "pin", "person": "b", "group": 1}])
    rules = rules_in_force(asked, round_of(people(fte=[1, 2, 3]), 2, pins=pinned))
    # the company of a is A, that of b is B
    assert [r.title(Language.NL) for r in rules] == ["B in groep 1", "A in groep 2"]
    assert rules[1].title(Language.EN) == "A in group 2"


def test_a_name_of_your_own_and_an_unknown_person() -> None:
    own = Pin(rule="pin", person="a", group=1, name="Anna")
    unknown = Pin(rule="pin", person="zz", group=1)
    round_ = round_of(people(fte=[1, 2]), 1)
    assert own.in_round(round_).title(Language.EN) == "Anna in group 1"
    assert unknown.in_round(round_).title(Language.EN) == "zz in group 1"
