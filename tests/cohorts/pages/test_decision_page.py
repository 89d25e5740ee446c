"""The page Besluit in a real browser: sign, share, tell, recompute, reopen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.asking.four_steps import Step
from cohorts.rounds.asking.set_step import set_step
from cohorts.rounds.deciding.group_coaches import coaches_of
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.words import Language, say
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site, unlocked
from tests.cohorts.rounds.deciding.decided_round import Decided, files_of, moved
from tests.cohorts.rounds.proposing.kept_round import filled
from tests.cohorts.rounds.proposing.samples import composed

SAMPLE = "kennissessie"
NL, PHONE, _, ENGLISH = FOUR


def said(run: Run, key: str) -> str:
    return sentences(Language(run.language))[f"page_decision.{key}"]


def proposed(site: Site, name: str = "Ronde") -> Decided:
    """A round with a proposal, and one that was made of it by hand."""
    round_ = site.new_round(name, SAMPLE)
    filled(site.store, site.actor, round_, SAMPLE)
    of = (site.store, site.actor, round_)
    (first,) = keep_proposals(*of, [composed(SAMPLE)], made=Made.COMPOSED)
    keep_proposals(*of, [moved(composed(SAMPLE))], made=Made.BOARD, before=first)
    return Decided(*of, first)


def button(page: Page, run: Run, key: str) -> None:
    page.get_by_role("button", name=said(run, key), exact=True).click()


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    field.fill(text)
    field.press("Tab")


def taken(page: Page, run: Run, key: str, folder: Path) -> Path:
    with page.expect_download() as got:
        button(page, run, key)
    path = folder / got.value.suggested_filename
    got.value.save_as(path)
    return path


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_before_there_is_a_proposal(site: Site, look: Look, run: Run) -> None:
    page = look(run, site.url("decision", site.new_round(), run))
    expect(page.get_by_role("link", name=said(run, "to_applicants"))).to_be_visible()
    look.check(page, "decision-nothing")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_named_person_signs_and_shares(site: Site, look: Look, run: Run, tmp_path: Path) -> None:
    here = proposed(site, f"Ronde {run}")
    page = look(run, site.url("decision", here.round, run))
    expect(page.locator("h1")).to_be_focused()
    look.check(page, "decision")
    button(page, run, "do_sign")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert not here.decisions
    fill(page, said(run, "name"), "Jo <b>Vos</b> $x$")
    fill(page, said(run, "reason_asked"), "Zij *kennen* elkaar =1+1")
    button(page, run, "do_sign")
    head = said(run, "head_decided").format(number=2)
    expect(page.get_by_role("heading", name=head)).to_be_visible()
    expect(page.get_by_text("Jo <b>Vos</b> $x$")).to_be_visible()
    look.check(page, "decided")
    expect(page.get_by_role("link", name=said(run, "to_letters"))).to_be_visible()
    made = here.decisions[-1]
    assert (made.signed, made.reason) == ("Jo <b>Vos</b> $x$", "Zij *kennen* elkaar =1+1")
    assert made.deviation.moved == 2
    html = taken(page, run, "take_page", tmp_path).read_text("utf-8")
    assert "Jo &lt;b&gt;Vos&lt;/b&gt; $x$" in html
    assert made.head[:16] in html
    button(page, run, "take_dossier")
    (tmp_path / "dossier.zip").write_bytes(unlocked(page))
    assert replay(tmp_path / "dossier.zip").holds


READERS = ("for_facilitator", "for_participants", "for_funder", "for_committee", "for_self")


def test_each_reader_gets_their_own_page(site: Site, look: Look, tmp_path: Path) -> None:
    here = proposed(site)
    here.decide()
    page = look(NL, site.url("decision", here.round, NL))
    word = composed(SAMPLE).programme.word("coach", Language.NL)
    for reader in READERS:
        name = said(NL, reader).format(coach=word).partition(" van een ")[0]
        page.get_by_test_id("stRadio").locator("label", has_text=name).last.click()
        holds = said(NL, reader.replace("for_", "holds_"))[:10]  # before its own words
        expect(page.get_by_text(holds)).to_be_visible()
        look.settle(page)
        if reader == "for_self":
            break
        html = taken(page, NL, "take_page", tmp_path).read_text("utf-8")
        stamp = re.findall(r'<aside class="stamp decided"[^>]*><b>(.*?)</b>', html)
        assert stamp == ["Besluit"]
    sheet = taken(page, NL, "take_groups", tmp_path).read_text("utf-8")
    assert not [a.label for a in composed(SAMPLE).round.applicants if a.label in sheet]
    button(page, NL, "take_everything")
    everything = files_of(unlocked(page))
    look.check(page, "decided-password")
    assert sorted(name.partition(".")[2] for name in everything) == [*("csv", "html", "xlsx")]
    page.reload()
    expect(page.get_by_role("button", name=said(NL, "take_badges"))).to_be_visible()
    expect(page.locator(".st-key-password")).to_have_count(0)  # shown once
    log = [one.act for one in events_since(*here.of)]
    assert log[-2:] == ["files.nameless", "files.named"]
    funder = next(tmp_path.glob("*opdrachtgever*")).read_text("utf-8")
    assert not [a.label for a in composed(SAMPLE).round.applicants if f">{a.label}<" in funder]
    name_a_coach(page, look, here)
    badges = taken(page, NL, "take_badges", tmp_path).read_text("utf-8")
    assert COACH in badges
    assert all((a.name or a.label) in badges for a in composed(SAMPLE).composition.groups[1])
    signed = taken(page, NL, "take_attendance", tmp_path)
    assert signed.name.startswith("presentielijst")
    assert "besluit" in signed.read_text("utf-8").lower()


COACH = "Petra van den Berg"


def name_a_coach(page: Page, look: Look, here: Decided) -> None:
    """Of the first group; a reload shows what is kept."""
    with composed(SAMPLE).programme.in_own_words():
        part = say("page_decision.coaches", Language.NL)
    first, *others = composed(SAMPLE).composition.groups
    look.unfold(page, part)
    fields = page.locator("[class*=st-key-coach_] input")
    expect(fields).to_have_count(1 + len(others))
    fields.first.fill(COACH)
    fields.first.press("Tab")
    look.settle(page)
    button(page, NL, "keep_coaches")
    look.until(page, lambda: coaches_of(*here.of).by_group == {first: COACH})
    page.reload()
    look.unfold(page, part)
    expect(fields.first).to_have_value(COACH)
    look.check(page, "decided-coaches")


def test_the_page_is_shown_in_place(site: Site, look: Look) -> None:
    here = proposed(site)
    here.decide()
    page = look(PHONE, site.url("decision", here.round, PHONE))
    page.get_by_text(said(PHONE, "look"), exact=True).click()
    inside = page.frame_locator("iframe").locator(".stamp")
    expect(inside).to_contain_text("Jo Vos")
    look.check(page, "decided-look")


def test_who_was_told_is_written_down_and_reopening_says_it(site: Site, look: Look) -> None:
    here = proposed(site)
    here.decide()
    page = look(ENGLISH, site.url("decision", here.round, ENGLISH))
    page.get_by_text(said(ENGLISH, "write_down")).click()
    button(page, ENGLISH, "do_write_down")
    group = len(composed(SAMPLE).composition.groups[1])
    expect(page.get_by_text(re.compile(rf"^{group} of the \d+ people have heard"))).to_be_visible()
    page.locator("summary", has_text=said(ENGLISH, "do_reopen")).click()
    fill(page, said(ENGLISH, "reopen_why"), "A mistake in group 1")
    button(page, ENGLISH, "do_reopen")
    expect(page.get_by_text(re.compile(rf"{group} people had heard this already"))).to_be_visible()
    look.check(page, "reopened")
    assert not here.decisions[-1].stands


def test_the_proposals_lead_to_what_is_decided(site: Site, look: Look) -> None:
    here = proposed(site)
    here.decide()
    page = look(NL, site.url("proposals", here.round, NL))
    to_decision = sentences(Language.NL)["page_proposals.to_decision"]
    page.locator(".st-key-foot").get_by_role("button", name=to_decision).click()
    expect(page.locator("h1")).to_have_text(re.compile("Besloten"))


def test_an_outdated_proposal_cannot_be_signed(site: Site, look: Look) -> None:
    here = proposed(site)
    rule = next(r for r in composed(SAMPLE).asked_by.rules if not r.is_must)
    set_step(*here.of, rule.key, Step.OFF)
    page = look(NL, site.url("decision", here.round, NL, voorstel=here.proposal))
    expect(page.get_by_text("past niet meer bij de ronde").first).to_be_visible()
    expect(page.get_by_role("button", name=said(NL, "do_sign"))).to_be_disabled()
    expect(page.get_by_role("link", name=said(NL, "to_composing"))).to_be_visible()
    look.check(page, "decision-outdated")


def test_a_guessed_proposal_is_not_shown(site: Site, look: Look) -> None:
    here, other = proposed(site, "Een"), proposed(site, "Twee")
    address = site.url("decision", here.round, NL, voorstel=other.proposal)
    page = look(NL, address)
    expect(page.locator("h1")).to_have_text("Besluit")
    look.check(page, "decision-guessed")


def test_a_save_that_was_late_is_refused(site: Site, look: Look) -> None:
    here = proposed(site)
    page = look(NL, site.url("decision", here.round, NL, voorstel=here.proposal))
    fill(page, said(NL, "name"), "Jo Vos")
    here.decide(signed="Mo Bos")
    button(page, NL, "do_sign")
    expect(page.get_by_text("Besloten: voorstel 1").or_(page.get_by_role("alert"))).to_be_visible()
    assert [one.signed for one in here.decisions] == ["Mo Bos"]
