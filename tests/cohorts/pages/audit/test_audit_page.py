"""The page Controle in a real browser: the log, deviations, votes by name with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.named_votes import opened_before
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.deciding.dossier import TAKEN
from cohorts.rounds.deciding.open_dossier import open_dossier
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.round_file import of_files
from cohorts.rounds.meeting.write_down import consult
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.packed import unpack
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site, unlocked
from tests.cohorts.rounds.asking.a_round import PEOPLE as SOCIAL
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, ties_seen, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.staff import joined

PEOPLE = "id,company,place\nc0,Molen <b>$x$</b>,Almelo\nc1,Bakker & Zn,Borne\nc2,Smid,Hengelo\n"
WHILE_MADE = """button => {
  button.insertAdjacentHTML("beforeend", '<i data-testid="stSpinnerIcon"></i>');
  return getComputedStyle(button, "::after").content;
}"""
"""What stands below it while it turns: how long that is no test can know."""
WHY = "Bezwaar van 3 november, kenmerk 12"


@dataclass(frozen=True)
class Audited:
    """``token``: of the auditor; ``head``: on the receipt of a member."""

    round: RoundKey
    stage: StageKey
    auditor: Actor
    token: str
    head: str


def audited(site: Site, name: str, *, closed: bool = True) -> Audited:
    """Two members; one of them is kept from one applicant. Somebody was let in otherwise."""
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde {name}")
    take_in(store, organiser, round_, PEOPLE.encode())
    members = invited(store, organiser, round_, f"Bank {name}", f"School {name}")
    stage = plan_stage(store, organiser, round_, yes_plan(places=1))
    open_interests(store, organiser, round_, stage)
    people = stages_of(store, organiser, round_)[0].candidates
    for number, member in enumerate(members.values()):
        ties = dict.fromkeys(people, Tie.NONE)
        declare(store, member, round_, stage, ties | ({people[1]: Tie.HANDLES} if number else {}))
    open_votes(store, organiser, round_, stage, until=in_days(3))
    for member in members.values():
        for once, judged in (("a", Judged(yes=False)), ("b", Judged(yes=True))):
            cast(store, member, round_, stage, people[0], judged=judged, once=once, note="Sterk")
        send(store, member, round_, stage)
    (receipt, *_) = own_receipts(store, member, round_, stage)
    if closed:
        close_votes(store, organiser, round_, stage)
        ties_seen(store, next(iter(members.values())), round_, stage)
        other = {people[2]: Otherwise(on=True, reason="Kent de streek")}
        go_on(store, organiser, round_, stage, otherwise=other)
    auditor = joined(store, organiser, f"Controleur {name}", round_, Role.AUDITOR)
    token = set_password(store, auditor, "een lang wachtwoord")
    return Audited(round_, stage, auditor, token, receipt.head)


def said(run: Run, key: str, **facts: object) -> str:
    return sentences(Language(run.language))[f"page_audit.{key}"].format(**facts)


def button(page: Page, run: Run, key: str, **facts: object) -> None:
    page.get_by_role("button", name=said(run, key, **facts), exact=True).click()


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    field.fill(text)
    field.press("Tab")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_an_auditor_checks_and_opens(site: Site, look: Look, run: Run) -> None:
    here = audited(site, str(run))
    page = look(run, site.url("audit", here.round, run), token=here.token)
    expect(page.get_by_text(re.compile(r"(bij|for) 1 (van de|of the) 3"))).to_be_visible()
    look.check(page, "audit")
    fill(page, said(run, "witness"), here.head[:16].upper())
    button(page, run, "check_log")
    alerts = page.get_by_test_id("stAlert")
    expect(alerts.get_by_text(re.compile("School .* (stuurde|sent in)"))).to_be_visible()
    expect(alerts.get_by_text(re.compile("niets veranderd|nothing changed"))).to_be_visible()
    look.check(page, "audit-checked")
    button(page, run, "open_named")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert not opened_before(site.store, site.actor, here.round)
    fill(page, said(run, "why", shortest=20), WHY)
    button(page, run, "open_named")
    table = page.locator("table.controlled", has=page.locator("tbody th"))
    expect(table.locator("tbody tr").first).to_be_visible()
    expect(table).to_contain_text("Molen <b>$x$</b>")
    expect(table).to_contain_text(said(run, "recused"))
    look.check(page, "audit-named")
    (opened,) = opened_before(site.store, site.actor, here.round)
    assert (opened.by, opened.reason) == (here.auditor.name, WHY)
    button(page, run, "put_away")
    expect(table).to_have_count(0)
    expect(page.get_by_text(WHY).first).to_be_visible()
    takes_the_round(page, run, look)
    *_, opened = opened_before(site.store, site.actor, here.round)
    assert (opened.by, opened.stage, opened.reason) == (here.auditor.name, None, WHY)


def takes_the_round(page: Page, run: Run, look: Look) -> None:
    """Refused in place without a reason; then behind a password."""
    page.locator("summary", has_text=said(run, "whole_round")).click()
    button(page, run, "take_round")
    expect(page.get_by_role("alert").last).to_be_visible()
    fill(page, said(run, "round_why", shortest=20), WHY)
    look.check(page, "audit-whole-round")
    button(page, run, "take_round")
    assert of_files(unpack(unlocked(page), ""), "")[1]["vote"]


def test_an_auditor_takes_a_dossier_with_ballots(site: Site, look: Look, tmp_path: Path) -> None:
    round_ = site.new_round("Met stembiljetten", "move2social")
    take_in(site.store, site.actor, round_, SOCIAL)
    composed_of(chosen(site.store, at=(site.actor, round_)))
    auditor = joined(site.store, site.actor, "Controleur van biljetten", round_, Role.AUDITOR)
    token = set_password(site.store, auditor, "een lang wachtwoord")
    page = look(WIDE, site.url("audit", round_, WIDE), token=token)
    button(page, WIDE, "take_ballots", number=1)
    path = tmp_path / said(WIDE, "ballots_name", number=1)
    path.write_bytes(unlocked(page))
    assert open_dossier(path).ballots is not None
    look.check(page, "audit-dossier")
    assert page.locator(".stDownloadButton").first.evaluate(WHILE_MADE) == '"Wordt gemaakt …"'
    last = events_since(site.store, site.actor, round_)[-1]
    assert (last.act, last.by) == (TAKEN, auditor.name)
    page = look(WIDE, site.url("audit", round_, WIDE))
    expect(page.get_by_role("button", name=said(WIDE, "take_dossier", number=1))).to_be_visible()
    taking = page.get_by_role("button", name=said(WIDE, "take_ballots", number=1))
    expect(taking).to_have_count(0)


def test_an_auditor_takes_the_minutes(site: Site, look: Look) -> None:
    here = audited(site, "verslag")
    page = look(WIDE, site.url("audit", here.round, WIDE), token=here.token)
    expect(page.get_by_text(said(WIDE, "no_minutes"))).to_be_visible()
    consult(
        site.store, site.actor, here.round, here.stage, whom="Ans, gemeente", text="Past in de wijk"
    )
    page.reload()
    with page.expect_download() as got:
        button(page, WIDE, "take_minutes", number=1, title="Stemming")
    assert got.value.suggested_filename == said(WIDE, "minutes_name", number=1)
    text = Path(got.value.path()).read_text("utf-8")
    assert "Ronde verslag" in text
    assert "Ans, gemeente: Past in de wijk" in text
    look.check(page, "audit-minutes")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_an_auditor_who_once_sat_in_it_reads_why_another_takes_the_ballots(
    site: Site, look: Look, run: Run
) -> None:
    here = audited(site, f"zat {run}")
    left = next(
        one
        for one in members_of(site.store, site.actor, here.round)
        if one.position is Position.MEMBER
    )
    came = Invited(f"Opvolger {run}")
    substitute(site.store, site.actor, here.round, left.key, came)
    add_person(site.store, site.actor, left.name, here.round, Role.AUDITOR)
    with site.store.writing() as connection:
        token = new_login(connection, left.key)
    page = look(run, site.url("audit", here.round, run), token=token)
    expect(page.get_by_text(said(run, "named_not"))).to_be_visible()
    expect(page.get_by_role("button", name=said(run, "open_named"))).to_have_count(0)
    look.check(page, "audit-once-sat")


def test_a_head_of_elsewhere_is_not_in_it(site: Site, look: Look) -> None:
    here, other = audited(site, "deze"), audited(site, "andere")
    page = look(WIDE, site.url("audit", here.round, WIDE), token=here.token)
    fill(page, said(WIDE, "witness"), other.head)
    button(page, WIDE, "check_log")
    expect(page.get_by_text(said(WIDE, "not_found"))).to_be_visible()
    fill(page, said(WIDE, "witness"), "geen kenmerk")
    button(page, WIDE, "check_log")
    expect(page.get_by_text(sentences(Language.NL)["log.no_head"])).to_be_visible()


def test_an_organiser_reads_and_opens_nothing(site: Site, look: Look) -> None:
    here = audited(site, "lezen")
    page = look(WIDE, site.url("audit", here.round, WIDE))
    expect(page.get_by_text(said(WIDE, "never_opened"))).to_be_visible()
    expect(page.get_by_role("button", name=said(WIDE, "open_named"))).to_have_count(0)
    expect(page.get_by_text(said(WIDE, "no_drills"))).to_be_visible()  # also runs it all
    look.check(page, "audit-organiser")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_before_the_close_there_is_nothing_to_open_or_count(
    site: Site, look: Look, run: Run
) -> None:
    here = audited(site, f"open {run}", closed=False)
    page = look(run, site.url("audit", here.round, run), token=here.token)
    expect(page.get_by_text(said(run, "none_closed"))).to_be_visible()
    assert "Sterk" not in page.content()
    fill(page, said(run, "witness"), here.head)
    button(page, run, "check_log")
    alerts = page.get_by_test_id("stAlert")
    expect(alerts.get_by_text(re.compile("School .* (stuurde|sent in)"))).to_be_visible()
    expect(alerts.get_by_text(re.compile("(op regel|at line) "))).to_have_count(0)
    page.locator("summary", has_text=re.compile("nieuwste|newest")).click()
    expect(page.get_by_text(said(run, "unnumbered"))).to_be_visible()
    numbers = page.locator("table.controlled td.number")
    assert numbers.first.text_content() == ""
    look.check(page, "audit-open")
