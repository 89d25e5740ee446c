"""What is spread over the tables: values as they are, numbers in classes, several at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.after.rotation.spread_over import CLASSES, Trait, traits_of
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError
from cohorts.words import Language
from tests.cohorts.after.rotation.few_people import NINE, people


def trait(name: str, count: int, read_as: dict[str, str] | None = None, **each: Any) -> Trait:
    """The one field of people who have it so."""
    round_ = as_given(people(count, **each), NINE)
    (found,) = traits_of([(name, "--spread")], round_, read_as or {})
    return found


def test_values_are_as_people_wrote_them_and_who_wrote_none_is_not_counted() -> None:
    found = trait("Branche", 4, extra=[{"branche": v} for v in ("ict", "Zorg", "ict", "")])
    assert found.values == ("ict", "Zorg")
    assert found.holds == ((0,), (1,), (0,), ())
    assert found.unknown == 1
    assert found.codes().tolist() == [[0, 1, 0, -1]]


def test_whoever_has_several_values_counts_for_each() -> None:
    found = trait("themes", 3, themes=[("a", "b"), ("b",), ()])
    assert found.codes().tolist() == [[0, -1, -1], [0, 0, -1]]


def test_a_field_is_found_by_its_word_and_by_its_header() -> None:
    given = ["Epe", "Epe", "Putten"]
    assert trait("gemeente", 3, municipality=given).field == "municipality"
    assert (
        trait("Woonplaats", 3, {"woonplaats": "municipality"}, municipality=given).field
        == "municipality"
    )


def test_numbers_are_in_classes_of_about_as_many_people() -> None:
    """1 … 8 in four classes: 1–2, 3–4, 5–6 and 7–8."""
    found = trait("fte", 8, fte=[float(n) for n in range(1, 9)])
    assert [found.label(i, Language.EN) for i in range(4)] == ["1–2", "3–4", "5–6", "7–8"]
    assert found.holds == ((0,), (0,), (1,), (1,), (2,), (2,), (3,), (3,))
    few = trait("fte", 8, fte=[1.0, 2.0] * 4)
    assert few.values == ("1", "2")


@given(st.lists(st.integers(0, 30), min_size=7, max_size=40).filter(lambda v: len(set(v)) > 6))
def test_every_number_is_in_the_class_that_holds_it(numbers: list[int]) -> None:
    found = trait("fte", len(numbers), fte=[float(n) for n in numbers])
    assert 2 <= len(found.values) <= CLASSES
    classes = [value for value in found.values if isinstance(value, tuple)]
    for number, (value,) in zip(numbers, found.holds, strict=True):
        low, high = classes[value]
        assert low <= number <= high
    ends = [end for both in classes for end in both]
    assert ends == sorted(ends)


def test_a_plain_no_is_an_answer() -> None:
    found = trait("consent", 3, consent=[True, False, False])
    assert [found.label(i, Language.NL) for i in range(2)] == ["nee", "ja"]
    assert found.unknown == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("brache", "rotation.field_unknown"),
        ("turnover", "rotation.field_empty"),
        ("name", "rotation.field_each"),
    ],
)
def test_what_cannot_be_spread_is_said(name: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        trait(name, 3, extra=[{"branche": "ict"}] * 3)
    (problem,) = error.value.problems
    assert problem.code == code
    assert problem.place == "--spread"
    if code == "rotation.field_unknown":
        assert "branche" in str(problem.facts["near"])
