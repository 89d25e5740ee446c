"""*Vergaderen* in a real browser: one dossier at a time, dark first, shown by choice, minuted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.meeting.agenda import agenda
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, yes_plan

NL = FOUR[0]
MINUTES = {"nl": "Verslag: ", "en": "Minutes: "}
PEOPLE = "id,company,name,place,turnover,question,activity\n" + "".join(
    f"x{n},Firma <b>{n}</b>,Mens {n},Almelo,120000{n},Hoe vind ik *mensen* {n}?,Maakt deuren\n"
    for n in range(3)
)


def closed(site: Site, run: str) -> tuple[RoundKey, StageKey, str, str]:
    """Round, stage, the name of the chair, who is blocked for the first, and their login."""
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde {run}")
    take_in(store, organiser, round_, PEOPLE.encode())
    (name, chair), (_, other) = invited(
        store, organiser, round_, f"Vera {run}", f"Lid {run}"
    ).items()
    stage = plan_stage(store, organiser, round_, yes_plan(places=1))
    open_interests(store, organiser, round_, stage)
    (head,) = stages_of(store, organiser, round_)
    for one, ties in ((chair, {head.candidates[0]: Tie.HANDLES}), (other, {})):
        declare(store, one, round_, stage, dict.fromkeys(head.candidates, Tie.NONE) | ties)
    open_votes(store, organiser, round_, stage, until=in_days(1))
    for one in (chair, other):
        send(store, one, round_, stage)
    close_votes(store, organiser, round_, stage)
    return round_, stage, name, set_password(store, chair, "een lang wachtwoord")


def said(run: Run, key: str, **facts: str) -> str:
    return sentences(Language(run.language))[f"page_meeting.{key}"].format(**facts)


def pressed(look: Look, page: Page, run: Run, key: str, **facts: str) -> None:
    page.get_by_role("button", name=said(run, key, **facts), exact=False).click()
    look.settle(page)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_meeting_from_first_to_last(site: Site, look: Look, run: Run, tmp_path: Path) -> None:
    round_, stage, chair, _ = closed(site, str(run))
    who = people_of(site.store, site.actor, round_).who
    found = agenda(site.store, site.actor, round_, stage)
    first, last = found.items[0].person, found.items[-1].person
    page = look(run, site.url("meeting", round_, run))
    expect(page.get_by_text(said(run, "of_stage", number="1", title="Stemming"))).to_be_visible()
    dossier = page.locator(".meeting-dossier")
    expect(dossier).to_contain_text(who[first].label)
    expect(dossier).not_to_contain_text("120")
    expect(dossier).not_to_contain_text("*mensen*")
    pressed(look, page, run, "show_turnover")
    expect(dossier).to_contain_text("€")
    pressed(look, page, run, "show_worries")
    expect(dossier).to_contain_text("*mensen*")
    page.get_by_label(said(run, "remark"), exact=True).fill("Sterk <i>plan</i>")
    pressed(look, page, run, "do_remark")
    expect(page.get_by_text("Sterk <i>plan</i>").first).to_be_visible()
    look.check(page, "meeting")
    second = said(run, "place", number="2", count="3")
    pressed(look, page, run, "next")
    expect(dossier).to_contain_text(second)
    pressed(look, page, run, "next")
    expect(dossier).to_contain_text(said(run, "dark_name"))
    assert not page.get_by_text(who[last].label).count()
    look.check(page, "meeting-dark")
    pressed(look, page, run, "leaves", name=f"{chair} ({chair} BV)")
    expect(dossier).to_contain_text(who[last].label)
    pressed(look, page, run, "previous")
    expect(dossier).to_contain_text(second)
    pressed(look, page, run, "next")
    expect(dossier).to_contain_text(said(run, "dark_name"))  # they were back in between
    pressed(look, page, run, "leaves", name=f"{chair} ({chair} BV)")
    expect(dossier).to_contain_text(who[last].label)
    look.check(page, "meeting-out")
    page.get_by_text(MINUTES[run.language]).first.click()
    with page.expect_download() as got:
        page.get_by_role("button", name=said(run, "take")).click()
    path = tmp_path / "minutes.txt"
    got.value.save_as(path)
    text = path.read_text("utf-8")
    assert "Sterk <i>plan</i>" in text
    assert chair in text
    look.check(page, "meeting-minutes")


def test_under_the_login_of_who_is_blocked_it_stays_dark(site: Site, look: Look) -> None:
    round_, stage, chair, token = closed(site, "d")
    who = people_of(site.store, site.actor, round_).who
    last = agenda(site.store, site.actor, round_, stage).items[-1].person
    page = look(NL, site.url("meeting", round_, NL, dossier="3"), token=token)
    expect(page.locator(".meeting-dossier")).to_contain_text(said(NL, "not_yours"))
    assert not page.get_by_text(who[last].label).count()
    assert not page.get_by_role("button", name=chair).count()


def test_to_a_dossier_by_its_name_and_never_to_who_is_dark(site: Site, look: Look) -> None:
    round_, stage, _, _ = closed(site, "naam")
    who = people_of(site.store, site.actor, round_).who
    names = [who[one.person].label for one in agenda(site.store, site.actor, round_, stage).items]
    page = look(NL, site.url("meeting", round_, NL, dossier="3"))
    dossier = page.locator(".meeting-dossier")
    expect(dossier).to_contain_text(said(NL, "dark_name"))
    box = page.get_by_role("combobox", name=said(NL, "go_to"))
    options = page.get_by_role("option")

    def opened() -> bool:
        """What was still being drawn may close it again."""
        if not options.count():
            box.click()
        return options.count() > 0

    look.until(page, opened)
    expect(options).to_have_text([f"{names[0]} (1)", f"{names[1]} (2)"])
    look.choose(page, box, names[1])
    expect(dossier).to_contain_text(names[1])


def test_before_anything_can_be_talked_about(site: Site, look: Look) -> None:
    page = look(NL, site.url("meeting", site.new_round("Leeg"), NL))
    expect(page.get_by_text(said(NL, "nothing"))).to_be_visible()
    look.check(page, "meeting-nothing")
