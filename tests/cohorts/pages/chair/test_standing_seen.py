"""The standing of a closed vote on *Voorzitter*, for the chair or for who acts instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.go_on import go_on
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, invited, ties_seen, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of, joint_plan
from tests.cohorts.rounds.standings.ten_members import TEN, Ties, ten_in, vote_yes

NL = FOUR[0]
CHAIR = TEN[0]
DEPUTY = "Plaatsvervanger samen"


def closed(site: Site, number: str, ties: Ties | None = None) -> tuple[Committee, Actor]:
    """Of a closed vote, with its deputy."""
    round_ = site.new_round(f"Gesloten {number}")
    take_in(site.store, site.actor, round_, PEOPLE)
    here = ten_in(site.store, site.actor, round_, yes_plan(places=5), ties, beside=f" van {number}")
    vote_yes(here, ties=ties)
    name = f"Plaatsvervanger {number}"
    return here, invited(site.store, site.actor, round_, name, deputy=name)[name]


def token_of(here: Committee, whose: Actor) -> str:
    with here.store.writing() as connection:
        return new_login(connection, whose.key)


def said(run: Run, key: str) -> str:
    return sentences(Language(run.language))[key]


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_chair_sees_the_standing_in_ranges(site: Site, look: Look, run: Run) -> None:
    here, deputy = closed(site, f"stand {run}")
    names = people_of(here.store, here.organiser, here.round).who
    page = look(run, site.url("chair", here.round, run), token=token_of(here, here.members[CHAIR]))
    row = page.get_by_role("row", name=names[here.candidate(0)].label)
    high = said(run, "page_committee_outcome.yes_high").format(low=7, judged=10)
    expect(row).to_contain_text(high)
    look.check(page, "chair-standing")
    page = look(run, site.url("chair", here.round, run), token=token_of(here, deputy))
    expect(page.get_by_text(said(run, "page_chair.deputy"))).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)


def test_where_the_chair_is_blocked_the_deputy_sees_it(site: Site, look: Look) -> None:
    here, deputy = closed(site, "belang", {(CHAIR, 3): Tie.HANDLES})
    page = look(NL, site.url("chair", here.round, NL), token=token_of(here, here.members[CHAIR]))
    expect(page.get_by_text(said(NL, "page_chair.kept_from"))).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    look.check(page, "chair-kept-from")
    page = look(NL, site.url("chair", here.round, NL), token=token_of(here, deputy))
    expect(page.get_by_role("table")).to_have_count(1)
    look.check(page, "chair-deputy-standing")
    ties_seen(here.store, deputy, here.round, here.stage)
    go_on(here.store, here.organiser, here.round, here.stage)
    names = people_of(here.store, here.organiser, here.round).who
    page = look(NL, site.url("chair", here.round, NL), token=token_of(here, here.members[CHAIR]))
    expect(page.get_by_text(said(NL, "page_chair.goes_on_without"))).to_be_visible()
    for number in range(3):
        expect(page.get_by_text(names[here.candidate(number)].label)).to_be_visible()
    expect(page.get_by_text(names[here.candidate(3)].label)).to_have_count(0)
    expect(page.get_by_role("table")).to_have_count(0)
    look.check(page, "chair-decided-kept-from")


def test_after_a_joint_step_who_takes_part_is_read_once_that_is_decided(
    site: Site, look: Look
) -> None:
    round_ = site.new_round("Samen besloten", "move2social")
    take_in(site.store, site.actor, round_, PEOPLE)
    here = chosen(site.store, joint_plan(), at=(site.actor, round_))
    deputy = invited(site.store, site.actor, round_, DEPUTY, deputy=DEPUTY)[DEPUTY]
    page = look(NL, site.url("chair", round_, NL), token=token_of(here, deputy))
    heading = page.get_by_role("heading", name=said(NL, "page_chair.can_be_placed"))
    expect(heading).to_be_visible()
    expect(page.get_by_text(said(NL, "page_chair.after_jointly"))).to_be_visible()
    composed_of(here)
    for whose in (deputy, here.members["Bank"]):
        page = look(NL, site.url("chair", round_, NL), token=token_of(here, whose))
        heading = page.get_by_role("heading", name=said(NL, "page_chair.takes_part"))
        expect(heading).to_be_visible()
        expect(page.get_by_text(said(NL, "page_chair.after_placed"))).to_be_visible()
    look.check(page, "chair-decided-jointly")
