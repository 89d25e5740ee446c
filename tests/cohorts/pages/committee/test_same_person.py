"""Who has an account is invited in a real browser: asked whether it is the same person."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.member import members_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.committee.test_committee_page import button, fill, pick, said, unfold
from tests.cohorts.pages.driving import FOUR, NAME, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of, joint_plan

NL = FOUR[0]


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_partner_of_an_earlier_round_gets_a_seat(site: Site, look: Look, run: Run) -> None:
    name, first = f"Jo Vos {run}", site.new_round(f"Eerder {run}")
    invite(site.store, site.actor, first, Invited(name, organisation="De Bank"))
    second = site.new_round(f"Later {run}")
    page = look(run, site.url("committee", second, run))
    unfold(page, said(run, "invite"))
    fill(page, said(run, "name"), name)
    button(page, run, "do_invite")
    question = page.locator(".st-key-same_person")
    expect(question).to_contain_text(f"{name} (De Bank)")
    look.check(page, "committee-same-person")
    button(page, run, "not_same")
    expect(question).to_have_count(0)
    look.settle(page)
    assert members_of(site.store, site.actor, second) == ()
    button(page, run, "do_invite")
    expect(question).to_be_visible()
    look.settle(page)
    button(page, run, "do_same")
    expect(page.get_by_test_id("stAlert")).to_contain_text(name)
    look.check(page, "committee-same-person-seated")
    (seat,) = members_of(site.store, site.actor, second)
    assert (seat.name, seat.organisation) == (name, "De Bank")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_last_years_partners_are_pasted_at_once(site: Site, look: Look, run: Run) -> None:
    first, names = site.new_round(f"Vorig {run}"), (f"Ada {run}", f"Bea {run}", f"Cor {run}")
    for name in names[:2]:
        invite(site.store, site.actor, first, Invited(name, organisation="De Bank"))
    second = site.new_round(f"Dit {run}")
    page = look(run, site.url("committee", second, run))
    unfold(page, said(run, "invite_several"))
    fill(page, said(run, "pasted"), "\n".join(names))
    button(page, run, "do_invite_several")
    asked = page.locator(".st-key-same_people")
    for name, answer in ((names[0], "each_is_same"), (names[1], "each_is_other")):
        of = asked.get_by_test_id("stRadio").filter(has_text=f"{name} (De Bank)")
        of.locator("label", has_text=said(run, answer)).last.click()
        look.settle(page)
    expect(asked).to_contain_text(said(run, "each_other"))
    look.check(page, "committee-same-people")
    asked.get_by_role("button").first.click()
    expect(page.locator(".st-key-links").get_by_test_id("stCode")).to_have_count(1)
    expect(page.get_by_test_id("stAlert").filter(has_text=names[0])).to_be_visible()
    seats = [one.name for one in members_of(site.store, site.actor, second)]
    assert sorted(seats) == [names[0], names[2]]


def test_who_has_an_account_takes_a_place_half_way(site: Site, look: Look) -> None:
    first = site.new_round("Eerder wissel")
    invite(site.store, site.actor, first, Invited("Bo Wissel", organisation="De Bank"))
    second = site.new_round("Later wissel")
    invite(site.store, site.actor, second, Invited("Mo Wissel"))
    page = look(NL, site.url("committee", second, NL))
    unfold(page, said(NL, "substitute"))
    pick(page, said(NL, "substitute_whom"), "Mo Wissel")
    page.locator(".stExpander", has_text=said(NL, "substitute_told")).get_by_label(
        said(NL, "name")
    ).first.fill("Bo Wissel")
    button(page, NL, "do_substitute")
    expect(page.locator(".st-key-same_person")).to_contain_text("Bo Wissel (De Bank)")
    look.settle(page)
    button(page, NL, "do_same")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Bo Wissel")
    seats = {one.name: one for one in members_of(site.store, site.actor, second)}
    assert seats["Mo Wissel"].left_at
    assert seats["Bo Wissel"].instead_of == seats["Mo Wissel"].key


def test_an_organiser_sits_with_their_own_account(site: Site, look: Look) -> None:
    round_ = site.new_round("Zelf")
    page = look(NL, site.url("committee", round_, NL))
    unfold(page, said(NL, "invite"))
    fill(page, said(NL, "name"), NAME)
    button(page, NL, "do_invite")
    expect(page.locator(".st-key-same_person")).to_contain_text(said(NL, "same_you"))
    look.settle(page)
    button(page, NL, "do_same")
    expect(page.get_by_test_id("stAlert")).to_contain_text(said(NL, "same_done", name=NAME))
    assert [one.key for one in members_of(site.store, site.actor, round_)] == [site.actor.key]


def test_an_organiser_with_a_tie_is_told_who_decides(site: Site, look: Look) -> None:
    plan = joint_plan(standing="weighed")
    here = chosen(site.store, plan, at=(site.actor, with_people_in(site)))
    school = here.members["School"]
    add_person(site.store, site.actor, "School", here.round, Role.ORGANISER)
    with site.store.writing() as connection:
        token = new_login(connection, school.key)
    words = sentences(Language.NL)
    page = look(NL, site.url("decision", here.round, NL), token=token)
    expect(page.get_by_test_id("stAlert")).to_contain_text(NAME)
    expect(page.get_by_test_id("stAlert")).to_contain_text(words["standings.tied_decides"][:60])
    expect(page.locator(".st-key-letters")).to_have_count(0)
    look.check(page, "decision-tied")
    for room in ("applicants", "composing"):
        page.goto(site.url(room, here.round, NL))
        told = page.get_by_test_id("stAlert").filter(has_text=words["standings.tied_prepares"][:60])
        expect(told).to_contain_text(NAME)
        look.check(page, f"{room}-tied")
    composed_of(here)
    for run in (NL, *FOUR[-1:]):
        _reads_no_points(site, look, here, token, run)


def _reads_no_points(site: Site, look: Look, here: Committee, token: str, run: Run) -> None:
    """They prepare with the whole list: it is there that no points, sums or files are."""
    words = sentences(Language(run.language))
    (head,) = heads_of(site.store, site.actor, here.round)
    page = look(run, site.url("decision", here.round, run), token=token)
    for room, asked, told in (
        ("decision", "", "tied_decides"),
        ("proposals", "", "tied_prepares"),
        ("proposals", f"&voorstel={head.key}", "tied_prepares"),
        ("board", "", "tied_prepares"),
    ):
        page.goto(site.url(room, here.round, run) + asked)
        alert = page.get_by_test_id("stAlert").filter(has_text=words[f"standings.{told}"][:50])
        expect(alert).to_contain_text(NAME)
        look.settle(page)
        assert not re.search(r"\b(punten|points)\b", page.content()), room
        expect(page.locator(".stDownloadButton")).to_have_count(0)
        look.check(page, f"{room}{'-one' if asked else ''}-tied")


def with_people_in(site: Site) -> RoundKey:
    round_ = site.new_round("Met een belang")
    take_in(site.store, site.actor, round_, PEOPLE)
    return round_
