"""The papers for the first meeting as a printer gets them: on whole sheets, nothing cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from playwright.sync_api import Browser

from cohorts.composing.proposal import Proposal
from cohorts.reports.page.attendance_page import attendance_page
from cohorts.reports.page.badges_page import badges_page
from cohorts.reports.page.facilitator import facilitator_sheets
from cohorts.reports.page.participant import participant_sheets
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.words import Language
from tests.cohorts.reports.many_round import many
from tests.cohorts.reports.readers_round import readers

START = Start(date(2026, 10, 5), time(13, 30))
STAMP = Stamp(date(2026, 9, 1), number=2, signed="Jo Vos", head="a" * 64)
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")
LONG = (
    "Wilhelmina-Alexandrina Oude Luttikhuis-van den Bosch tot Zwanenburg",
    "MWMWMWMWMWMWMWMWMWMWMWMWMWMWMW",
    "<b>Jo</b> & Co",
    "Ö",
    "株式会社名古屋製作所東京支店営業部",
    "Technische Handelsonderneming en Constructiewerkplaats Plaggenmarsch & Zonen Nederland B.V.",
)


def called(change: tuple[str, ...]) -> Proposal:
    """The round with such names, and such companies."""
    made = readers()
    groups = {
        n: tuple(
            replace(a, name=change[i % len(change)], company=change[(i + 1) % len(change)])
            for i, a in enumerate(members)
        )
        for n, members in made.composition.groups.items()
    }
    return replace(made, composition=replace(made.composition, groups=groups))


def printed(browser: Browser, html: str) -> int:
    """On how many sheets."""
    page = browser.new_page()
    try:
        page.set_content(html)
        return len(PAGES.findall(page.pdf(prefer_css_page_size=True)))
    finally:
        page.close()


@pytest.mark.parametrize("language", list(Language))
def test_every_group_is_on_one_sheet(language: Language, browser: Browser) -> None:
    groups = len(readers().composition.groups)
    assert printed(browser, participant_sheets(readers(), START, language, STAMP)) == groups
    assert printed(browser, attendance_page(readers(), 0, START, language, STAMP)) == groups


@pytest.mark.parametrize("size", [11, 12])
def test_a_group_of_many_is_on_one_sheet(size: int, browser: Browser) -> None:
    """Also where all wrote a line for each answer, and a name is very long."""
    coaches = {1: LONG[0]}
    html = facilitator_sheets(many(size), START, Language.NL, STAMP, coaches=coaches)
    assert printed(browser, html) == html.count('<section class="one-sheet">') == 2


@pytest.mark.parametrize("names", [LONG, ("Jo Vos",)], ids=["long", "short"])
def test_names_stay_on_their_badge(names: tuple[str, ...], browser: Browser) -> None:
    html = badges_page(called(names), Language.NL, STAMP)
    page = browser.new_page()
    page.set_content(html)
    page.emulate_media(media="print")
    off = page.evaluate(
        """() => [...document.querySelectorAll('.badge')].filter(b => {
             const foot = b.querySelector('footer').getBoundingClientRect().top
             const box = b.getBoundingClientRect()
             return [...b.children].some(e => e.tagName !== 'FOOTER' &&
               (e.getBoundingClientRect().bottom > foot + 1
                || e.getBoundingClientRect().top < box.top
                || e.scrollWidth > e.clientWidth + 1))
           }).map(b => b.innerText)"""
    )
    sheets = len(PAGES.findall(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert off == []
    assert sheets == html.count('<section class="badge-sheet">')
