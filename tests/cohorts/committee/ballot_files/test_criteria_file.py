"""Criteria as TOML, exact and with every fault by its line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from cohorts.committee.ballot_files import read_criteria
from cohorts.committee.ballot_files.criteria_file import StatedCriterion
from cohorts.committee.votes import Criterion
from cohorts.errors import InputError
from cohorts.words import Language, explain


def test_criteria_are_read_exactly(tmp_path: Path) -> None:
    path = tmp_path / "criteria.toml"
    path.write_text(
        '\ufeff[[criteria]]\nname = "Durf"\nweight = 0.3\nlow = 0\nhigh = 10\n'
        'anchors = { "0" = "geen", "7.5" = "veel" }\n[[criteria]]\nname = "Plan"\n'
    )
    anchors = {Fraction(0): "geen", Fraction(15, 2): "veel"}
    durf = Criterion("Durf", Fraction(3, 10), Fraction(0), Fraction(10), anchors)
    assert read_criteria(path) == (durf, Criterion("Plan"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1: Het veld ‘criteria’ klopt niet"),
        ("[[criteria]]\n", "1: Het veld ‘criteria.1.name’ klopt niet"),
        ('[[criteria]]\nname = "a"\nweight = 0\n', "1: Het veld ‘criteria.1’ klopt niet"),
        ('[[criteria]]\nname = "a"\nweight = "veel"\n', "3: Het veld ‘criteria.1.weight’ klopt"),
        ('[[criteria]]\nname = "a"\nweight = inf\n', "3: Het veld ‘criteria.1.weight’ klopt"),
        ('[[criteria]]\nname = "a"\nhigh = 1e300\n', "3: Het veld ‘criteria.1.high’ klopt niet"),
        ('[[criteria]]\nname = "a"\nlow = 5\n', "1: Het veld ‘criteria.1’ klopt niet"),
        ('[[criteria]]\nname = "a"\nanchors = { "9" = "x" }\n', "een anker staat buiten de schaal"),
        ('[[criteria]]\nname = "a"\nschaal = 5\n', "3: Het veld ‘criteria.1.schaal’ klopt niet"),
        ('[[criteria]]\nname = "a"\n[[criteria]]\nname = "A!"\n', "heten hetzelfde: a en A!"),
        ("[[criteria\n", "geen geldige TOML"),
    ],
)
def test_every_fault_is_said(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "c.toml").write_text(text)
    with pytest.raises(InputError) as error:
        read_criteria(tmp_path / "c.toml")
    (problem,) = error.value.problems
    assert fault in f"{problem.place}: {explain(problem, Language.NL)[0]}"


def test_a_criterion_speaks_two_languages() -> None:
    anchors = {1: {"nl": "geen", "en": "none"}, 5: "klaar"}
    stated = StatedCriterion.model_validate(
        {"name": {"nl": "moed", "en": "courage"}, "anchors": anchors}
    )
    english = stated.spoken(Language.EN)
    assert english.name == "courage"
    assert [*english.anchors.items()] == [(Fraction(1), "none"), (Fraction(5), "klaar")]
    assert stated.criterion == stated.spoken(Language.NL)
    kept = stated.model_dump(mode="json")
    assert kept["name"] == {"nl": "moed", "en": "courage"}
    assert StatedCriterion.model_validate(kept) == stated


def test_one_text_is_kept_as_one_so_that_what_was_kept_before_has_the_same_digest() -> None:
    stated = StatedCriterion.model_validate({"name": "moed", "anchors": {5: "klaar"}})
    kept = stated.model_dump(mode="json")
    assert (kept["name"], kept["anchors"]) == ("moed", {"5": "klaar"})


@pytest.mark.parametrize("name", ["", "  ", {}, {"nl": "plan", "en": " "}, "x" * 201], ids=str)
def test_a_name_is_never_blank_or_endless(name: object) -> None:
    with pytest.raises(ValueError, match="name"):
        StatedCriterion.model_validate({"name": name})


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no_file"):
        read_criteria(tmp_path / "c.toml")
