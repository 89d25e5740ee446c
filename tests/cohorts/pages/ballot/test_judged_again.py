"""What a member sees who had judged, when the chair asks everybody to judge somebody again."""

from __future__ import annotations

from html import unescape

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.store.tables import stage
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.browsing import address, entered
from tests.cohorts.pages.ballot.seats import Seat, seat
from tests.cohorts.pages.ballot.test_open_page import looks_until
from tests.cohorts.pages.driving import FOUR, PHONE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan

TIED, MEMBER = "School", "Gemeente"
SAVED = {"nl": "Bewaard", "en": "Saved"}
LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=str)


def asked_again(here: Seat, person: PersonKey) -> None:
    """Somebody tells late that they have a tie, and the chair rules."""
    (tied,) = here.beside.values()
    late_tie(here.site.store, tied, here.round, here.stage, person, tie=Tie.PERSONAL)
    rule_on_tie(
        here.site.store,
        here.actor,
        here.round,
        here.stage,
        member=tied.key,
        person=person,
        ruling=Ruling.AGAIN,
        reason="Er is over gesproken",
    )


@pytest.mark.parametrize("run", FOUR[1:3], ids=str)
def test_no_answer_goes_from_an_open_page_without_a_word(site: Site, look: Look, run: Run) -> None:
    here = seat(site, yes_plan(), f"Opnieuw {run}", beside=[f"{TIED} {run}"])
    page = look(run, f"{here.address(run)}#dossier-1", token=here.token, heading=False)
    first, notice = page.locator("#dossier-1"), page.locator("#dossier-1 [data-judged-again]")
    page.locator("#d1-yes").click()
    page.locator("#d1-note").fill("Sterk")
    page.locator("#d1-note").blur()
    person, name = here.kept.dossiers[0].person, here.kept.dossiers[0].applicant.label
    look.until(page, lambda: any(one.vote and one.vote.remark for one in here.kept.dossiers))
    expect(first.locator("[data-kept]")).to_contain_text(SAVED[run.language])
    expect(notice).to_be_hidden()
    page.evaluate("location.hash = 'dossier-2'")
    asked_again(here, person)
    looks_until(page, page.locator("#line").filter(has_text=name))
    look.check(page, "ballot-asked-again-elsewhere")
    page.evaluate("location.hash = 'dossier-1'")
    expect(notice).to_be_visible()
    expect(page.locator("#line")).to_be_hidden()  # it stands here
    expect(page.locator("#d1-yes")).not_to_be_checked()
    expect(page.locator("#d1-note")).to_have_value("Sterk")
    look.check(page, "ballot-asked-again")
    expect(page.locator("#dossier-2 [data-judged-again]")).to_be_hidden()
    page.locator("#d1-no").click()
    look.until(page, lambda: any(o.vote and o.vote.judged.yes is False for o in here.kept.dossiers))
    assert here.kept.dossiers[0].vote
    assert here.kept.dossiers[0].vote.remark == "Sterk"


def test_an_answer_that_waited_here_is_not_lost_without_a_word(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Opnieuw en onderweg", beside=["Tweede lid"])
    page = look(PHONE, f"{here.address(PHONE)}#dossier-1", token=here.token, heading=False)
    page.locator("#d1-yes").tap()
    expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    page.context.set_offline(True)
    page.locator("#d1-no").tap()
    expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
    asked_again(here, here.kept.dossiers[0].person)
    page.context.set_offline(False)
    expect(page.locator("#dossier-1 [data-faults]")).to_contain_text("U zei: Nee.")
    look.faults.clear()  # a browser writes of a line that is down, and of what is refused
    expect(page.locator("#dossier-1 [data-judged-again]")).to_be_visible()


def ruled(store: Store, number: int = 1) -> Committee:
    """A member had sent in what they said of that candidate."""
    here = judging(store)
    for name in (MEMBER, TIED):
        of = (store, here.members[name], here.round, here.stage)
        for who in range(3):
            cast(*of, here.candidate(who), judged=Judged(yes=True), once=f"{who}")
        send(*of)
    late_tie(*of, here.candidate(number), tie=Tie.PERSONAL)
    here.ruled(TIED, number, Ruling.AGAIN, "Er is over gesproken")
    return here


def receipt(here: Committee, language: Language) -> str:
    client = entered(here.store, here, MEMBER)
    return unescape(client.get(address(here, "/bewijs", language.value)).text)


def said(key: str, language: Language, *names: str) -> str:
    """Until ``{closes}``, which is told elsewhere."""
    return say(f"ballot.{key}", language, names=list(names), closes="@").split("@")[0]


@LANGUAGES
def test_a_receipt_tells_who_is_to_be_judged_again_and_raises_no_alarm(
    store: Store, language: Language
) -> None:
    here = ruled(store)
    of = (store, here.members[MEMBER], here.round, here.stage)
    labels = {one.person: one.applicant.label for one in own_ballot(*of).dossiers}
    name, text = labels[here.candidate(1)], receipt(here, language)
    assert said("receipt_again", language, name) in text
    assert said("receipt_again_do", language, name) in text
    for key in ("receipt_other", "receipt_same"):
        assert say(f"ballot.{key}", language) not in text
    cast(*of, here.candidate(2), judged=Judged(yes=False), once="x")  # this they did themselves
    text = receipt(here, language)
    assert said("receipt_again", language, name) in text
    assert say("ballot.receipt_other", language) in text
    cast(*of, here.candidate(1), judged=Judged(yes=True), once="y")
    send(*of)
    assert say("ballot.receipt_same", language) in receipt(here, language)
    assert said("receipt_again", language, name) not in receipt(here, language)


@LANGUAGES
def test_a_receipt_names_nobody_who_is_not_theirs_to_read(store: Store, language: Language) -> None:
    here = ruled(store)
    of = (store, here.members[MEMBER], here.round, here.stage)
    labels = {one.person: one.applicant.label for one in own_ballot(*of).dossiers}
    late_tie(*of, here.candidate(1), tie=Tie.HANDLES)
    text = receipt(here, language)
    assert labels[here.candidate(1)] not in text
    assert say("ballot.receipt_again_unnamed", language) in text
    assert said("receipt_again_send", language) in text
    assert say("ballot.receipt_other", language) not in text


@LANGUAGES
def test_a_receipt_asks_nothing_once_the_time_is_over(store: Store, language: Language) -> None:
    here = ruled(store)
    with store.writing() as connection:
        connection.execute(update(stage).values(closes_at=now()))
        append(connection, here.round, actor=here.organiser.key, act="stage.extend")
    text = receipt(here, language)
    of = (store, here.members[MEMBER], here.round, here.stage)
    labels = {one.person: one.applicant.label for one in own_ballot(*of).dossiers}
    assert said("receipt_again", language, labels[here.candidate(1)]) in text
    assert said("receipt_again_do", language, labels[here.candidate(1)]) not in text
