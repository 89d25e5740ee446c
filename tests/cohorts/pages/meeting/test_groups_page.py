"""*Vergaderen* over groups in a real browser: dark first, shown by choice, moved and minuted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cohorts.hands.board import Board
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.conferring.groups_met import groups_met
from cohorts.rounds.proposing.heads import heads_of
from cohorts.words import Language, say
from tests.cohorts.pages.driving import BOTH, RUNS, Look, Run, Site
from tests.cohorts.rounds.changing.two_groups import filled
from tests.cohorts.rounds.conferring.eight import proposed_in


def said(run: Run, key: str, **facts: object) -> str:
    return say(f"page_meeting_groups.{key}", Language(run.language), **facts)


def pressed(look: Look, page: Page, run: Run, key: str, **facts: object) -> None:
    page.get_by_role("button", name=said(run, key, **facts), exact=True).click()
    look.settle(page)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_meeting_on_the_groups(site: Site, look: Look, run: Run, tmp_path: Path) -> None:
    here = proposed_in(site.store, site.actor, site.new_round(f"Groepen {run}"))
    page = look(run, site.url("meeting", here.round, run))
    group = page.locator(".meeting-group")
    expect(group).not_to_contain_text("€")
    expect(group).not_to_contain_text("Geheime")
    look.check(page, "meeting-groups")
    pressed(look, page, run, "show_money")
    expect(group).to_contain_text("€")
    pressed(look, page, run, "show_apart")
    expect(group).to_contain_text(said(run, "part_apart"))
    look.check(page, "meeting-groups-shown")
    pressed(look, page, run, "next")
    expect(group).to_contain_text(said(run, "place", number=2, count=2))
    expect(group).not_to_contain_text("€")
    pressed(look, page, run, "previous")
    expect(group).to_contain_text(said(run, "place", number=1, count=2))
    expect(group).not_to_contain_text("€")
    look.unfold(page, said(run, "move"))
    board: Board = board_of(*here.of, here.proposal).board
    moves = next(a for a in board.groups[1] if a.id not in {"x0", "x1"})
    look.choose(page, page.get_by_label(said(run, "move_who"), exact=True), moves.label)
    said_of_it = say("consequence.nothing_breaks", Language(run.language))
    expect(page.get_by_text(said_of_it).first).to_be_visible()
    look.check(page, "meeting-groups-move")
    page.get_by_text(said_of_it).first.click()
    button = page.get_by_role("button", name=moves.label)
    button.click()
    expect(page.get_by_text(said(run, "moved", number=1))).to_be_visible()
    expect(group).not_to_contain_text(moves.label)
    pressed(look, page, run, "do_keep")
    expect(page.get_by_text(said(run, "of_proposal", number=2))).to_be_visible()
    assert len(heads_of(*here.of)) == 2
    look.unfold(page, said(run, "remark_on"))
    page.get_by_label(said(run, "remark"), exact=True).fill("Sterk <i>stel</i>")
    pressed(look, page, run, "do_remark")
    expect(page.get_by_text("Sterk <i>stel</i>").first).to_be_visible()
    pressed(look, page, run, "side_by_side")
    expect(page.locator(".meeting-groups article")).to_have_count(2)
    look.check(page, "meeting-groups-all")
    found = groups_met(*here.of)
    assert found is not None
    look.unfold(page, said(run, "minutes", count=4).split(":")[0])
    with page.expect_download() as got:
        page.get_by_role("button", name=said(run, "take")).click()
    path = tmp_path / "minutes.txt"
    got.value.save_as(path)
    assert "Sterk <i>stel</i>" in path.read_text("utf-8")


def test_what_is_decided_is_shown(site: Site, look: Look) -> None:
    run = BOTH[0]
    here = filled(site.store, site.actor, site.new_round("Besloten"))
    page = look(run, site.url("meeting", here.round, run))
    expect(page.get_by_text(said(run, "of_decision", number=1))).to_be_visible()
    expect(page.get_by_text(said(run, "move"))).to_have_count(0)
    look.check(page, "meeting-groups-decided")
    page.set_viewport_size({"width": 1920, "height": 1080})  # a beamer
    look.settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920
    letters = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert page.locator(".meeting-group li b").first.evaluate(letters) >= 24
