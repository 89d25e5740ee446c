"""What an organiser does once it is known who goes on: groups, a signature, letters."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import Look, unlocked
from tests.cohorts.pages.whole_way.hands import (
    MADE,
    SAID,
    files_in,
    fill,
    goes_to,
    press,
    reloads,
)


def composes(page: Page) -> None:
    """What is asked as it stands, until there is a proposal to go on with."""
    goes_to(page, "composing")
    press(page, "page_composing.compose")
    page.wait_for_url("**/voorstellen**")
    to_board = re.compile(SAID["page_proposals.to_board"].partition("{")[0])
    expect(page.get_by_role("button", name=to_board)).to_be_visible(timeout=MADE)
    Look.settle(page)


def signs(page: Page, name: str) -> None:
    """The proposal that stands chosen."""
    goes_to(page, "decision")
    fill(page, SAID["page_decision.name"], name)
    press(page, "page_decision.do_sign")
    expect(page.get_by_text(f"Getekend door {name}")).to_be_visible()
    Look.settle(page)


def takes_the_letters(page: Page, of: str = "") -> dict[str, bytes]:
    """By name of the file. ``of``: what is chosen in the list; empty: what stands there."""
    goes_to(page, "post")
    if of:
        Look.choose(page, page.get_by_role("combobox", name=SAID["page_post.which"]), of)
        # drawn anew: until then the button is of the other
        expect(page.get_by_text(SAID["page_post.reserve"])).to_have_count(0)
        Look.settle(page)
    key = SAID["page_post.take"]
    before, _, after = (re.escape(part) for part in re.split(r"(\{.*\})", key))
    page.get_by_role("button", name=re.compile(f"^{before}.*{after}$")).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    letters = files_in(unlocked(page))
    reloads(page)
    return letters
