"""What of a committee waits, and that no vote stands among what changed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.judge_again import give_up_second
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.visit import visit
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.roles import Role
from tests.cohorts.pages.driving import WIDE, Look, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, yes_plan


def waits(page: Page, text: str) -> None:
    page.reload()
    expect(page.locator(".lines").first).to_contain_text(text)


def test_what_waits_of_a_committee_and_no_votes(site: Site, look: Look) -> None:
    of = (site.store, site.actor, site.new_round("Wacht"))
    take_in(*of, PEOPLE)
    bank = invited(*of, "Bank W")["Bank W"]
    invite(*of, Invited("Laat W"))
    visit(*of)
    stage = plan_stage(*of, yes_plan())
    page = look(WIDE, site.url("now", of[2]))
    expect(page.locator(".lines").first).to_contain_text("Stap 1 van de commissie")
    open_interests(*of, stage)
    waits(page, "is één lid nog niet begonnen")
    open_votes(*of, stage, until=in_days(3))
    candidates = stages_of(*of)[0].candidates
    declare(site.store, bank, of[2], stage, dict.fromkeys(candidates, Tie.NONE))
    for person in candidates:
        cast(site.store, bank, of[2], stage, person, judged=Judged(yes=True), once=person)
    send(site.store, bank, of[2], stage)
    waits(page, "is één lid nog niet begonnen")
    expect(page.locator(".lines").nth(1)).not_to_contain_text("Bank W")
    look.check(page, "now-committee")


def test_everybody_is_done_and_then_it_is_closed(site: Site, look: Look) -> None:
    of = (site.store, site.actor, site.new_round("Klaar"))
    take_in(*of, PEOPLE)
    bank = invited(*of, "Bank K")["Bank K"]
    stage = plan_stage(*of, yes_plan(second=True))
    open_interests(*of, stage)
    open_votes(*of, stage, until=in_days(3))
    candidates = stages_of(*of)[0].candidates
    declare(site.store, bank, of[2], stage, dict.fromkeys(candidates, Tie.NONE))
    send(site.store, bank, of[2], stage)
    page = look(WIDE, site.url("now", of[2]))
    expect(page.locator(".lines").first).to_contain_text("is de eerste keer stemmen klaar")
    give_up_second(site.store, bank, of[2], stage, reason="Iedereen was het eens.")
    waits(page, "heeft iedereen ingestuurd")
    close_votes(*of, stage)
    waits(page, "Leg vast wie er doorgaan")


def test_what_waits_for_the_chair_is_said_to_whom_it_concerns(site: Site, look: Look) -> None:
    """Whoever organises reads how many; whoever chairs too, the way there."""
    of = (site.store, site.actor, site.new_round("Belang"))
    take_in(*of, PEOPLE)
    members = invited(*of, "Bank B", "School B")
    stage = plan_stage(*of, yes_plan())
    open_interests(*of, stage)
    open_votes(*of, stage, until=in_days(3))
    candidates = stages_of(*of)[0].candidates
    school = members["School B"]
    declare(site.store, school, of[2], stage, dict.fromkeys(candidates, Tie.NONE))
    page = look(WIDE, site.url("now", of[2]))
    expect(page.locator(".lines").first).not_to_contain_text("belang dat")
    late_tie(site.store, school, of[2], stage, candidates[0], tie=Tie.PERSONAL)
    waits(page, "wacht een belang dat tijdens het stemmen gemeld is")
    expect(page.locator(".lines").first).not_to_contain_text("Er wacht iets op u")
    with site.store.writing() as connection:
        granted(connection, site.actor, of[2], members["Bank B"], Role.ORGANISER)
        token = new_login(connection, members["Bank B"].key)
    page = look(WIDE, site.url("now", of[2]), token=token)
    expect(page.locator(".lines").first).to_contain_text("Er wacht iets op u als voorzitter.")
    page.get_by_role("button", name="Naar Voorzitter").click()
    expect(page.locator("h1")).to_have_text("Voorzitter")


def test_a_committee_that_is_usual_comes_before_composing(site: Site, look: Look) -> None:
    of = (site.store, site.actor, site.new_round("Gebruikelijk", "move2social"))
    take_in(*of, PEOPLE)
    page = look(WIDE, site.url("now", of[2]))
    expect(page.locator(".lines").first).to_contain_text("kiest meestal een commissie")
    page = look(WIDE, site.url("applicants", of[2]))
    page.get_by_role("button", name="Naar Commissie").click()
    expect(page.locator("h1")).to_have_text("Commissie")
    expect(page.get_by_role("button", name="Neem dit plan over")).to_be_visible()


def test_without_one_composing_comes_next(site: Site, look: Look) -> None:
    of = (site.store, site.actor, site.new_round("Zonder"))
    take_in(*of, PEOPLE)
    page = look(WIDE, site.url("applicants", of[2]))
    expect(page.get_by_role("button", name="Naar Samenstellen")).to_be_visible()
