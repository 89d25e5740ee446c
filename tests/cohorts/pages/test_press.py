"""A press while the page is still drawn: nothing that somebody did is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.cohorts.pages.driving import WIDE, Look, Site, serving

SLOW = """
import sys, time
from pathlib import Path
from runpy import run_module
import streamlit as st
from cohorts.pages import rounds

here = Path({folder!r})

def until(name):
    (here / f"{{name}}-begun").touch()
    while not (here / name).exists():
        time.sleep(0.01)

def first():
    until("act")
    st.session_state["first"] = st.session_state.get("first", 0) + 1

def draw(_):
    st.title("Traag")
    st.button("Eerste", on_click=first)
    if st.session_state.get("first"):
        until("page")
    if st.button("Tweede"):
        st.session_state["second"] = st.session_state.get("second", 0) + 1
    if st.button("Derde"):
        st.session_state["third"] = st.session_state.get("third", 0) + 1
        st.rerun()
    for name in ("first", "second", "third"):
        st.text(f"{{name}} {{st.session_state.get(name, 0)}}")

rounds.draw = draw
run_module("cohorts.pages", run_name="__main__")
"""
"""A page whose first act, and the drawing after it, last until a file of that name is there."""
MOVED = """high => {
  document.querySelector("[class*=st-key-page_]").style.paddingTop = `${high}px`;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("slow")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    """Of which the page of rounds is slow; the others are as they are."""
    with serving(folder, SLOW.format(folder=str(folder))) as site:
        yield site


def begun(page: Page, folder: Path, name: str) -> None:
    """Waits until the server is about it."""
    for _ in range(2000):
        if (folder / f"{name}-begun").exists():
            return
        page.wait_for_timeout(10)
    pytest.fail(f"{name} was never begun")


def heard(page: Page) -> None:
    """Until the server has what was sent: all of it came before what is asked now."""
    page.evaluate("fetch('/health').then(answer => answer.text())")
    page.wait_for_timeout(100)


def test_an_act_is_done_to_its_end_and_the_next_press_after_it(
    site: Site, look: Look, folder: Path
) -> None:
    """The second comes in the midst of the first act, the third while the page is drawn anew."""
    page = look(WIDE, site.url("rounds"))
    page.get_by_role("button", name="Eerste").click()
    begun(page, folder, "act")
    page.get_by_role("button", name="Tweede").click()
    heard(page)
    (folder / "act").touch()
    begun(page, folder, "page")
    page.get_by_role("button", name="Derde").click()
    heard(page)
    (folder / "page").touch()
    for name in ("first", "second", "third"):
        expect(page.get_by_text(f"{name} 1")).to_be_visible()


def where(page: Page, what: Locator) -> FloatRect:
    """Where it stands, in view; it may just then be drawn anew."""
    for _ in range(200):
        what.scroll_into_view_if_needed()
        if box := what.bounding_box():
            return box
        page.wait_for_timeout(20)
    pytest.fail("it stands nowhere")


def pressed_while_it_moves(page: Page, what: Locator, *, away: int = 0) -> None:
    """Down, the page is drawn further above it, and up: ``away`` pixels from there."""
    page.evaluate(MOVED, 0)
    box = where(page, what)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(MOVED, 2 * box["height"])
    page.mouse.move(x, y + away)
    page.mouse.up()


def test_a_press_counts_for_what_it_began_on(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("composing", site.new_round()))
    line = page.locator(".st-key-line_travel")
    heavy = line.get_by_role("radio", name="zwaar")
    pressed_while_it_moves(page, heavy, away=7)
    look.settle(page)
    expect(heavy).not_to_be_checked()
    pressed_while_it_moves(page, heavy)
    expect(heavy).to_be_checked()
    look.settle(page)
    pressed_while_it_moves(page, line.locator("summary"))
    take = line.get_by_role("button", name="Haal deze regel weg")
    expect(take).to_be_visible()
    look.settle(page)
    pressed_while_it_moves(page, take)
    expect(line).to_have_count(0)
