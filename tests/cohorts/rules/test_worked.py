"""Every rule has a worked example, and the page says what is computed from it."""

from __future__ import annotations

import pytest

from cohorts.cli.rule_example import examples, measured
from cohorts.rules import rules
from cohorts.rules.worked import Worked
from cohorts.words import Language


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_shows_two_verdicts(name: str) -> None:
    found = {g.verdict for m in measured(name, rules()[name]) for g in m.finding.groups}
    assert len(found) >= 2
    assert found <= rules()[name].SENTENCES.keys()


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_example_shows_something_that_counts(name: str) -> None:
    totals = [m.finding.total() for m in measured(name, rules()[name])]
    assert any(amount for total in totals for amount in total.values())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", sorted(rules()))
def test_the_page_has_everybody_and_every_sentence(name: str, language: Language) -> None:
    page = "\n".join(examples(name, rules()[name], language))
    for example in measured(name, rules()[name]):
        assert all(f" {a.id} |" in page for a in example.round.applicants)
        assert all(example.rule.sentence(g, language) in page for g in example.finding.groups)


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_row_of_a_table_has_as_many_cells(name: str) -> None:
    width = 0
    for line in examples(name, rules()[name], Language.NL):
        if not line.startswith("|"):
            width = 0
            continue
        width = width or line.count("|")
        assert line.count("|") == width, line


def test_the_page_is_computed() -> None:
    page = "\n".join(examples("at_least", rules()["at_least"], Language.EN))
    # two makers asked: Anker and Berk are, of the other group only Duin is
    assert '`field = "role", value = "maker", least = 2`' in page
    assert "| 2 | Duin | maker |" in page
    assert "| 2 | 1 | Too few members with role: maker; there are 1, asked 2. |" in page


def test_whoever_is_outside_has_the_last_seat() -> None:
    worked = Worked(groups=({"b": {"fte": 3}}, {"c": {"branche": 7}}), outside={"a": {}})
    assert worked.seats() == [2, 0, 1]  # by name: a nowhere, b in the first, c in the second
    assert worked.columns == ("fte", "branche")
    assert worked.round().applicants[2].extra == {"branche": "7"}
    assert worked.round().places.wanted(3) == 2
