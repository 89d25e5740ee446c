"""The ballot in a real browser: each step of it, 24 dossiers by key and thumb, for who hears it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.own_ballot import OwnBallot, own_ballot
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.store.keys import RoundKey
from tests.cohorts.pages.driving import PHONE, RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, scores_plan, yes_plan

MANY = "id,company,name,place,fte,question\n" + "".join(
    f"x{n},Bedrijf {n:02},Mens {n:02},Almelo,{n + 2},vraag van bedrijf {n:02}\n" for n in range(24)
)
DOSSIERS = 24
HIGH = 48
"""Pixels that a thumb needs."""


@dataclass(frozen=True)
class Seat:
    """Somebody who judges 24 dossiers; ``token``: of their login."""

    site: Site
    actor: Actor
    token: str
    round: RoundKey
    stage: StageKey

    def address(self, run: Run) -> str:
        query = urlencode({"language": run.language, "ronde": self.round})
        return f"{self.site.root}/stembiljet?{query}"

    @property
    def kept(self) -> OwnBallot:
        return own_ballot(self.site.store, self.actor, self.round, self.stage)


def seat(site: Site, plan: StagePlan, name: str, *, told: bool = True) -> Seat:
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde van {name}")
    take_in(store, organiser, round_, MANY.encode())
    actor = invited(store, organiser, round_, name)[name]
    stage = plan_stage(store, organiser, round_, plan)
    open_interests(store, organiser, round_, stage)
    if told:
        (head,) = stages_of(store, organiser, round_)
        declare(store, actor, round_, stage, dict.fromkeys(head.candidates, Tie.NONE))
    open_votes(store, organiser, round_, stage, until=in_days(7))
    return Seat(site, actor, set_password(store, actor, "een lang wachtwoord"), round_, stage)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_every_step_of_it(site: Site, look: Look, run: Run) -> None:
    here = seat(site, scores_plan(examples=True, offers=True), f"Lid {run}", told=False)
    page = look(run, here.address(run), token=here.token)
    look.check(page, "ballot-ties")
    page.locator("#others").check()
    page.locator("form button").click()
    page.locator("#start").wait_for()
    look.check(page, "ballot-start")
    page.locator("#start [data-go=on]").click()
    look.check(page, "ballot-example")
    page.evaluate("location.hash = 'dossier-1'")
    dossier = page.locator("#dossier-1")
    expect(dossier.locator("h1")).to_be_focused()
    for field in dossier.locator(".buttons").all():
        field.locator("[value='4']").click()
    expect(dossier.locator("[data-kept]")).to_contain_text(
        {"nl": "Bewaard", "en": "Saved"}[run.language]
    )
    if run.width > PHONE.width:
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    for one in dossier.locator(".buttons label, .foot button, .check").all():
        box = one.bounding_box()
        assert box
        assert not box["height"] or box["height"] >= HIGH  # what is folded away has none
    look.check(page, "ballot-dossier")
    page.evaluate("location.hash = 'all'")
    look.check(page, "ballot-all")
    page.locator("#all .foot button").click()
    expect(page.locator("#unjudged")).to_contain_text(str(DOSSIERS - 1))
    look.check(page, "ballot-send")
    page.locator("#sending [type=submit]").click()
    page.locator("code").first.wait_for()
    look.check(page, "ballot-receipt")


def test_24_dossiers_by_keyboard(site: Site, look: Look) -> None:
    here = seat(site, scores_plan(), "Toetsen")
    page = look(WIDE, here.address(WIDE), token=here.token)
    page.locator("#start [data-go=on]").press("Enter")
    for number in range(1, DOSSIERS + 1):
        expect(page.locator(f"#dossier-{number} h1")).to_be_focused()
        for key in ("4", "2", "Enter"):
            page.keyboard.press(key)
    expect(page.locator("#send h1")).to_be_focused()
    expect(page.locator("#left")).to_have_text("alles beoordeeld")
    page.locator("#sending [type=submit]").focus()
    for _ in range(50):  # refused while anything is unsent
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        if page.locator("code").count():
            break
    votes = [
        [str(score) for score in one.vote.judged.scores] for one in here.kept.dossiers if one.vote
    ]
    assert votes == [["4", "2"]] * DOSSIERS
    assert here.kept.sent_at


def test_24_dossiers_by_thumb(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Duim")
    page = look(PHONE, here.address(PHONE), token=here.token)
    page.locator("#start [data-go=on]").tap()
    for number in range(1, DOSSIERS + 1):
        dossier = page.locator(f"#dossier-{number}")
        dossier.locator(f"[value={'yes' if number % 2 else 'no'}]").tap()
        expect(dossier.locator("[data-kept]")).to_contain_text("Bewaard")
        dossier.locator("[data-go=next]").tap()
    expect(page.locator("#send h1")).to_be_focused()
    found = [one.vote and one.vote.judged.yes for one in here.kept.dossiers]
    assert found == [True, False] * (DOSSIERS // 2)


def test_who_hears_it_knows_what_everything_is(site: Site, look: Look) -> None:
    here = seat(site, scores_plan(), "Oren")
    page = look(WIDE, f"{here.address(WIDE)}#dossier-1", token=here.token, heading=False)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    plan = page.get_by_role("group", name="plan")
    expect(plan.get_by_role("radio")).to_have_count(5)
    expect(plan.get_by_role("radio", name="1: geen")).to_have_count(1)
    for name in ("Vorige", "Later terugkomen", "Volgende"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(1)
    expect(page.get_by_role("textbox", name="Aantekening")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="Ik onthoud mij")).to_have_count(1)
    expect(page.get_by_role("region")).to_have_count(1)
