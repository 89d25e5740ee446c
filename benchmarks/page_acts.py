"""How quick what people do on a page is: what ``benchmarks.pages`` measures beside its clicks.

``act_seconds(page, open_)``: seconds by act, from the press until the page has run and nothing of
it is still to be drawn. ``search``: applicants by a word; ``card``: one person's; ``switch``: how
heavily a rule counts; ``reader``: for whom a page is made.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle

from playwright.sync_api import Page

Opens = Callable[[str], None]
"""Draws the page of a room."""
HEAVY, LIGHT = 1, 2
"""Places of two steps in the switch of a rule."""
POLL = 5
"""Milliseconds."""
WATCHED = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  window.drawnTo ??= new MutationObserver(() => {
    if (app.dataset.testScriptState === "notRunning") window.ends = (window.ends ?? 0) + 1;
  });
  window.drawnTo.observe(app, { attributeFilter: ["data-test-script-state"] });
  return window.ends ?? 0;
}"""
ENDS = """() => document.querySelector("[data-testid=stSkeleton], [data-stale=true]")
  ? -1 : window.ends ?? 0"""


def act_seconds(page: Page, open_: Opens, times: int) -> dict[str, list[float]]:
    """See the module; each ``times`` times."""
    return {
        name: [_timed(page, does) for does, _ in zip(acts(page, open_), range(times), strict=False)]
        for name, acts in ACTS.items()
    }


def _search(page: Page, open_: Opens) -> Iterator[Callable[[], None]]:
    open_("applicants")
    field = page.locator(".st-key-zoek input")
    for word in cycle(("de", "van", "a")):
        field.fill(word)
        yield lambda: field.press("Enter")


def _card(page: Page, open_: Opens) -> Iterator[Callable[[], None]]:
    while True:
        open_("applicants")
        link = page.locator(".st-key-page_applicants a[href*='persoon=']").first
        link.wait_for()
        yield link.click


def _switch(page: Page, open_: Opens) -> Iterator[Callable[[], None]]:
    open_("composing")
    steps = page.locator(".st-key-line_travel").get_by_role("radio")
    steps.first.wait_for()
    while True:
        yield steps.nth(LIGHT if steps.nth(HEAVY).is_checked() else HEAVY).click


def _reader(page: Page, open_: Opens) -> Iterator[Callable[[], None]]:
    open_("decision")
    readers = page.locator(".st-key-share_for label:has(input)")
    if not readers.first.is_visible():
        page.locator("[data-testid=stExpander]:has(.st-key-share_for) summary").click()
    for number in cycle((1, 2, 0)):
        yield readers.nth(number).click


ACTS: dict[str, Callable[[Page, Opens], Iterator[Callable[[], None]]]] = {
    "search": _search,
    "card": _card,
    "switch": _switch,
    "reader": _reader,
}


def _timed(page: Page, does: Callable[[], None]) -> float:
    before = page.evaluate(WATCHED)
    began = time.perf_counter()
    does()
    while page.evaluate(ENDS) <= before:
        page.wait_for_timeout(POLL)
    return time.perf_counter() - began
