"""Every fault in a programme's TOML is said once, with its line, in both languages."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError, Problem
from cohorts.forms.toml_file import read_programme_table
from cohorts.programme.programme import Programme
from cohorts.words import Language, explain

HEAD = """schema_version = 1
name = "proef"
[title]
nl = "Proef"
en = "Trial"
[groups]
size = [3, 6]
target = 4
"""
RULE = '[[rules]]\nrule = "comparable"\nfield = "fte"\n'


def faults(text: str) -> list[Problem]:
    with pytest.raises(InputError) as error:
        read_programme_table(text, "p.toml", Programme)
    return list(error.value.problems)


def line(problem: Problem) -> int:
    return int(problem.place.rsplit(":", 1)[1])


CASES = [
    (HEAD.replace("target = 4", "target = 9") + RULE, 6, "gewenste grootte"),
    (HEAD.replace("size = [3, 6]", 'size = [3, "x"]') + RULE, 7, "heel getal"),
    (HEAD.replace('name = "proef"', 'name = "Een proef"') + RULE, 2, "goede vorm"),
    (HEAD + 'places = "een paar"\n' + RULE, 9, "everyone"),
    (HEAD + "plaatsen = 3\n" + RULE, 9, "bestaat niet"),
    (HEAD + RULE + "weight = -1\n", 12, "groter zijn dan 0"),
    (HEAD + RULE + 'colour = "blue"\n', 12, "bestaat niet"),
    (HEAD + RULE + 'level = "perhaps"\n', 12, "kies uit"),
    (HEAD + RULE + 'key = "a.b"\n', 12, "letters, cijfers"),
    (HEAD + RULE + 'key = "pinned-a"\n', 12, "letters, cijfers"),
    (HEAD + RULE + 'key = "a b"\n', 12, "letters, cijfers"),
    (HEAD + '[[rules]]\nrule = "unheard_of"\n', 9, "geen regel"),
    (HEAD + '[[rules]]\nrule = "comparable"\n', 9, "ontbreekt"),
    (HEAD + "rules = []\n", 9, "bestaat niet"),
    (HEAD + '[[conditions]]\ncondition = "between"\nfield = "fte"\n' + RULE, 9, "least"),
]


@pytest.mark.parametrize(("text", "number", "said"), CASES)
def test_a_fault_has_its_line_and_is_said_in_dutch(text: str, number: int, said: str) -> None:
    first = faults(text)[0]
    assert line(first) == number
    assert said in explain(first, Language.NL)[0]
    for language in Language:
        assert "should be" not in explain(first, language)[0]
        assert "Input" not in explain(first, language)[0]


def test_a_faulty_rule_gives_one_fault() -> None:
    assert len(faults(HEAD + RULE + "weight = -1\n")) == 1


def test_a_programme_without_rules_is_no_programme() -> None:
    (fault,) = faults("rules = []\n" + HEAD)
    assert "minstens één" in explain(fault, Language.NL)[0]


NESTED = """[[conditions]]
condition = "any_of"
[[conditions.either]]
condition = "statement"
field = "x"
[[conditions.either]]
condition = "between"
field = "y"
most = "veel"
[[conditions]]
condition = "any_of"
[[conditions.either]]
condition = "statement"
[[conditions]]
condition = "any_of"
either = [
  {condition = "statement", field = "x"},
  {condition = "nothing", field = "x"},
]
"""


def test_a_fault_inside_a_condition_has_its_own_line() -> None:
    found = faults(HEAD + NESTED + RULE)
    # the head has 8 lines: "most" is line 9 of what follows, the empty statement 12, "nothing" 18
    assert [line(fault) for fault in found] == [8 + 9, 8 + 12, 8 + 18]
    assert [fault.facts["where"] for fault in found] == [
        "conditions.1.either.2.most",
        "conditions.2.either.1.field",
        "conditions.3.either.2",
    ]
