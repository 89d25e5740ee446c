"""The page of a closed step in a real browser: the standing, who goes on in two presses, after."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from cohorts.committee.counting.judge_fit import JudgeFit
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import go_on
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, scores_plan, yes_plan
from tests.cohorts.rounds.standings.ten_members import TEN, Ties, ten_in, vote, vote_yes

NL, PHONE, EN_DARK, _ = FOUR
LAST = TEN[-1]
ROUNDS = iter(range(100))


def said(run: Run, key: str) -> str:
    return sentences(Language(run.language))[f"page_committee_outcome.{key}"]


def committee(site: Site, plan: StagePlan, ties: Ties | None = None) -> Committee:
    number = next(ROUNDS)
    round_ = site.new_round(f"Ronde {number}")
    take_in(site.store, site.actor, round_, PEOPLE)
    return ten_in(site.store, site.actor, round_, plan, ties, beside=f" {number}")


def named(here: Committee, number: int) -> str:
    people = people_of(here.store, here.organiser, here.round)
    return people.who[here.candidate(number)].label


def token_of(here: Committee, whose: Actor, role: Role) -> str:
    with here.store.writing() as connection:
        granted(connection, here.organiser, here.round, whose, role)
        return new_login(connection, whose.key)


def button(page: Page, run: Run, key: str) -> None:
    page.get_by_role("button", name=said(run, key), exact=True).click()


def otherwise(page: Page, name: str) -> None:
    field = page.get_by_role("combobox")
    Look.choose(page, field, name)
    field.press("Escape")
    Look.settle(page)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_standing_and_who_goes_on_in_two_steps(site: Site, look: Look, run: Run) -> None:
    here = committee(site, yes_plan(places=5))
    vote_yes(here)
    page = look(run, site.url("committee", here.round, run))
    meeting = page.get_by_test_id("stMain").get_by_role("link", name=said(run, "to_meeting"))
    expect(meeting).to_have_attribute("href", re.compile("^vergaderen"))
    warned = page.get_by_role("alert")
    for number in (4, 5):
        expect(warned).to_contain_text(named(here, number))
    row = page.get_by_role("row", name=named(here, 0))
    expect(row).to_contain_text(said(run, "yes_high").format(low=7, judged=10))
    look.check(page, "outcome-closed")
    otherwise(page, named(here, 0))
    expect(page.get_by_role("button", name=said(run, "do_check"))).to_be_disabled()
    reason = page.get_by_label(said(run, "why_out").format(name=named(here, 0)))
    reason.fill("Is *verhuisd* naar <b>Gelderland</b>")
    reason.press("Tab")
    button(page, run, "do_check")
    will = said(run, "because_out").format(
        name=named(here, 0), reason="Is *verhuisd* naar <b>Gelderland</b>"
    )
    expect(page.get_by_text(will, exact=True)).to_be_visible()
    expect(reason).to_have_count(0)
    assert here.head.phase.value == "closed"
    look.check(page, "outcome-asked-again")
    button(page, run, "do_record")
    expect(page.get_by_role("heading", name=said(run, "decided"))).to_be_visible()
    assert here.head.phase.value == "decided"
    expect(page.get_by_text(will, exact=True)).to_be_visible()
    expect(page.get_by_text(said(run, "why_by_people"))).to_have_count(0)  # said once
    expect(page.get_by_text(said(run, "after_last"))).to_be_visible()
    onward = page.get_by_role("button", name=said(run, "to_composing"))
    expect(onward).to_be_enabled()
    page.get_by_text(said(run, "look"), exact=True).click()
    expect(page.get_by_role("row", name=named(here, 0))).to_contain_text(said(run, "why_by_people"))
    expect(page.get_by_role("row", name=named(here, 0))).not_to_contain_text(
        re.compile(f"^{said(run, 'mark_by_people')}$")
    )
    look.check(page, "outcome-decided")
    onward.click()
    page.wait_for_url("**/samenstellen*")


def test_not_yet_goes_back_and_keeps_what_was_filled_in(site: Site, look: Look) -> None:
    here = committee(site, yes_plan(places=5))
    vote_yes(here)
    page = look(NL, site.url("committee", here.round, NL))
    otherwise(page, named(here, 8))
    reason = page.get_by_label(said(NL, "why_in").format(name=named(here, 8)))
    reason.fill("Een nieuw plan")
    reason.press("Tab")
    button(page, NL, "do_check")
    button(page, NL, "not_yet")
    expect(page.get_by_role("button", name=said(NL, "do_check"))).to_be_enabled()
    expect(reason).to_have_value("Een nieuw plan")
    look.settle(page)  # it is drawn before somebody else decides
    go_on(here.store, here.organiser, here.round, here.stage)
    button(page, NL, "do_check")
    expect(page.get_by_text(said(NL, "decided"), exact=True).first).to_be_visible()
    look.settle(page)
    assert "/commissie?" in page.url  # that press is none of the button that stands there now


def test_scores_are_told_as_parts_of_their_scale(site: Site, look: Look) -> None:
    here = committee(site, scores_plan())

    def judged(number: int, place: int) -> Judged | None:
        if place == 8:
            return None
        return Judged(scores=(Fraction(1 + (number * place) % 5), Fraction(1 + place % 5)))

    vote(here, judged)
    page = look(EN_DARK, site.url("committee", here.round, EN_DARK))
    rows = page.get_by_role("row")
    expect(rows.filter(has_text="on average between").first).to_be_visible()
    expect(rows.filter(has_text=named(here, 8))).to_contain_text(said(EN_DARK, "why_unjudged"))
    look.check(page, "outcome-scores")


def test_where_votes_cannot_be_counted_people_decide(site: Site, look: Look) -> None:
    stage = scores_plan().stage.model_dump() | {"rule": "judge_fit"}
    here = committee(site, scores_plan(stage=stage))
    vote(here, lambda _, place: Judged(scores=(Fraction(4), Fraction(3))) if place < 4 else None)
    page = look(PHONE, site.url("committee", here.round, PHONE))
    because = JudgeFit.UNCOUNTED[Language(PHONE.language)]
    expect(page.get_by_role("alert")).to_contain_text(because)
    otherwise(page, named(here, 0))
    expect(page.get_by_text(said(PHONE, "now_not").format(name=named(here, 0)))).to_have_count(0)
    reason = page.get_by_label(said(PHONE, "why_in_uncounted").format(name=named(here, 0)))
    reason.fill("Alle leden gaven haar het hoogste cijfer")
    reason.press("Tab")
    button(page, PHONE, "do_check")
    look.check(page, "outcome-uncounted")
    button(page, PHONE, "do_record")
    expect(page.get_by_role("heading", name=said(PHONE, "decided"))).to_be_visible()
    because = said(PHONE, "because_in_uncounted").split("{reason}")[0]
    expect(page.get_by_text(because.format(name=named(here, 0)))).to_have_count(1)
    expect(page.get_by_text(said(PHONE, "why_uncounted"))).to_be_visible()


def test_who_only_audits_reads_the_exact_count(site: Site, look: Look) -> None:
    here = committee(site, yes_plan(places=5))
    vote_yes(here)
    other = committee(site, yes_plan())
    token = token_of(here, other.members[LAST], Role.AUDITOR)
    page = look(PHONE, site.url("committee", here.round, PHONE), token=token)
    row = page.get_by_role("row", name=named(here, 1))
    expect(row).to_contain_text(said(PHONE, "exact_yes").format(yes=9, judged=10))
    expect(page.get_by_role("button", name=said(PHONE, "do_check"))).to_have_count(0)
    look.check(page, "outcome-exact")


def test_an_organiser_with_an_interest_reads_who_decides_instead(site: Site, look: Look) -> None:
    ties = {(LAST, 3): Tie.HANDLES}
    here = committee(site, yes_plan(places=5), ties)
    vote_yes(here, ties=ties)
    token = token_of(here, here.members[LAST], Role.ORGANISER)
    page = look(NL, site.url("committee", here.round, NL), token=token)
    expect(page.get_by_text(f": {site.actor.name}.")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    look.check(page, "outcome-kept-from")
    here.see_ties()
    go_on(here.store, here.organiser, here.round, here.stage)
    page = look(NL, site.url("committee", here.round, NL), token=token)
    expect(page.get_by_text(said(NL, "without_kept_from"))).to_be_visible()
    expect(page.get_by_text(named(here, 3))).to_have_count(0)
    expect(page.get_by_text(named(here, 2)).first).to_be_visible()
    look.check(page, "outcome-decided-kept-from")


def test_it_says_before_the_first_press_that_ties_must_be_seen(site: Site, look: Look) -> None:
    ties = {(LAST, 3): Tie.HANDLES}
    here = committee(site, yes_plan(places=5), ties)
    vote_yes(here, ties=ties)
    page = look(NL, site.url("committee", here.round, NL))
    expect(page.get_by_text(said(NL, "ties_first"))).to_be_visible()
    expect(page.get_by_role("button", name=said(NL, "do_check"))).to_be_disabled()
    here.see_ties()
    page.reload()
    expect(page.get_by_role("button", name=said(NL, "do_check"))).to_be_enabled()
    expect(page.get_by_text(said(NL, "ties_first"))).to_have_count(0)


def test_of_a_joint_step_everybody_goes_on_to_composing(site: Site, look: Look) -> None:
    stage = yes_plan().stage.model_dump() | {"places": None, "joint": True}
    here = committee(site, yes_plan(stage=stage))
    vote_yes(here)
    page = look(NL, site.url("committee", here.round, NL))
    expect(page.get_by_text(said(NL, "joint"))).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    button(page, NL, "do_check")
    button(page, NL, "do_record")
    expect(page.get_by_role("link", name=said(NL, "to_composing"))).to_be_visible()
    with site.store.reading() as connection:
        assert all(one.on for one in gone_on_in(connection, here.stage).values())
