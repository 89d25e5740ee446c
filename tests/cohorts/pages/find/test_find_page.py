"""The page Zoek iemand in a real browser: what to read aloud, what was sent, called, and erased."""

from __future__ import annotations

from datetime import datetime

import pytest
from babel.dates import format_date
from playwright.sync_api import expect

from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.of_decision import letters_of_decision
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.words import Language, say
from cohorts.words.dutch_time import HERE
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.changing.two_groups import called, filled, first_of, key_of
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.deciding.late_yes import late_yes

REMARK = "Belt *zelf* <i>maandag</i>"


@pytest.fixture(scope="module")
def decided(site: Site) -> Committee:
    """A round in which the school has a tie with the third who was judged."""
    round_ = site.new_round("Besloten", "move2social")
    take_in(site.store, site.actor, round_, PEOPLE)
    here = chosen(site.store, at=(site.actor, round_))
    composed_of(here)
    return here


def letters(here: Committee, run: Run) -> tuple[Sender, dict[str, Letter]]:
    of = (here.store, here.organiser, here.round)
    sender, found = letters_of_decision(*of, Language(run.language))
    return sender, {one.to.id: one for one in found}


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_who_calls_is_told_what_their_letter_says(
    site: Site, look: Look, run: Run, decided: Committee
) -> None:
    def t(key: str, **facts: object) -> str:
        return say(f"page_find.{key}", Language(run.language), **facts)

    sender, by_id = letters(decided, run)
    people = people_of(decided.store, decided.organiser, decided.round)
    one = next(one for one in by_id.values() if one.outcome is Outcome.NOT_PLACED)
    person = people.keys.of[one.to.id]
    page = look(run, site.url("find", decided.round, run))
    search = page.get_by_label(t("search"))
    search.fill(str(one.to.company))
    search.press("Enter")
    aloud = page.locator(".found .aloud")
    expect(aloud).to_be_visible()
    expect(page.get_by_text(t("no_telephone"))).to_be_visible()
    for said in one.news(sender, Language(run.language)):
        expect(aloud).to_contain_text(said)
    for key in ("not_names", "not_votes", "not_later"):
        expect(page.locator(".found li", has_text=t(key))).to_be_visible()
    others = [a.company for a in people.applicants if a.id != one.to.id and a.company]
    shown = page.get_by_test_id("stMain").inner_text()
    assert not [name for name in others if name in shown]
    number = len(calls_of(decided.store, decided.organiser, decided.round).get(person, ()))
    remark = page.get_by_role("textbox", name=t("remark"))
    remark.fill(f"{REMARK} {run}")
    remark.press("Tab")
    look.settle(page)
    state = say("calling.no_answer", Language(run.language))
    page.get_by_role("button", name=state, exact=True).click()
    of = (decided.store, decided.organiser, decided.round)
    look.until(page, lambda: len(calls_of(*of).get(person, ())) == number + 1)
    last = calls_of(*of)[person][-1]
    assert (last.state, last.remark) == (Called.NO_ANSWER, f"{REMARK} {run}")
    expect(page.get_by_text(f"{REMARK} {run}")).to_be_visible()
    look.check(page, "find-not-placed")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_of_several_who_is_meant_is_asked(
    site: Site, look: Look, run: Run, decided: Committee
) -> None:
    def t(key: str, **facts: object) -> str:
        return say(f"page_find.{key}", Language(run.language), **facts)

    of = (decided.store, decided.organiser, decided.round)
    heard = {one.person for one in told_of(*of)}
    seats = {who: at for who, at in decided_seats(*of).items() if at is not None}
    person = next(who for who in seats if who not in heard)
    one = people_of(*of).who[person]
    page = look(run, site.url("find", decided.round, run))
    search = page.get_by_label(t("search"))
    search.fill("a")
    search.press("Enter")
    main = page.get_by_test_id("stMain")
    link = main.get_by_role("button", name=str(one.company))
    expect(link).to_be_visible()
    look.check(page, "find-several")
    link.click()
    expect(page.locator(".found .aloud")).to_be_visible()
    expect(page.locator(".found li", has_text=t("not_group"))).to_be_visible()
    look.check(page, "find-placed")
    once_more = page.locator("summary", has_text=t("tell_again"))
    expect(once_more).to_have_count(0)
    page.get_by_role("button", name=say("page_calls.do_tell", Language(run.language))).click()
    said = t("told_group", day="", how=t("how_phone"), group=seats[person], by=site.actor.name)
    expect(page.get_by_text(said.lstrip(", "))).to_be_visible()
    expect(once_more).to_be_visible()
    told = told_of(*of)[-1]
    assert (told.person, told.group, told.how) == (person, seats[person], How.PHONE)
    look.check(page, "find-told")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_who_stops_is_read_no_letter_and_taken_out_there(site: Site, look: Look, run: Run) -> None:
    here = filled(site.store, site.actor, site.new_round(f"Stopt {run}"))
    person, language = key_of(here, first_of(here, 1)), Language(run.language)

    def t(key: str, page: str = "find", **facts: object) -> str:
        return say(f"page_{page}.{key}", language, **facts)

    page = look(run, f"{site.url('find', here.round, run)}&persoon={person}")
    expect(page.locator(".found .aloud")).to_be_visible()
    out = page.get_by_role("button", name=t("do_leave", "calls"))
    expect(out).to_have_count(0)
    stopped = say("calling.stopped", language)
    page.get_by_role("button", name=stopped, exact=True).click()
    expect(page.get_by_text(t("leaves", state=stopped))).to_be_visible()
    expect(page.locator(".found .aloud")).to_have_count(0)
    expect(page.get_by_text(t("then_calls"))).to_have_count(0)
    look.check(page, "find-leaves")
    names = [called(here, person)]
    post = look(run, site.url("post", here.round, run))
    expect(post.get_by_text(t("held_leaves", "post", count=1, people=names))).to_be_visible()
    look.check(post, "post-leaves")
    changes = look(run, site.url("changes", here.round, run))
    expect(changes.get_by_text(t("leaving", "changes", count=1, people=names))).to_be_visible()
    look.check(changes, "changes-leaves")
    out.click()
    expect(page.get_by_text(t("gone"))).to_be_visible()
    assert person not in people_of(*here.of).who


