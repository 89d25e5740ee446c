"""The page Wie wacht in a real browser: circles in preparation, and where there are none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import said_of, text_to_forward
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import RoundKey
from cohorts.words import Language, say
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.proposing.kept_round import filled
from tests.cohorts.rounds.proposing.samples import composed, to_spare

SAID = sentences(Language.NL)
SAMPLE = "leren-van-elkaar-familie"


@pytest.fixture(scope="module")
def waiting(site: Site) -> RoundKey:
    round_ = site.new_round("Kringen", SAMPLE)
    filled(site.store, site.actor, round_, SAMPLE)
    keep_proposals(site.store, site.actor, round_, [composed(SAMPLE)], made=Made.COMPOSED)
    return round_


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_each_circle_with_whom_to_recruit(
    site: Site, look: Look, run: Run, waiting: RoundKey
) -> None:
    language = Language(run.language)
    page = look(run, site.url("waiting", waiting, run))
    found = circles_of(composed(SAMPLE))
    assert found.circles
    for circle in found.circles:
        said = said_of(circle, found, language)
        expect(page.get_by_role("heading", name=said.title)).to_be_visible()
        expect(page.get_by_text(said.choices[0])).to_have_count(
            sum(said_of(c, found, language).choices[0] == said.choices[0] for c in found.circles)
        )
        text = text_to_forward(circle, found, language)
        assert text
        expect(page.locator("code", has_text=text)).to_have_count(1)
    look.check(page, "waiting")


def test_a_circle_begins_with_a_reason(site: Site, look: Look) -> None:
    round_ = site.new_round("Begint", SAMPLE)
    filled(site.store, site.actor, round_, SAMPLE)
    of = (site.store, site.actor, round_)
    keep_proposals(*of, [composed(SAMPLE)], made=Made.COMPOSED)
    circle = circles_of(composed(SAMPLE)).circles[0]
    page = look(WIDE, site.url("waiting", round_, WIDE))
    page.get_by_text(SAID["page_waiting.begin"]).first.click()
    press = page.get_by_role("button", name=SAID["page_waiting.do_begin"]).first
    look.check(page, "waiting-begin")
    press.click()
    expect(page.get_by_text(SAID["boarding.circle_why_remedy"])).to_be_visible()
    page.get_by_label(SAID["page_waiting.begin_why"]).first.fill("Zij willen niet wachten")
    press.click()
    expect(page.get_by_role("heading", name="Voorstel 2")).to_be_visible()
    last = heads_of(*of)[-1]
    assert last.made is Made.CIRCLE
    made = proposal_of(*of, last.key)
    assert {a.id for a in circle.members} in [
        {a.id for a in group} for group in made.composition.groups.values()
    ]
    assert [one.reason for one in made.round.smaller.values()] == ["Zij willen niet wachten"]
    expect(page.get_by_text("Zij willen niet wachten")).to_be_visible()
    look.check(page, "waiting-begun")


def test_where_there_are_no_circles_it_is_said_and_stands_at_no_head(
    site: Site, look: Look, waiting: RoundKey
) -> None:
    name = say("shell.room_waiting", Language.NL)
    page = look(WIDE, site.url("calls", waiting, WIDE))
    expect(page.locator("nav.steps").get_by_text(name, exact=True)).to_have_count(1)
    page = look(WIDE, site.url("calls", site.new_round("Zonder kringen"), WIDE))
    expect(page.locator("nav.steps").get_by_text(name, exact=True)).to_have_count(0)
    page = look(WIDE, site.url("waiting", site.new_round("Zonder"), WIDE))
    expect(page.get_by_text(say("page_waiting.no_circles", Language.NL))).to_be_visible()
    look.check(page, "waiting-none")


def test_what_is_signed_is_repaired_and_not_composed_anew(site: Site, look: Look) -> None:
    round_ = site.new_round("Getekend", SAMPLE)
    filled(site.store, site.actor, round_, SAMPLE)
    of = (site.store, site.actor, round_)
    (key,) = keep_proposals(*of, [composed(SAMPLE)], made=Made.COMPOSED)
    decide(*of, key, signed="Jo Vos")
    people = people_of(*of)
    withdraw(*of, people.keys.of[to_spare(SAMPLE)[0]])
    page = look(WIDE, site.url("waiting", round_, WIDE))
    expect(page.get_by_text(say("page_waiting.outdated_decided", Language.NL))).to_be_visible()
    expect(page.get_by_text(say("page_waiting.outdated", Language.NL))).to_have_count(0)
    look.check(page, "waiting-decided")
