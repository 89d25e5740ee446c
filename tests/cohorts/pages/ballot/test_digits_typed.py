"""Scores by the digits of a keyboard: one of two digits lands where it belongs, at any pace."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan, plan_of
from tests.cohorts.pages.ballot.seats import Seat, seat
from tests.cohorts.pages.driving import FOUR, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import scores_plan

SLOW = 3_000
"""Milliseconds between two keys of somebody who seeks them."""


def scales(*ends: tuple[int, int]) -> StagePlan:
    """A criterion for each (low, high)."""
    criteria = [{"name": f"c{n}", "low": low, "high": high} for n, (low, high) in enumerate(ends)]
    stage = {"title": "Cijfers", "votes": BALLOTS, "rule": "mean_scores", "places": 4}
    return plan_of({"stage": stage | {"criteria": criteria}, "seed": 7})


def first_dossier(here: Seat, look: Look) -> Page:
    page = look(WIDE, f"{here.address(WIDE)}#dossier-1", token=here.token, heading=False)
    expect(page.locator("#dossier-1 h1")).to_be_focused()
    return page


def kept(page: Page, here: Seat, *scores: str) -> None:
    """These, and no other score, are on the page and then in the store."""
    dossier = page.locator("#dossier-1")
    expect(dossier.locator("[type=radio]:checked")).to_have_count(len(scores))
    shown = dossier.locator("[type=radio]:checked").evaluate_all("all => all.map(o => o.value)")
    assert shown == [*scores]

    def stored() -> bool:
        vote = here.kept.dossiers[0].vote
        return vote is not None and [str(s) for s in vote.judged.scores if s is not None] == shown

    Look.until(page, stored)


@pytest.mark.parametrize(
    ("ends", "typed", "scores"),
    [
        (((1, 10),) * 3, "101010", ("10", "10", "10")),
        (((1, 10),) * 3, "1110", ("1", "1", "10")),
        (((1, 5), (1, 10), (1, 5)), "1103", ("1", "10", "3")),
        (((0, 10),) * 3, "0103", ("0", "10", "3")),
        (((5, 15),) * 3, "12511", ("12", "5", "11")),
        (((1, 5),) * 3, "111", ("1", "1", "1")),
    ],
)
def test_digits_land_where_they_belong(
    site: Site, look: Look, ends: tuple[tuple[int, int], ...], typed: str, scores: tuple[str, ...]
) -> None:
    here = seat(site, scales(*ends), f"Cijfers {typed} {ends[0]}")
    page = first_dossier(here, look)
    for digit in typed:
        page.keyboard.press(digit)
    kept(page, here, *scores)
    assert not here.kept.dossiers[1].vote


def test_a_second_digit_may_come_late_and_with_shift(site: Site, look: Look) -> None:
    here = seat(site, scales((1, 10), (1, 10)), "Cijfers langzaam")
    page = first_dossier(here, look)
    page.keyboard.press("1")
    page.wait_for_timeout(SLOW)
    page.keyboard.press("Shift")
    page.keyboard.press("0")
    kept(page, here, "10")


def test_what_comes_between_parts_two_digits(site: Site, look: Look) -> None:
    here = seat(site, scales((0, 10), (0, 10), (0, 10)), "Cijfers apart")
    page = first_dossier(here, look)
    for key in ("1", "Tab", "0"):
        page.keyboard.press(key)
    kept(page, here, "1", "0")
    page.locator("#d1-2-1").click()
    page.keyboard.press("0")  # all are judged: it is for the one where the keyboard is
    kept(page, here, "1", "0", "0")


@pytest.mark.parametrize("run", FOUR[::2], ids=str)
def test_how_is_told_where_a_scale_needs_it(site: Site, look: Look, run: Run) -> None:
    told = {"nl": "Voor 10 typt u eerst 1 en dan 0.", "en": "For 10 type 1 and then 0."}
    here = seat(site, scales((1, 10)), f"Cijfers uitleg {run}")
    page = look(run, here.address(run), token=here.token)
    help_ = page.locator("#start details", has=page.locator("#keys"))
    expect(help_).to_contain_text(told[run.language])
    other = seat(site, scores_plan(), f"Cijfers geen uitleg {run}")
    page = look(run, other.address(run), token=other.token)
    expect(page.locator("#start details", has=page.locator("#keys"))).not_to_contain_text("10")
