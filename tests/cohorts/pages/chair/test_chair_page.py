"""*Voorzitter* in a real browser: rule, decide, see the list; and who gets nothing there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.balloting.send import send
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.told_ties import TiesList, told_ties
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageHead, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, yes_plan

NL = FOUR[0]
NAMES = ("Vera Voss", "Dirk <b>Dop</b>", "Lien Laat")
PEOPLE = "id,company,name,place\n" + "".join(
    f"x{n},Bedrijf {n},Mens {n},Almelo\n" for n in range(5)
)


@dataclass(frozen=True)
class Seated:
    """``tokens``: of the logins of chair, deputy and member."""

    site: Site
    round: RoundKey
    head: StageHead
    tokens: dict[str, str]

    def list_of(self, name: str) -> TiesList:

        actor = who(self.site.store, self.tokens[name])
        assert actor is not None
        return told_ties(self.site.store, actor, self.round, self.head.key)


def seated(site: Site, run: str, *, votes: bool = True) -> Seated:
    """The chair is blocked for the first; the deputy knows the second; the third tells late."""
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde {run}")
    take_in(store, organiser, round_, PEOPLE.encode())
    names = [f"{name} {run}" for name in NAMES]
    members = invited(store, organiser, round_, *names, deputy=names[1])
    chair, deputy, late = members.values()
    stage = plan_stage(store, organiser, round_, yes_plan(second=True))
    open_interests(store, organiser, round_, stage)
    (head,) = stages_of(store, organiser, round_)
    first, second, third, *_ = head.candidates
    ties = {chair: {first: Tie.PERSONAL}, deputy: {second: Tie.KNOWS}, late: {first: Tie.KNOWS}}
    for one, said in ties.items():
        declare(store, one, round_, stage, dict.fromkeys(head.candidates, Tie.NONE) | said)
    if votes:
        open_votes(store, organiser, round_, stage, until=in_days(1))
        late_tie(store, late, round_, stage, third, tie=Tie.HANDLES)
    tokens = {
        name: set_password(store, one, "een lang wachtwoord")
        for name, one in zip(NAMES, members.values(), strict=True)
    }
    return Seated(site, round_, head, tokens)


def said(run: Run, key: str) -> str:
    return sentences(Language(run.language))[f"page_chair.{key}"]


def pressed(look: Look, page: Page, run: Run, key: str) -> None:
    page.get_by_role("button", name=said(run, key), exact=True).click()
    look.settle(page)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_chair_rules_decides_and_has_seen(site: Site, look: Look, run: Run) -> None:
    here = seated(site, str(run))
    chair = NAMES[0]
    page = look(run, site.url("chair", here.round, run), token=here.tokens[chair])
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_text("Dirk <b>Dop</b>").first).to_be_visible()
    label = here.list_of(NAMES[1]).ties[0].name
    assert not page.get_by_text(label).count()  # whom the chair is blocked for
    look.check(page, "chair")
    pressed(look, page, run, "do_rule")
    expect(page.get_by_role("alert").first).to_be_visible()  # without a reason
    page.get_by_label(said(run, "reason"), exact=True).first.fill("Zij zagen *elkaars* cijfers.")
    pressed(look, page, run, "do_rule")
    expect(page.get_by_text("Zij zagen *elkaars* cijfers.")).to_be_visible()
    look.settle(page)  # until what was ruled on is gone: its reason has the same label
    page.get_by_text(said(run, "decide"), exact=True).click()
    page.get_by_text(said(run, "decide_bars"), exact=True).click()
    page.get_by_label(said(run, "reason"), exact=True).first.fill("Te dichtbij.")
    look.check(page, "chair-decide")
    pressed(look, page, run, "do_decide")
    expect(page.get_by_text("Te dichtbij.").first).to_be_visible()
    pressed(look, page, run, "do_see")
    expect(page.get_by_text(said(run, "after_seen"))).to_be_visible()
    look.check(page, "chair-seen")
    page.get_by_text(said(run, "address"), exact=True).click()
    pressed(look, page, run, "do_address")
    expect(page.get_by_text(f"{site.root}/stem/")).to_be_visible()
    expect(page.get_by_text(said(run, "address_only_here"))).to_be_visible()
    look.check(page, "chair-address")
    found = here.list_of(chair)
    assert found.unseen == 0
    assert [(one.ruling, one.barred) for one in found.ties] == [(None, True), ("stand", None)]


def test_the_deputy_sees_only_what_the_chair_may_not(site: Site, look: Look) -> None:
    here = seated(site, "d")
    page = look(NL, site.url("chair", here.round, NL), token=here.tokens[NAMES[1]])
    expect(page.get_by_text(said(NL, "deputy"))).to_be_visible()
    mine = {one.name for one in here.list_of(NAMES[1]).ties}
    others = {one.name for one in here.list_of(NAMES[0]).ties}
    assert mine
    assert not mine & others
    for name in mine:
        expect(page.get_by_text(name).first).to_be_visible()
    for name in others:
        assert not page.get_by_text(name).count()
    look.check(page, "chair-deputy")


def test_a_member_and_an_organiser_get_nothing(site: Site, look: Look) -> None:
    here = seated(site, "m", votes=False)
    for token in (here.tokens[NAMES[2]], site.token):
        page = look(NL, site.url("chair", here.round, NL), token=token)
        expect(page.get_by_text("Deze ronde is er voor u niet")).to_be_visible()
        assert not page.get_by_text("Bedrijf").count()


def test_the_ballot_leads_the_chair_and_nobody_else_there(site: Site, look: Look) -> None:
    here = seated(site, "b", votes=False)
    address = f"{site.root}/stembiljet?language=nl&ronde={here.round}"
    page = look(NL, address, token=here.tokens[NAMES[2]])
    assert not page.locator("header a[href^='/voorzitter']").count()
    page = look(NL, address, token=here.tokens[NAMES[0]])
    page.locator("header a[href^='/voorzitter']").click()
    expect(page.locator("h1")).to_have_text(said(NL, "head"))


def test_who_organises_and_presides_gives_up_the_second_vote(site: Site, look: Look) -> None:
    here = seated(site, "af", votes=False)
    chair = who(site.store, here.tokens[NAMES[0]])
    assert chair is not None
    of = (site.store, site.actor, here.round)
    open_votes(*of, here.head.key, until=in_days(1))
    with site.store.writing() as connection:
        granted(connection, site.actor, here.round, chair, Role.ORGANISER)
    for token in here.tokens.values():
        voter = who(site.store, token)
        assert voter is not None
        send(site.store, voter, here.round, here.head.key)
    committee = sentences(Language.NL)
    leads = committee["page_committee.to_chair"]
    page = look(NL, site.url("committee", here.round, NL))
    expect(page.get_by_text(committee["page_committee.first_over"])).to_be_visible()
    expect(page.get_by_role("button", name=leads)).to_have_count(0)
    page = look(NL, site.url("committee", here.round, NL), token=here.tokens[NAMES[0]])
    page.get_by_role("button", name=leads).click()
    expect(page.locator("h1")).to_have_text(said(NL, "head"))
    pressed(look, page, NL, "do_see")
    expect(page.get_by_text(said(NL, "after_waits"))).to_be_visible()
    page.get_by_text(said(NL, "give_up"), exact=True).click()
    page.get_by_label(said(NL, "give_up_why")).fill("Allen <b>eens</b>")
    look.check(page, "chair-give-up")
    pressed(look, page, NL, "do_give_up")
    expect(page.get_by_text("Reden: Allen <b>eens</b>")).to_be_visible()
    expect(page.get_by_text(said(NL, "after_seen"))).to_be_visible()


def test_before_anything_opened(site: Site, look: Look) -> None:
    round_ = site.new_round("Leeg")
    (chair,) = invited(site.store, site.actor, round_, "Eerste Voorzitter").values()
    token = set_password(site.store, chair, "een lang wachtwoord")
    page = look(NL, site.url("chair", round_, NL), token=token)
    expect(page.get_by_text(said(NL, "nothing"))).to_be_visible()
    look.check(page, "chair-nothing")
