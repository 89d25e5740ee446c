"""What a member does in a real browser: by keyboard at a desk, by thumb on a telephone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import Look, Run
from tests.cohorts.pages.whole_way.hands import SAID

Answer = bool | Sequence[int]
"""Yes or no, or a score for each criterion."""


def begins(look: Look, run: Run, link: str) -> Page:
    """Opens the personal address, without any other login, and presses *Begin*."""
    page = look(run, link, token="")
    page.get_by_role("button").first.click()
    page.wait_for_url("**/stembiljet**")
    page.locator("h1").first.wait_for()
    return page


def tells(page: Page, ties: Mapping[str, str]) -> None:
    """Of these that, of all others none."""
    for name, tie in ties.items():
        page.get_by_label(name).select_option(tie)
    page.locator("#others").check()
    page.locator("form button[type=submit]").first.click()
    expect(page.locator(".told").first).to_be_visible()


def judges_by_keyboard(page: Page, says: Mapping[str, Answer]) -> None:
    """Every dossier, in the order of their own ballot; then sends it in."""
    _opens(page)
    page.locator("#start [data-go=on]").press("Enter")
    for section in _dossiers(page):
        heading = page.locator(f"#{section} h1")
        expect(heading).to_be_focused()
        said = says[heading.inner_text()]
        for key in "jn"[not said] if isinstance(said, bool) else map(str, said):
            page.keyboard.press(key)
        page.keyboard.press("Enter")
    sends(page)


def judges_by_thumb(page: Page, says: Mapping[str, Answer]) -> None:
    """The same with taps."""
    _opens(page)
    page.locator("#start [data-go=on]").tap()
    for section in _dossiers(page):
        dossier = page.locator(f"#{section}")
        said = says[dossier.locator("h1").inner_text()]
        values = ["yes" if said else "no"] if isinstance(said, bool) else said
        for row, value in zip(dossier.locator(".buttons").all(), values, strict=True):
            row.locator(f"[value='{value}']").tap()
        dossier.locator("[data-go=next]").tap()
    sends(page)


def sends(page: Page) -> None:
    """The whole ballot, once all of it is kept; a receipt comes."""
    expect(page.locator("#send h1")).to_be_visible()
    expect(page.locator("#left")).to_have_text("alles beoordeeld")
    expect(page.locator("[data-kept]").filter(has_text=SAID["ballot.saving_script"])).to_have_count(
        0
    )
    page.locator("#sending [type=submit]").click()
    page.locator("code").first.wait_for()


def _opens(page: Page) -> None:
    """The ballot anew, now that there are dossiers."""
    page.reload()
    page.locator("#start").wait_for()


def _dossiers(page: Page) -> Iterable[str]:
    count = page.locator("section.dossier[id^=dossier]").count()
    return [f"dossier-{number}" for number in range(1, count + 1)]
