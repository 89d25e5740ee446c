"""What the chair does beside the own ballot, on the page of the chair."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import Look
from tests.cohorts.pages.whole_way.hands import SAID, press, reloads


def goes_to_the_ties(page: Page) -> None:
    """From the ballot."""
    page.locator("header a[href^='/voorzitter']").click()
    expect(page.locator("h1")).to_have_text(SAID["page_chair.head"])
    Look.settle(page)


def has_seen_the_ties(page: Page) -> None:
    """Without which nobody goes on."""
    reloads(page)
    press(page, "page_chair.do_see")
    expect(page.get_by_text(SAID["page_chair.after_seen"])).to_be_visible()


def rules(page: Page, reason: str) -> None:
    """On a tie that was told late: the votes of the others stand."""
    reloads(page)
    page.get_by_label(SAID["page_chair.reason"], exact=True).first.fill(reason)
    press(page, "page_chair.do_rule")
    expect(page.get_by_text(reason)).to_be_visible()
    Look.settle(page)