def test_what_is_true_is_read_to_who_is_late_and_once_it_is_opened_again(
    site: Site, look: Look
) -> None:
    def t(key: str, page: str = "find", **facts: object) -> str:
        return say(f"page_{page}.{key}", Language.NL, **facts)

    here = late_yes(site.store, site.actor, site.new_round("Later"))
    late, placed = key_of(here, "a0"), key_of(here, "a2")
    note_call(*here.of, late, Called.COMMITTED)
    url = site.url("find", here.round, WIDE)
    page = look(WIDE, f"{url}&persoon={late}")
    read = page.locator(".found .aloud")
    expect(read).to_contain_text(t("said_yes"))
    expect(read).to_contain_text(t("said_yes_waits"))
    expect(page.get_by_text(t("tell_no_place", "calls"))).to_have_count(0)
    look.check(page, "find-late")
    tell(*here.of, [ApplicantId("a2")], How.PHONE)
    reopen_decision(*here.of, here.decisions[-1].key, reason="een fout")
    page = look(WIDE, f"{url}&persoon={placed}")
    heard = format_date(datetime.now(HERE), "d MMMM", locale="nl")
    then = t("then_group", group=1)
    expect(page.locator(".found .aloud")).to_contain_text(t("reopened_heard", day=heard, then=then))
    expect(page.get_by_text(t("not_decided"))).to_have_count(0)
    look.check(page, "find-reopened")
    page = look(WIDE, f"{url}&persoon={key_of(here, 'a3')}")
    expect(page.locator(".found .aloud")).to_contain_text(t("reopened"))
    post = look(WIDE, site.url("post", here.round, WIDE))
    expect(post.get_by_text(t("reopened", "post"))).to_be_visible()
    expect(post.get_by_text(t("nothing", "post"))).to_have_count(0)
    look.check(post, "post-reopened")


def test_why_somebody_may_not_take_part_is_said_before_a_decision(site: Site, look: Look) -> None:
    round_ = site.new_round("Geweigerd", "spp-pilot")
    small = b"id,company,name,fte\na1,Klein BV,An Klein,6\na2,Groot BV,Bo Groot,90\n"
    take_in(site.store, site.actor, round_, small)
    (person,) = (
        who
        for who, one in people_of(site.store, site.actor, round_).who.items()
        if one.company == "Klein BV"
    )
    page = look(WIDE, f"{site.url('find', round_, WIDE)}&persoon={person}")
    expect(page.locator(".found .aloud")).to_contain_text("75")
    as_it_stands = say("page_find.as_it_stands", Language.NL)
    expect(page.get_by_role("heading", name=as_it_stands)).to_be_visible()
    expect(page.get_by_text(say("page_find.not_decided", Language.NL))).to_have_count(0)
    look.check(page, "find-refused-now")


def test_all_that_is_held_is_taken_along_and_erased(site: Site, look: Look) -> None:
    round_ = site.new_round("Wissen")
    take_in(site.store, site.actor, round_, PEOPLE)
    of = (site.store, site.actor, round_)
    person, one = next(iter(people_of(*of).who.items()))
    note_call(*of, person, Called.NO_ANSWER, remark="Verhuisd")
    archive(*of)  # who asks is erased there too

    def t(key: str, **facts: object) -> str:
        return say(f"page_find.{key}", Language.NL, **facts)

    page = look(WIDE, f"{site.url('find', round_, WIDE)}&persoon={person}")
    expect(page.get_by_text(t("not_decided"))).to_be_visible()
    expect(page.locator(".found li", has_text=t("not_ahead"))).to_be_visible()
    page.locator("summary", has_text=t("held")).click()
    with page.expect_download() as taken:
        page.get_by_role("button", name=t("access")).click()
    text = taken.value.path().read_text("utf-8")
    assert "Verhuisd" in text
    assert str(one.company) in text
    erase = page.get_by_role("button", name=t("erase"))
    expect(erase).to_be_disabled()
    look.check(page, "find-held")
    page.get_by_text(t("sure", who=one.name or one.label)).click()
    expect(erase).to_be_enabled()
    erase.click()
    look.until(page, lambda: person not in people_of(*of).who)
    expect(page.get_by_label(t("search"))).to_be_visible()
    expect(page.get_by_text(str(one.company))).to_have_count(0)


def test_whom_a_tie_keeps_them_from_another_one_speaks(
    site: Site, look: Look, decided: Committee
) -> None:
    school, tied = decided.members["School"], decided.candidate(2)
    add_person(site.store, site.actor, "School", decided.round, Role.ORGANISER)
    note_call(decided.store, decided.organiser, decided.round, tied, Called.NO, remark="Geheim")
    with site.store.writing() as connection:
        token = new_login(connection, school.key)
    page = look(WIDE, f"{site.url('find', decided.round, WIDE)}&persoon={tied}", token=token)
    expect(page.get_by_test_id("stAlert")).to_be_visible()
    expect(page.locator(".found")).to_have_count(0)
    expect(page.get_by_text("Geheim")).to_have_count(0)
    look.check(page, "find-tied")
