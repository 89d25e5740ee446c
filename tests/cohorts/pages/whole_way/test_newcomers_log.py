"""A newcomer's log names the clicks that bring somebody to three printed pages, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.first_hour import GROUPS, SHEET, Newcomer
from cohorts.words import Language
from tests.cohorts.pages.driving import Look, Run, Site
from tests.docs.pages import Page

pytestmark = pytest.mark.long
LOG = Page("docs/tutorial/a-newcomers-log.md").text
ROW = re.compile(r"^\| (?!Click|--)(.+?) \| (.+?) \| [\d.]+ \|$", re.MULTILINE)
BEFORE = 2
"""Rows before a page of the round is there: the command, and its address."""


def test_its_clicks_lead_to_three_printed_pages(site: Site, look: Look, tmp_path: Path) -> None:
    run = Run("en", 1280, "light")
    page = look(run, site.url("now", site.sample_round(), run))
    newcomer = Newcomer(page, tmp_path, Language.EN)
    newcomer.to_three_pages()
    done = [(one.click, one.stands) for one in newcomer.steps]
    assert ROW.findall(LOG)[BEFORE:] == done
    printed = [one.read_bytes() for one in sorted(tmp_path.glob("*.pdf"))]
    assert [len(SHEET.findall(one)) for one in printed] == [1] * GROUPS
