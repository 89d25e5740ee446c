"""Whoever goes on while a page is still drawn gets where they go, whatever it asks meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.cohorts.pages.driving import WIDE, Look, Site, serving

SLOW = """
from runpy import run_module
from time import sleep
import streamlit as st
from cohorts.pages import committee
def part():
    st.text("part")
def draw(here):
    st.title("slow")
    sleep(1)
    st.fragment(part, run_every=0.1)()
    sleep(2)
committee.draw = draw
run_module("cohorts.pages", run_name="__main__")
"""
"""A page that is drawn slowly, of which a part is drawn anew by its clock."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """In place of the one that is served as it is."""
    with serving(tmp_path, SLOW) as site:
        yield site


def test_a_clock_of_the_page_that_is_left_brings_nobody_back(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("committee", site.new_round()), heading=False)
    expect(page.get_by_text("slow")).to_be_visible()
    page.reload()
    expect(page.get_by_text("slow")).to_be_visible()
    page.locator("nav, .st-key-steps").get_by_role("link", name="Aanmeldingen").first.click()
    expect(page.locator("h1")).to_have_text("Wie heeft zich aangemeld?")
    Look.settle(page)
    expect(page.locator("h1")).to_have_text("Wie heeft zich aangemeld?")
