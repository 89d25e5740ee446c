"""Every value of every preset is from the inventory or assumed, and said so where it is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cohorts import compose
from cohorts.programme.by_path import values_of
from cohorts.programme.frozen import frozen, thawed
from cohorts.programme.origin import (
    Origin,
    Origins,
    assumed_in,
    covering,
    origins_of,
    told_in,
    values_by_origin,
)
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.reports.assumed import assumed
from cohorts.reports.page.account import account_page
from cohorts.reports.page.render import page
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.small_round import people

WEIGHTS = "hoe zwaar elke wens weegt"
SIZES = "dat ‘ongeveer tien’ 8 tot en met 12 is"


@pytest.mark.parametrize("name", presets())
def test_each_value_has_one_origin(name: str) -> None:
    origins = origins_of(name)
    values = values_of(load_programme(name), stated=True)
    assert {p: v for p, v in values.items() if len(covering(p, origins)) != 1} == {}
    assert {"groups.smallest", "groups.largest", "groups.target", "groups.places"} <= set(values)
    assert any(path.endswith(".weight") for path in values)


@pytest.mark.parametrize("name", presets())
def test_each_origin_of_a_preset_covers_something(name: str) -> None:
    """But for what is shared: that holds wherever there is such a value."""
    origins, covered = origins_of(name), values_by_origin(name)
    idle = [o for o in (*origins.told, *origins.assumed) if o not in covered]
    assert [o.en for o in idle if o.of[0] not in SHARED] == []


SHARED = {
    *("rules.size_balance", "rules.keep_together", "rules.same_trade", "rules.availability"),
    *("rules.one_region", "rules.travel", "groups.standing", "groups.circles"),
    *("meetings.*.hours", "meetings.*.after_days", "buddies.rules.*.weight"),
}
"""What is said of every preset that has it."""


def test_the_most_exact_pattern_counts() -> None:
    """Of ``rules.a`` and ``rules.*.weight`` the second, for it has three parts."""
    one, two, three = (
        Origin(of=(pattern,), nl=pattern, en=pattern)
        for pattern in ("rules.a", "rules.*.weight", "rules.b.weight")
    )
    origins = Origins(schema_version=1, told=(one, three), assumed=(two,))
    assert covering("rules.a.most", origins) == [one]
    assert covering("rules.a.weight", origins) == [two]
    assert covering("rules.b.weight", origins) == [three]
    assert covering("rules.b.most", origins) == []
    assert covering("rules", origins) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", presets())
def test_a_text_is_part_of_a_sentence(name: str, language: Language) -> None:
    """No capital of a sentence, no full stop, and nothing said twice."""
    programme = load_programme(name)
    texts = [said[language] for said in (*told_in(programme), *assumed_in(programme))]
    assert texts
    assert len(set(texts)) == len(texts)
    assert [text for text in texts if text.endswith(".")] == []


def changed(name: str, **groups: Any) -> Programme:
    programme = load_programme(name)
    plan = programme.groups.model_copy(update=groups)
    return programme.model_copy(update={"groups": plan})


def dutch(programme: Programme) -> list[str]:
    return [said[Language.NL] for said in assumed_in(programme)]


def test_an_assumption_is_said_as_long_as_its_value_stands() -> None:
    assert SIZES in dutch(load_programme("businessversneller"))
    assert SIZES in dutch(changed("businessversneller", target=9))
    assert SIZES not in dutch(changed("businessversneller", size=(8, 11)))
    assert dutch(changed("businessversneller").model_copy(update={"name": "own"})) == []


def test_of_many_values_it_is_said_while_one_stands() -> None:
    """Weights: one that somebody chose leaves the others assumed."""
    programme = load_programme("businessversneller")
    own = tuple(rule.model_copy(update={"weight": rule.weight + 1}) for rule in programme.rules)
    for at, heavier in enumerate(own):
        rules = (*programme.rules[:at], heavier, *programme.rules[at + 1 :])
        assert WEIGHTS in dutch(programme.model_copy(update={"rules": rules}))
    assert WEIGHTS not in dutch(programme.model_copy(update={"rules": own}))


def test_what_all_presets_share_is_said_in_the_words_of_each() -> None:
    """One writes ``groepen`` for all; who has circles reads of circles."""
    assert "dat de groepen even groot zijn" in dutch(load_programme("kennistraject"))
    found = dutch(load_programme("leren-van-elkaar-familie"))
    assert "dat de kringen even groot zijn" in found
    assert "dat leden van een kring op dezelfde dagdelen moeten kunnen" in found


@pytest.mark.parametrize("name", presets())
def test_a_programme_read_back_assumes_the_same(name: str) -> None:
    programme = load_programme(name)
    again = thawed(frozen(programme), "")
    assert assumed_in(again) == assumed_in(programme)
    assert told_in(again) == told_in(programme)


@pytest.mark.parametrize("language", list(Language))
def test_the_reports_say_it_once_and_only_of_what_counted(language: Language) -> None:
    programme = load_programme("businessversneller")
    made = compose(people(), programme, effort="quick")
    said = assumed(made, language)
    assert said.startswith(("Aangenomen, niet uit", "Assumed, not from"))
    assert said.endswith(".")
    for html in (page(made, language), account_page(made, language)):
        assert tree(html).text.count(said) == 1
    eight = origins_of("businessversneller").assumed[0].said[language]
    assert eight in said
    round_ = made.round
    for asked in (replace(round_, smallest=6), replace(round_, largest=9)):
        assert eight not in assumed(replace(made, round=asked), language)
