"""The page of proposals in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cohorts.composing.proposal import Proposal
from cohorts.outlook.alternatives import alternatives
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.words import Language, say
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.proposing.kept_round import KeptRound, filled
from tests.cohorts.rounds.proposing.samples import composed

SAMPLE = "overijssel"


def w(run: Run, key: str, **facts: object) -> str:
    return say(f"page_proposals.{key}", Language(run.language), **facts)


@pytest.fixture(scope="module")
def side_by_side(site: Site) -> RoundKey:
    """A round with three proposals, composed twice."""
    round_ = site.new_round()
    kept = filled(site.store, site.actor, round_, SAMPLE)
    (before,) = keep(kept, composed(SAMPLE), made=Made.COMPOSED)
    people = people_of(kept.store, kept.actor, round_).applicants
    asked = asked_of(kept.store, kept.actor, round_)
    found = alternatives(people, asked.programme, effort="quick", **asked.given)
    first, *others = (one.proposal for one in found.answers)
    (key,) = keep(kept, first, made=Made.COMPOSED, before=before)
    keep(kept, *others, made=Made.ALTERNATIVE, before=key)
    return round_


def keep(
    kept: KeptRound, *found: Proposal, made: Made, before: ProposalKey | None = None
) -> tuple[ProposalKey, ...]:
    return keep_proposals(kept.store, kept.actor, kept.round, found, made=made, before=before)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_it_is_empty_at_first(site: Site, look: Look, run: Run) -> None:
    page = look(run, site.url("proposals", site.new_round(), run))
    expect(page.get_by_text(w(run, "empty_people"))).to_be_visible()
    look.check(page, "proposals-empty")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_side_by_side(site: Site, look: Look, run: Run, side_by_side: RoundKey) -> None:
    page = look(run, site.url("proposals", side_by_side, run))
    heads = heads_of(site.store, site.actor, side_by_side)
    for head in heads[1:]:
        expect(
            page.get_by_role("heading", name=w(run, "one", number=head.number), exact=True)
        ).to_be_visible()
    look.check(page, "proposals")
    page.get_by_role("link", name=w(run, "to_groups")).first.click()
    expect(
        page.get_by_role("heading", level=1, name=w(run, "one", number=heads[1].number))
    ).to_be_visible()
    look.check(page, "proposals-one")


def test_what_changed_is_said(site: Site, look: Look) -> None:
    run = FOUR[0]
    round_ = site.new_round("Najaar")
    kept = filled(site.store, site.actor, round_, SAMPLE)
    keep(kept, composed(SAMPLE), made=Made.COMPOSED)
    choose_programme(site.store, site.actor, round_, "bedrijfsontwikkeling")
    page = look(run, site.url("proposals", round_, run))
    expect(page.get_by_text(w(run, "changed"))).to_be_visible()
    expect(page.get_by_role("button", name=w(run, "again"))).to_be_visible()
    look.check(page, "proposals-changed")
