"""What is round every page, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.cohorts.pages.driving import RUNS, Look, Run, Site


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_page_stands_within_its_shell(site: Site, look: Look, run: Run) -> None:
    page = look(run, site.url("now", site.new_round(), run))
    expect(page.locator("h1")).to_be_focused()
    look.check(page, "now")
