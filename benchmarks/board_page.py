"""How quick the board is in a browser: what ``benchmarks.pages`` measures of that page.

``board_seconds(page)`` takes a Playwright page on which a board stands drawn, of a round in which
nobody else is at work, and gives seconds by what was measured:

``consequences``: from a click on somebody to the first sentence above a group; ``jump``: from the
choice of a group by its name to its first card; ``first sentence``: the same, then a click on
that card, to a sentence above a group; ``move``: from the choice of a group to what the move did.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page

TIMES = 10
CLOSING = 250
"""Milliseconds in which a panel closes."""


def board_seconds(page: Page, times: int = TIMES) -> dict[str, list[float]]:
    """See the module; each ``times`` times, spread over the groups."""
    groups = page.locator(".jump option").evaluate_all("all => all.map(one => one.value)")[1:]
    spread = [groups[(i * len(groups)) // times] for i in range(times)]
    found: dict[str, list[float]] = {"jump": [], "first sentence": [], "consequences": []}
    for group in spread:
        began = time.perf_counter()
        _jump(page, group)
        found["jump"].append(time.perf_counter() - began)
        _card(page, group, 0).click()
        _sentence(page)
        found["first sentence"].append(time.perf_counter() - began)
        _close(page)
        found["consequences"].append(_timed(lambda at=group: _held(page, at)))
        _close(page)
    moves = [_moved(page, group) for group in spread]
    found["move"] = [seconds for seconds in moves if seconds is not None]
    return found


def _jump(page: Page, group: str) -> None:
    page.locator(".jump select").select_option(group)
    _card(page, group, 0).wait_for()


def _held(page: Page, group: str) -> None:
    _card(page, group, 1).click()
    _sentence(page)


def _moved(page: Page, group: str) -> float | None:
    """Moves somebody to the best place, and takes it back; None where every place breaks a must."""
    _jump(page, group)
    _held(page, group)
    page.locator(".menu button").first.click()
    page.locator(".choices button").first.wait_for()
    choice = page.locator(".choices button:not(.broken):not(.full):not(.out)").first
    if not choice.count():
        _close(page)
        return None
    before = _told(page)
    seconds = _timed(lambda: _done(page, choice, before))
    undone = page.locator(".tools .undo")
    _done(page, undone, _told(page))
    return seconds


def _done(page: Page, pressed: Locator, before: str) -> None:
    pressed.click()
    # the policy of the pages forbids a function given as text
    page.locator(".board:not([aria-busy]) .told:not(:empty)").wait_for()
    while _told(page) == before:
        page.wait_for_timeout(5)


def _told(page: Page) -> str:
    return page.locator(".told").inner_text()


def _card(page: Page, group: str, which: int) -> Locator:
    return page.locator(f'[data-column="{group}"] button.card').nth(which)


def _sentence(page: Page) -> None:
    page.locator(".would .consequence").first.wait_for(state="attached")


def _close(page: Page) -> None:
    page.keyboard.press("Escape")
    page.wait_for_timeout(CLOSING)


def _timed(does: Callable[[], None]) -> float:
    began = time.perf_counter()
    does()
    return time.perf_counter() - began
