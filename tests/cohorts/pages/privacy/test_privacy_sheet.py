"""The sheet for the privacy officer: of what the round holds, and one sheet of paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cohorts.reports.page.privacy_page import privacy_page
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.keeping.accountable import LONGEST, Accountable, say_accountable
from cohorts.rounds.keeping.times_kept import keeping_of, set_keeping
from cohorts.rounds.keeping.what_is_held import WhatIsHeld, what_is_held
from cohorts.rounds.roles import Role
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language, say
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.deciding.judged_round import chosen
from tests.cohorts.rounds.staff import joined

SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture
def held(tmp_path: Path) -> WhatIsHeld:
    """A round in which there is something of everything, with long texts."""
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    try:
        return _held(store)
    finally:
        store.close()


def _held(store: Store) -> WhatIsHeld:
    here = chosen(store)
    of = (store, here.organiser, here.round)
    note_call(*of, here.candidate(0), Called.NO)
    joined(store, here.organiser, "<b>Auke</b>", here.round, Role.AUDITOR)
    set_keeping(*of, keeping_of(*of).before, {"calls": 77})
    long = "Provincie Voorbeeld en samenwerkende gemeenten " * 9
    say_accountable(*of, Accountable(long[:LONGEST], "privacy@voorbeeld.nl", long[:LONGEST]))
    return what_is_held(*of)


@pytest.mark.parametrize("language", list(Language))
def test_it_says_what_there_is_and_is_one_sheet(
    held: WhatIsHeld, language: Language, browser: Browser
) -> None:
    drawn = privacy_page(held, "Move2Social", language)
    assert held.place in drawn
    assert "privacy@voorbeeld.nl" in drawn
    assert "77 " in drawn
    assert "&lt;b&gt;Auke&lt;/b&gt;" in drawn
    assert "Bank" in drawn
    page = browser.new_page()
    page.set_content(drawn)
    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.close()


@pytest.mark.parametrize("language", list(Language))
def test_how_many_votes_there_are_is_told_after_the_close(
    tmp_path: Path, language: Language
) -> None:
    """Two sheets of one day would tell how many were changed between them."""
    store = opened(url_of_file(tmp_path / "rounds.sqlite"))
    here = a_judged_round.voting(store)
    of = (store, here.organiser, here.round)
    assert "votes" not in what_is_held(*of).counts
    assert say("privacy.committee_voting", language, members=4) in privacy_page(
        what_is_held(*of), "Move2Social", language
    )
    a_judged_round.ruled(here)
    close_votes(*of, here.stage)
    assert what_is_held(*of).counts["votes"] == 2 * 4
    store.close()
