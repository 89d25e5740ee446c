"""What a rule names, as the people of a round write it."""

from __future__ import annotations

from cohorts.rules.at_least import AtLeast
from cohorts.rules.comparable import Comparable
from cohorts.rules.pin import Pin
from tests.cohorts.rules.found import people, round_of

MAKER = AtLeast(rule="at_least", field="role", value="Maker")


def test_a_rule_names_values_as_the_people_of_a_round_do() -> None:
    here = MAKER.in_round(round_of(people(role=["MAKER", "bank"]), 1))
    assert here.value == "MAKER"
    assert MAKER.in_round(round_of(people(role=["bank"]), 1)) == MAKER  # nobody writes it otherwise


def test_each_value_is_named_once_in_its_order() -> None:
    order = ("low", "high", "low")
    steps = Comparable(rule="comparable", field="size", scale="ordinal", order=order)
    assert steps.named() == {"size": ("low", "high")}
    assert Pin(rule="pin", person="a", group=1).named() == {}


def test_what_it_names_is_absent_where_nobody_has_any_of_it() -> None:
    assert MAKER.absent(round_of(people(role=["bank", "ict"]), 1)) == {"role": ("Maker",)}
    assert MAKER.absent(round_of(people(role=["bank", "Maker"]), 1)) == {}


def test_somebody_is_called_otherwise_only_where_a_rule_names_somebody() -> None:
    named = Pin(rule="pin", person="a", group=1, name="Anna")
    assert named.calling(str.upper) == Pin(rule="pin", person="A", group=1)
    assert MAKER.calling(str.upper) is MAKER
