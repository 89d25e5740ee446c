"""The outcome on the command line, and the bars beside chance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.composing.proposal import Against
from cohorts.reports.chance import chance_sentence, times
from cohorts.reports.outcome import MOST_GROUPS, MOST_NAMED, counts, how_sure, outcome
from cohorts.reports.page.bars import overall_bars
from cohorts.reports.page.render import page
from cohorts.round.composition import Composition
from cohorts.words import Language
from solver.solution import Status
from tests.cohorts.reports.readers_round import readers
from tests.cohorts.reports.test_reports import hostile
from tests.cohorts.small_round import none_open, people, small


@pytest.mark.parametrize(
    ("rule", "value", "random", "said"),
    [
        ("comparable-1", 4.0, 100.0, "De leden liggen 5 keer dichter bij elkaar dan bij toeval."),
        ("same_question", 50.0, 100.0, "2 keer beter dan bij toeval."),
        ("same_question", 99.0, 100.0, "Niet beter dan bij toeval."),
        ("same_question", -30.0, -10.0, "3 keer beter dan bij toeval."),
        ("at_most", 0.0, 7.0, "Overal gelukt."),
        ("at_most", 0.0, 0.0, ""),
    ],
)
def test_beside_chance(rule: str, value: float, random: float, said: str) -> None:
    # comparable: points are squared distances, sqrt(100 / 4) = 5
    asked = small().proposal.programme.rule(rule)
    assert chance_sentence(asked, Against(value, random), Language.NL) == said


def test_times_are_whole_from_three_up() -> None:
    assert times(2.44, Language.NL) == "2,4"
    assert times(7.9, Language.NL) == "8"


def test_every_group_with_its_members_is_told() -> None:
    said = "\n".join(outcome(small().proposal, Language.NL))
    for number, members in small().proposal.composition.groups.items():
        (line,) = (x for x in said.splitlines() if x.startswith(f"Groep {number}"))
        assert all(a.label in line for a in members)
    assert "dan bij toeval" in said


def test_many_groups_and_many_left_are_counted_not_listed() -> None:
    proposal = small().proposal
    groups = {n: people()[:6] for n in range(1, MOST_GROUPS + 6)}
    left = tuple(replace(proposal.not_placed[0], applicant=a) for a in people(MOST_NAMED + 7))
    proposal = replace(
        proposal, composition=Composition(groups=groups), not_placed=left, findings=()
    )
    said = outcome(proposal, Language.EN)
    assert "… and 5 more groups. All groups are in the report." in said
    assert "  … and 7 more." in said


def test_one_group_is_not_called_groups() -> None:
    proposal = replace(small().proposal, composition=Composition(groups={1: people()[:8]}))
    assert counts(proposal, Language.EN).startswith("One group with 8 participants. Not placed")
    everyone = replace(proposal, not_placed=())
    assert counts(everyone, Language.NL) == "Eén groep met 8 deelnemers. Iedereen is geplaatst."


def test_everyone_is_not_placed_where_some_have_not_confirmed() -> None:
    everyone = replace(readers(), not_placed=())
    assert "Iedereen is geplaatst" not in counts(everyone, Language.NL)
    assert "Wie nu mee kan doen, is geplaatst." in counts(everyone, Language.NL)


def test_how_sure_is_said_plainly() -> None:
    proposal = small().proposal
    score = replace(proposal.score, points=1000)
    near = replace(proposal, score=score, bound=985)  # 15 of 1000 is 1.5%
    assert how_sure(near, Language.NL).endswith("weten we niet zeker: hoogstens 2% beter.")
    best = replace(proposal, status=Status.OPTIMAL)
    assert "proven" in how_sure(best, Language.EN)
    assert "stopped early" in how_sure(replace(proposal, reproducible=False), Language.EN)


def test_no_name_commands_the_terminal() -> None:
    for language in Language:
        said = "".join(outcome(hostile(), language))
        assert "\x1b" not in said
        assert "\u202e" not in said


@pytest.mark.parametrize("language", list(Language))
def test_the_bars_of_the_whole_stand_worst_first(language: Language) -> None:
    bars = overall_bars(small().proposal, language)
    assert [bar.share for bar in bars] == sorted(bar.share for bar in bars)
    titles = {r.title(language) for r in small().proposal.programme.rules}
    assert {bar.title for bar in bars} <= titles
    assert all(bar.sentence for bar in bars)


def test_no_group_at_all_is_said_plainly_and_why() -> None:
    said = outcome(none_open(), Language.NL)
    assert said[0] == "Er kon deze keer geen groep worden gevormd. Deze keer niet geplaatst: 6."
    why = (
        "  Er kon geen groep worden gevormd: we vonden niet genoeg mensen die volgens de eisen "
        "bij elkaar mogen. Allen samen in één groep mag niet: Een gedeeld thema."
    )
    assert why in said
    assert "Bewezen is dat het met deze mensen en eisen niet kan." in said
    text = "\n".join(said)
    assert "\n\n\n" not in text
    assert not any(word in text for word in ("0 groepen", "gelukt", "voldaan", "toeval"))


def test_no_group_at_all_has_nothing_to_draw() -> None:
    assert none_open().random == {}
    assert overall_bars(none_open(), Language.NL) == []
    drawn = page(none_open(), Language.NL)
    assert not any(f'id="{part}"' in drawn for part in ("alike", "groups"))
    assert "(0)" not in drawn
    assert "voldaan" not in drawn.split("<main>")[0]
