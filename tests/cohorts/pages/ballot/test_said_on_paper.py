"""Who votes on paper reads what stands on the page: by what, who reads it, and examples by kind."""

from __future__ import annotations

from html import unescape

import pytest

from cohorts.reports.page.paper_pages import paper_ballot_page, ties_sheet
from cohorts.rounds.balloting.paper_ballot import paper_ballot
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.balloting.a_committee import judging, yes_plan


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_what_is_on_the_page_is_on_paper_too(store: Store, language: Language) -> None:
    examples = {"knows": "Bank: een rekening\nSchool: een stage", "handles": "Ik besliste erover"}
    here = judging(store, yes_plan(looks_at="Klaar\nEerlijk", tie_examples=examples))
    of = (store, here.organiser, here.round, here.stage)
    ballot = paper_ballot(*of, here.members["School"].key)
    sheet = unescape(ties_sheet(ballot, language))
    assert "<li>Bank: een rekening</li><li>School: een stage</li>" in sheet
    assert say("ballot.ties_example", language, text="Ik besliste erover") in sheet
    assert say("paper.ties_read", language) in sheet
    bundle = paper_ballot_page(ballot, language)
    told = f"{say('ballot.looks_at', language)}: Klaar; Eerlijk."
    assert bundle.count(told) == len(ballot.rows) > 0
