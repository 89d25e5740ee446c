"""The picture of the search: where its line runs, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.composing.improved import Step
from cohorts.composing.proposal import Proposal
from cohorts.reports.page import page
from cohorts.reports.page.searched import Searched, searched
from cohorts.words import Language, say
from solver.pricing import POINT
from tests.cohorts.small_round import small

FALLING = (Step(0.1, 0, 0, 1100), Step(0.25, 0, 0, 200), Step(0.5, 0, 0, 110), Step(0.7, 0, 0, 100))
"""Of 1,000 that it fell 100, 10 and nothing were left after a quarter, a half, and 70 %."""


def told(*story: Step, fair: bool = False) -> Proposal:
    made = small().proposal
    return replace(made, story=story, round=replace(made.round, fairness=fair))


def drawn(*story: Step, fair: bool = False) -> Searched:
    picture = searched(told(*story, fair=fair), Language.EN)
    assert picture is not None
    return picture


def test_the_line_falls_in_steps_on_a_scale_of_tenths() -> None:
    """1 - log(1 + 99·0.1) / log 100 = 0.481, and for 0.01 it is 1 - log(1.99) / log 100 = 0.851."""
    picture = drawn(*FALLING)
    assert picture.line == "M10 0H25V48.1H50V85.1H70V100H100"
    assert picture.ticks == ((0, "100%"), (48.1, "10%"), (85.1, "1%"), (100, "0%"))
    assert [text for _, text in picture.works] == ["0%", "25%", "50%", "75%", "100%"]


def test_it_says_when_nine_tenths_were_there_and_when_nothing_better_came() -> None:
    picture = drawn(*FALLING)
    assert picture.title == say("report.searched", Language.EN, percent=25)
    assert picture.about.endswith(say("report.searched_until", Language.EN, percent=70))


def test_it_is_not_said_to_have_stopped_where_it_got_better_to_the_end() -> None:
    picture = drawn(*FALLING[:-1], replace(FALLING[-1], done=1.0))
    assert picture.about.endswith(say("report.searched_to_end", Language.EN))


def test_a_share_is_rounded_up() -> None:
    """By 25.1 % it was there, by 25 % it was not."""
    picture = drawn(FALLING[0], Step(0.251, 0, 0, 100))
    assert picture.title == say("report.searched", Language.EN, percent=26)
    early = drawn(Step(0.0, 0, 0, 9), Step(0.0001, 0, 0, 1))
    assert early.title == say("report.searched", Language.EN, percent=1)


def test_points_below_zero_fall_like_others() -> None:
    below = tuple(replace(step, soft=step.soft - 5000) for step in FALLING)
    assert drawn(*below).line == drawn(*FALLING).line


def test_where_groups_are_to_be_fair_the_line_is_of_the_worst() -> None:
    """The others may lose meanwhile; the last step is better for them alone."""
    story = (Step(0.1, 1100, 0, 5), Step(0.5, 100, 0, 9), Step(0.8, 100, 0, 7))
    picture = drawn(*story, fair=True)
    assert picture.line == "M10 0H50V100H100"
    assert say("report.searched_fair", Language.EN) in picture.about
    assert picture.about.endswith(say("report.searched_until", Language.EN, percent=80))


def test_points_are_one_measure_only_with_as_much_likeness() -> None:
    story = (Step(0.1, 0, 4, 10), Step(0.2, 0, 0, 1100), Step(0.5, 0, 0, 100))
    assert drawn(*story).line == "M20 0H50V100H100"


def test_the_table_states_the_points() -> None:
    story = (Step(0.1, 0, 0, 1250 * POINT), Step(0.5, 0, 0, 1000 * POINT))
    assert drawn(*story).rows == (("10%", "1,250"), ("50%", "1,000"))


@pytest.mark.parametrize("story", [(), FALLING[:1], (Step(0.1, 0, 1, 9), Step(0.2, 0, 0, 5))])
def test_one_point_is_no_picture(story: tuple[Step, ...]) -> None:
    assert searched(told(*story), Language.NL) is None
    assert 'class="curve"' not in page(told(*story), Language.NL)


@pytest.mark.parametrize("language", list(Language))
def test_it_stands_in_the_last_section_of_the_report(language: Language) -> None:
    drawn_page = page(told(*FALLING), language)
    last = drawn_page[drawn_page.rindex("<h2") :]
    assert 'id="made"' in last
    assert 'd="M10 0H25V48.1H50V85.1H70V100H100"' in last
    assert say("report.searched", language, percent=25) in last


def test_a_row_that_reads_like_the_one_before_is_left_out() -> None:
    """616.94 and 616.90 are both 616.9; what came first of them has its row."""
    story = tuple(
        Step(done, 0, 0, round(points * POINT))
        for done, points in ((0.1, 700), (0.2, 616.94), (0.3, 616.90), (0.4, 610))
    )
    assert [work for work, _ in drawn(*story).rows] == ["10%", "20%", "40%"]
