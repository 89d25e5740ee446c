"""The page Bellijst in a real browser: a tap for each call, a remark, ticks, whom to show."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.people.applicant import Status
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.calling.ticks_asked import ticks_asked
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.words import Language, say
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE as SOCIAL
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import invited, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.staff import joined

PEOPLE = """id,company,name,place,status,Telefoonnummer,tel.
c1,Molen <b>$x$</b>,Ans Bakker,Almelo,probable,06-12 34 56 78,
c2,Smederij Harmelink,Bert Harmelink,Borne,signed,,053 123 45 67 of 06
c3,Kapper & Zn,Cor de Vries,Hengelo,approached,,
"""
ANS, BERT, COR = "Ans Bakker", "Bert Harmelink", "Cor de Vries"


@dataclass(frozen=True)
class Calling:
    """A page with three people to call."""

    site: Site
    round: RoundKey
    page: Page
    run: Run

    def row(self, name: str) -> Locator:
        key = f".st-key-row_{self.key(name)}"
        return self.page.locator(key)

    def key(self, name: str) -> PersonKey:
        people = people_of(self.site.store, self.site.actor, self.round)
        return next(key for key, one in people.who.items() if one.name == name)

    def said(self, key: str, **facts: object) -> str:
        return say(key, Language(self.run.language), **facts)

    def tap(self, name: str, key: str) -> None:
        button = self.row(name).get_by_role("button", name=self.said(key), exact=True)
        button.click()
        Look.settle(self.page)

    def states(self, name: str) -> list[Called]:
        calls = calls_of(self.site.store, self.site.actor, self.round)
        return [one.state for one in calls.get(self.key(name), ())]


@pytest.fixture
def calling(site: Site, look: Look, run: Run) -> Calling:
    round_ = site.new_round(f"Ronde {run}")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    return Calling(site, round_, look(run, site.url("calls", round_, run)), run)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_tap_writes_down_what_a_call_came_to(calling: Calling, look: Look) -> None:
    page, of = calling.page, (calling.site.store, calling.site.actor, calling.round)
    names = page.locator(".to-call h2")
    expect(names).to_have_count(3)
    assert [text.split("\n")[0][:3] for text in names.all_inner_texts()] == ["Ans", "Ber", "Cor"]
    expect(names.first).to_contain_text("Molen <b>$x$</b>")
    link = calling.row(ANS).locator(".tel a")
    expect(link).to_have_attribute("href", "tel:+31612345678")
    expect(calling.row(BERT).locator(".tel")).to_have_text("053 123 45 67 of 06")
    expect(calling.row(BERT).locator(".tel a")).to_have_count(0)
    lacking = calling.row(COR).locator(".tel")
    expect(lacking).to_contain_text(calling.said("page_calls.no_telephone"))
    fill_in = lacking.get_by_role("link", name=calling.said("page_calls.to_number"))
    expect(fill_in).to_have_attribute("href", re.compile(f"persoon={calling.key(COR)}"))
    look.check(page, "calls")
    calling.tap(ANS, "calling.no_answer")
    expect(calling.row(ANS).locator(".state")).to_contain_text(calling.said("calling.no_answer"))
    calling.tap(ANS, "calling.committed")
    expect(calling.row(ANS).locator(".state")).to_contain_text(calling.said("calling.committed"))
    assert calling.states(ANS) == [Called.NO_ANSWER, Called.COMMITTED]
    assert people_of(*of).who[calling.key(ANS)].status is Status.CONFIRMED
    thinking = calling.said("page_calls.thinking_until", day="").strip()
    calling.row(COR).get_by_role("button", name=thinking).click()
    expect(calling.row(COR).locator(".state")).to_contain_text(thinking)
    assert calling.states(COR) == [Called.THINKING]
    look.check(page, "calls-called")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_remark_goes_along_and_things_are_ticked_off(calling: Calling, look: Look) -> None:
    page, of = calling.page, (calling.site.store, calling.site.actor, calling.round)
    calling.tap(BERT, "page_calls.more")
    remark = calling.row(BERT).get_by_role("textbox", name=calling.said("page_calls.remark"))
    remark.fill("Belt *zelf* <i>maandag</i>")
    remark.press("Tab")
    look.settle(page)
    calling.tap(BERT, "calling.no_answer")
    expect(calling.row(BERT).locator(".remark")).to_have_text("Belt *zelf* <i>maandag</i>")
    expect(remark).to_have_value("")
    tick = calling.said("calling.tick_paid")
    calling.row(BERT).get_by_text(tick, exact=True).click()
    expect(calling.row(BERT).locator(".ticked")).to_have_text(tick)
    assert ticks_of(*of) == {calling.key(BERT): {"paid"}}
    calling.tap(BERT, "calling.stopped")
    look.check(page, "calls-opened")
    calling.tap(BERT, "page_calls.do_leave")
    gone = calling.said("page_calls.gone")
    expect(page.locator(".to-call", has_text=BERT).locator(".mark")).to_have_text(gone)
    assert len(people_of(*of).who) == 2


@pytest.mark.parametrize("run", [WIDE], ids=str)
def test_whom_to_show_and_what_to_tick_off(calling: Calling, look: Look) -> None:
    page, of = calling.page, (calling.site.store, calling.site.actor, calling.round)
    shown = calling.said("page_calls.show_to_call")
    page.get_by_label(calling.said("page_calls.show")).click()
    page.get_by_role("option", name=f"{shown} (3)").click()
    look.settle(page)
    calling.tap(ANS, "calling.committed")
    expect(page.locator(".to-call h2")).to_have_count(2)
    look.settle(page)  # the list as it was is gone
    show = page.get_by_label(calling.said("page_calls.show"))
    expect(show).to_have_value(f"{shown} (2)")
    sought = page.get_by_label(calling.said("page_calls.search"))
    sought.fill("hengelo")
    sought.press("Enter")
    expect(page.locator(".to-call h2")).to_have_count(1)
    sought.fill("niemand")
    sought.press("Enter")
    expect(page.get_by_text(calling.said("page_calls.nobody_found"))).to_be_visible()
    page.get_by_text(calling.said("page_calls.asked", count=2)).click()
    asked = page.locator(".stExpander textarea")
    asked.fill("bijdrage betaald\nkennismaking gehad\n")
    asked.press("Tab")
    look.settle(page)
    page.get_by_role("button", name=calling.said("page_calls.do_ask")).click()
    expect(page.get_by_text(calling.said("page_calls.asked", count=2))).to_be_visible()
    look.check(page, "calls-asked")
    assert ticks_asked(*of) == ("paid", "kennismaking gehad")


@pytest.fixture(scope="module")
def decided(site: Site) -> RoundKey:
    """A round of which nobody has heard yet what was decided."""
    round_ = site.new_round("Besloten", "move2social")
    take_in(site.store, site.actor, round_, SOCIAL)
    composed_of(chosen(site.store, at=(site.actor, round_)))
    return round_


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_it_is_written_down_who_was_told_what(
    site: Site, look: Look, run: Run, decided: RoundKey
) -> None:
    of = (site.store, site.actor, decided)
    heard = {one.person for one in told_of(*of)}
    person, seat = next((who, at) for who, at in decided_seats(*of).items() if who not in heard)
    page = look(run, site.url("calls", decided, run))
    key = "page_calls.tell_no_place" if seat is None else "page_calls.tell_group"
    language = Language(run.language)
    row = page.locator(f".st-key-row_{person}")
    expect(row.locator(".due")).to_have_text(say("page_calls.due", language))
    row.get_by_role("button", name=say("page_calls.more", language)).click()
    expect(row.get_by_text(say(key, language, group=seat))).to_be_visible()
    look.check(page, "calls-told")
    row.get_by_text(say("page_calls.how_in_person", language), exact=True).click()
    look.settle(page)
    row.get_by_role("button", name=say("page_calls.do_tell", language)).click()
    told = row.locator(".told")
    expect(told).to_contain_text(say("page_calls.how_in_person", language))
    expect(told).to_contain_text(site.actor.name)
    expect(row.locator(".due")).to_have_count(0)
    one = told_of(*of)[-1]
    assert (one.person, one.group, one.how) == (person, seat, How.IN_PERSON)
    look.check(page, "calls-heard")


def test_whom_a_tie_keeps_them_from_another_one_calls(site: Site, look: Look) -> None:
    round_ = site.new_round("Met een belang")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    of = (site.store, site.actor, round_)
    judge = invited(*of, "Lid met een belang")["Lid met een belang"]
    stage = plan_stage(*of, yes_plan(places=1))
    open_interests(*of, stage)
    tied, *others = stages_of(*of)[0].candidates
    said = {tied: Tie.HANDLES, **dict.fromkeys(others, Tie.NONE)}
    declare(site.store, judge, round_, stage, said)
    add_person(*of[:2], judge.name, round_, Role.ORGANISER)
    note_call(*of, tied, Called.NO, remark="Verhuisd")
    token = set_password(site.store, judge, "een lang wachtwoord")
    page = look(WIDE, site.url("calls", round_, WIDE), token=token)
    row = page.locator(f".st-key-row_{tied}")
    expect(row).to_contain_text(say("page_calls.away", Language.NL))
    expect(row.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Verhuisd")).to_have_count(0)
    expect(page.locator("[class*=st-key-states_]")).to_have_count(2)
    look.check(page, "calls-tied")


def test_an_auditor_reads_it(site: Site, look: Look) -> None:
    round_ = site.new_round("Voor de controleur")
    silent = PEOPLE.replace("06-12 34 56 78", "").replace("053 123 45 67 of 06", "")
    take_in(site.store, site.actor, round_, silent.encode())
    of = (site.store, site.actor, round_)
    person = next(iter(people_of(*of).who))
    note_call(*of, person, Called.NO_ANSWER)
    note_call(*of, person, Called.NO, remark="Verhuisd")
    auditor = joined(*of[:2], "Controleur", round_, Role.AUDITOR)
    token = set_password(site.store, auditor, "een lang wachtwoord")
    page = look(WIDE, site.url("calls", round_, WIDE), token=token)
    expect(page.locator(".remark")).to_have_text("Verhuisd")
    expect(page.locator("[class*=st-key-states_]")).to_have_count(0)
    expect(page.get_by_text(say("page_calls.no_telephones", Language.NL))).to_be_visible()
    expect(page.locator(".tel")).to_have_count(0)
    look.check(page, "calls-auditor")
