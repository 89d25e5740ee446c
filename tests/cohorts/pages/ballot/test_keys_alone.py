"""24 dossiers by Tab, Enter, Space and arrows alone: where one is, is always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.interests.interest import own_interests
from cohorts.rounds.judging.stage_plan import Tie
from tests.cohorts.pages.ballot.seats import DOSSIERS, Seat, seat
from tests.cohorts.pages.ballot.test_open_page import time_is_up
from tests.cohorts.pages.driving import PHONE, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import scores_plan, yes_plan

MOST = 60
"""Presses of Tab after which what is looked for should have come."""
SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || !at.checkVisibility()) return "lost";
  const label = at.id && document.querySelector(`label[for="${at.id}"]`);
  const box = (label || at).getBoundingClientRect();
  if (!box.width || box.bottom <= 0 || box.top >= innerHeight) return "out of sight";
  const drawn = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  return drawn(at) || (label && drawn(label)) ? "" : `not marked: ${at.outerHTML.slice(0, 200)}`;
}"""
"""What is wrong with where the keyboard is; nothing where it is seen."""


def to(page: Page, wanted: str) -> None:
    """Tab until it is there, every stop on the way in sight."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert not page.evaluate(SEEN)
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"no Tab leads to {wanted}")


def still_there(page: Page, id_: str) -> None:
    """After it was sent, the keyboard is where it was."""
    assert page.evaluate("document.activeElement.id") == id_
    assert not page.evaluate(SEEN)


@pytest.mark.parametrize("run", [WIDE, PHONE], ids=str)
def test_ties_votes_notes_and_sending(site: Site, look: Look, run: Run) -> None:
    here = seat(site, yes_plan(offers=True), f"Toetsen alleen {run}", told=False)
    page = look(run, here.address(run), token=here.token)
    to(page, "select")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == Tie.HANDLES.value
    to(page, "#others")
    page.keyboard.press("Space")
    to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#start h1")).to_be_focused()
    to(page, "#start [data-go=on]")
    page.keyboard.press("Enter")
    _judged(page, DOSSIERS - 1)
    expect(page.locator("#send h1")).to_be_focused()
    expect(page.locator("#left")).to_have_text("alles beoordeeld")
    _sent(page)
    to(page, "#print")
    votes = [one.vote for one in here.kept.dossiers]
    assert [one and one.judged.yes for one in votes] == [
        number % 2 == 1 for number in range(1, DOSSIERS)
    ]
    assert [one and one.remark for one in votes[:3]] == ["Sterk 1", "", "Sterk 3"]
    assert _tied(here) == [Tie.HANDLES]


def _judged(page: Page, count: int) -> None:
    for number in range(1, count + 1):
        expect(page.locator(f"#dossier-{number} h1")).to_be_focused()
        at = f"d{number}"
        to(page, f"#{at}-yes")
        page.keyboard.press("Space" if number % 2 else "ArrowRight")
        chosen = f"{at}-{'yes' if number % 2 else 'no'}"
        kept = page.locator(f"#dossier-{number} [data-kept]")
        expect(kept).to_contain_text("Bewaard")
        still_there(page, chosen)
        if number in (1, 3):
            to(page, f"#{at}-note")
            page.keyboard.type(f"Sterk {number}")
            to(page, f"#dossier-{number} .help summary")
            expect(kept).to_contain_text("Bewaard")
        to(page, f"#dossier-{number} [data-go=next]")
        page.keyboard.press("Enter")


def _sent(page: Page) -> None:
    """Refused while anything is unsent: pressed until it is done."""
    to(page, "#sending [type=submit]")
    for _ in range(50):
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
        if page.locator("code").count():
            return
    pytest.fail("it was not sent in")


def _tied(here: Seat) -> list[Tie]:
    with here.site.store.reading() as connection:
        said = own_interests(connection, here.round, here.actor.key)
    return [one.tie for one in said.values() if one.tie is not Tie.NONE]


def test_scores_by_arrows_and_a_tie_after_all(site: Site, look: Look) -> None:
    here = seat(site, scores_plan(), "Pijlen")
    page = look(WIDE, f"{here.address(WIDE)}#dossier-1", token=here.token, heading=False)
    expect(page.locator("#dossier-1 h1")).to_be_focused()
    for criterion in (0, 1):
        to(page, f"#d1-{criterion}-1")
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        still_there(page, f"d1-{criterion}-4")
    expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    tied = here.kept.dossiers[0].person
    to(page, "#dossier-1 .late summary")
    page.keyboard.press("Enter")
    to(page, f"#d1-{Tie.HANDLES.value}")
    page.keyboard.press("Space")
    to(page, "#dossier-1 .late button")
    page.keyboard.press("Enter")
    expect(page.locator("main h1:focus")).to_have_count(1)
    assert tied not in {one.person for one in here.kept.dossiers}
    assert _tied(here) == [Tie.HANDLES]


def test_the_end_of_the_time_takes_the_keyboard_nowhere_else(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Toets en tijd")
    page = look(WIDE, f"{here.address(WIDE)}#dossier-2", token=here.token, heading=False)
    to(page, "#d2-note")
    time_is_up(here)
    for _ in range(20):
        page.evaluate("dispatchEvent(new Event('online'))")
        page.wait_for_timeout(300)
        if page.locator("main.over").count():
            break
    expect(page.locator("#dossier-2 h1")).to_be_focused()
    to(page, "#dossier-2 [data-go=next]")
