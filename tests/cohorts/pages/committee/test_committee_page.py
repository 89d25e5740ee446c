"""The page Commissie in a real browser: plan, invite, open, follow, give more time, close."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.committee.counting import counting_rules
from cohorts.committee.votes import Asked
from cohorts.reports.stage_said import kind_said
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.phrase import phrase
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import BOTH, FOUR, RUNS, WIDE, Look, Run, Site, put_away, unlocked
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, yes_plan

ENGLISH = FOUR[2]


def said(run: Run, key: str, **facts: object) -> str:
    """Filled in; without facts as far as the first of them."""
    text = sentences(Language(run.language))[f"page_committee.{key}"]
    return text.format(**facts) if facts else text.partition("{")[0]


def button(page: Page, run: Run, key: str, **facts: object) -> None:
    page.get_by_role("button", name=said(run, key, **facts), exact=True).click()


def unfold(page: Page, text: str) -> None:
    Look.unfold(page, text)


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True).locator("visible=true")
    field.fill(text)
    field.press("Tab")


def pick(page: Page, label: str, option: str) -> None:
    Look.choose(page, page.get_by_role("combobox", name=label), option)


def in_text(page: Page, text: str) -> Locator:
    """What is there to copy that says so, of what is unfolded."""
    return page.get_by_test_id("stCode").filter(has_text=text).locator("visible=true")


def ballot_address(site: Site, round_: RoundKey, run: Run) -> str:
    """The same for every member."""
    return f"{site.root}/stembiljet?language={run.language}&ronde={round_}"


def with_committee(site: Site, *names: str) -> tuple[RoundKey, dict[str, Actor]]:
    round_ = site.new_round(f"Ronde van {names[0]}")
    take_in(site.store, site.actor, round_, PEOPLE)
    return round_, invited(site.store, site.actor, round_, *names)


def stage(site: Site, round_: RoundKey) -> StageHead:
    return stages_of(site.store, site.actor, round_)[0]


def judged(site: Site, round_: RoundKey, who: dict[str, Actor]) -> StageHead:
    """Votes are taken; the first has judged two, the second has sent in, the rest nothing."""
    of = (site.store, site.actor, round_)
    key = plan_stage(*of, yes_plan())
    open_interests(*of, key)
    open_votes(*of, key, until=in_days(3))
    head = stage(site, round_)
    first, second, *_ = who.values()
    for one in (first, second):
        declare(site.store, one, round_, key, dict.fromkeys(head.candidates, Tie.NONE))
    for person in head.candidates[:2]:
        yes = Judged(yes=True)
        cast(site.store, first, round_, key, person, judged=yes, once=f"o{person}")
    send(site.store, second, round_, key)
    return head


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_two_clicks_make_the_usual_plan_and_members_are_invited(
    site: Site, look: Look, run: Run
) -> None:
    round_ = site.new_round(f"Sociaal {run}", "move2social")
    page = look(run, site.url("committee", round_, run))
    expect(page.locator("h1")).to_be_focused()
    look.check(page, "committee-nothing")
    button(page, run, "take_usual")
    expect(page.get_by_role("heading", name=said(run, "will_be_fixed")).first).to_be_visible()
    plans = [one.plan.stage for one in stages_of(site.store, site.actor, round_)]
    assert [(one.places, one.joint) for one in plans] == [(24, False), (None, True)]
    planned = stages_of(site.store, site.actor, round_)[-1].plan
    assert planned.looks_at
    assert set(planned.tie_examples) == {Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL}
    expect(page.get_by_role("button", name=said(run, "do_open", number=1))).to_be_disabled()
    look.check(page, "committee-planned")
    unfold(page, said(run, "invite_several"))
    fill(page, said(run, "pasted"), f"=Jo <b>{run}</b>; Bank\tj@bank.nl\nMo {run}; School")
    button(page, run, "do_invite_several")
    expect(page.locator(".st-key-links").get_by_test_id("stCode")).to_have_count(2)
    look.check(page, "committee-links")
    button(page, run, "take_links")
    rows = list(csv.reader(unlocked(page).decode("utf-8-sig").splitlines(), delimiter=";"))
    last = events_since(site.store, site.actor, round_)[-1]
    assert (last.act, last.facts["file"]) == ("files.named", said(run, "links_file"))
    put_away(page)
    assert rows[1][0] == f"'=Jo <b>{run}</b>"
    assert re.fullmatch(rf"{site.root}/stem/[\w-]+\?language={run.language}", rows[2][3])
    button(page, run, "links_done")
    expect(page.locator(".st-key-links")).to_have_count(0)
    expect(page.locator(".seats li")).to_have_count(2)
    token = rows[1][3].split("/stem/")[1].partition("?")[0]
    assert spend_link(site.store, token)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_it_opens_is_followed_and_shows_no_votes(site: Site, look: Look, run: Run) -> None:
    round_, who = with_committee(site, *(f"{name} {run}" for name in ("Bank", "School", "Zorg")))
    plan_stage(site.store, site.actor, round_, yes_plan())
    page = look(run, site.url("committee", round_, run))
    button(page, run, "do_open", number=1)
    expect(page.get_by_text(said(run, "phase_interests"))).to_be_visible()
    unfold(page, said(run, "remind_ties"))
    expect(in_text(page, ballot_address(site, round_, run))).to_be_visible()
    look.check(page, "committee-interests")
    button(page, run, "do_votes")
    expect(page.get_by_role("button", name=said(run, "do_close"))).to_be_visible()
    head = stage(site, round_)
    assert head.phase is Phase.JUDGING
    first = who[f"Bank {run}"]
    declare(site.store, first, round_, head.key, dict.fromkeys(head.candidates, Tie.NONE))
    for person in head.candidates[:2]:
        yes = Judged(yes=True)
        cast(site.store, first, round_, head.key, person, judged=yes, once=f"o{person}")
    own = len(head.candidates)
    none = phrase(text_of(run, "far_none"), {"own": own}, language(run))
    second = who[f"School {run}"]
    declare(site.store, second, round_, head.key, dict.fromkeys(head.candidates, Tie.NONE))
    page.reload()
    page.locator("h1").first.wait_for()
    expect(page.locator(".seats li").nth(1)).to_contain_text(none)
    far = said(run, "far_judged", judged=2, own=len(head.candidates))
    expect(page.locator(".seats li").first).to_contain_text(far)
    expect(page.get_by_role("button", name=said(run, "do_close"))).to_be_disabled()
    unfold(page, said(run, "remind"))
    expect(in_text(page, ballot_address(site, round_, run))).to_be_visible()
    look.check(page, "committee-judging")


def test_more_time_needs_a_reason_and_the_close_is_for_when_all_are_done(
    site: Site, look: Look
) -> None:
    round_, who = with_committee(site, "Bank A", "School A")
    head = judged(site, round_, who)
    page = look(WIDE, site.url("committee", round_, WIDE))
    unfold(page, said(WIDE, "extend"))
    button(page, WIDE, "do_extend")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert stage(site, round_).closes_at == head.closes_at
    fill(page, said(WIDE, "extend_why"), "Er was een storing.")
    button(page, WIDE, "do_extend")
    look.until(page, lambda: (stage(site, round_).closes_at or "") > (head.closes_at or ""))
    expect(page.get_by_role("alert")).to_have_count(0)
    unfold(page, said(WIDE, "tell_extended"))
    told = in_text(page, "Er was een storing.")
    expect(told).to_contain_text(ballot_address(site, round_, WIDE))
    send(site.store, who["Bank A"], round_, head.key)
    page.reload()
    button(page, WIDE, "do_close")
    expect(page.get_by_text(said(WIDE, "phase_closed"))).to_be_visible()
    assert stage(site, round_).phase is Phase.CLOSED
    look.check(page, "committee-closed")


def test_a_step_is_changed_added_and_taken_away(site: Site, look: Look) -> None:
    round_, who = with_committee(site, "Bank B", "School B")
    plan_stage(site.store, site.actor, round_, yes_plan())
    page = look(ENGLISH, site.url("committee", round_, ENGLISH))
    unfold(page, said(ENGLISH, "change"))
    fill(page, said(ENGLISH, "title"), "First look $x$")
    page.get_by_text(said(ENGLISH, "kind_scores", name="points")).first.click()
    fill(page, said(ENGLISH, "criterion", number=1), "plan")
    fill(page, said(ENGLISH, "anchor", score=5, number=1), "ready")
    page.get_by_text(said(ENGLISH, "between"), exact=True).first.click()
    fill(page, said(ENGLISH, "anchor", score=3, number=1), "half way")
    unfold(page, said(ENGLISH, "more_rules"))
    expect(page.get_by_text(said(ENGLISH, "rule_usual", rule="Mean score"))).to_be_visible()
    expect(page.get_by_text("the doubts in order")).to_have_count(0)
    look.check(page, "committee-form")
    button(page, ENGLISH, "do_change")
    expect(page.get_by_role("heading", name=re.compile("First look"))).to_be_visible()
    changed = stage(site, round_).plan
    (criterion,) = (one.criterion for one in changed.stage.criteria)
    assert (changed.stage.rule, criterion.name) == ("mean_scores", "plan")
    assert criterion.anchors == {3: "half way", 5: "ready"}
    unfold(page, said(ENGLISH, "change"))
    expect(page.get_by_label(said(ENGLISH, "anchor", score=3, number=1))).to_have_value("half way")
    unfold(page, said(ENGLISH, "change"))
    look.settle(page)
    button(page, ENGLISH, "do_drop")  # what was unfolded stays so
    expect(page.get_by_role("button", name=said(ENGLISH, "take_usual"))).to_be_visible()
    assert stages_of(site.store, site.actor, round_) == ()
    assert who


@pytest.mark.parametrize("run", BOTH, ids=str)
def test_a_rule_that_asks_more_dossiers_than_there_are_says_so(
    site: Site, look: Look, run: Run
) -> None:
    """Nine applicants; and of whom the share of yes is taken stands behind the same fold."""
    round_, _ = with_committee(site, f"Bank F {run}")
    first = plan_stage(site.store, site.actor, round_, yes_plan(places=3))
    plan_stage(site.store, site.actor, round_, yes_plan(places=1))
    page = look(run, site.url("committee", round_, run))
    unfold(page, said(run, "change"))
    unfold(page, said(run, "more_rules"))
    page.get_by_text(said(run, "out_of_could_vote"), exact=True).first.click()
    look.settle(page)
    look.check(page, "committee-rule-share")
    button(page, run, "do_change")
    look.until(page, lambda: _settings(site, round_, first) == {"out_of": "could_vote"})
    look.settle(page)
    second = page.locator("summary", has_text=re.compile(r"(Stap|Step) 2"))
    second.click()
    unfold_in = page.locator(".stExpander", has=second).last
    unfold_in.locator("summary", has_text=said(run, "change")).click()
    unfold_in.get_by_text(
        said(run, "kind_scores", name=kind_said(Asked.SCORES, language(run)))
    ).first.click()
    look.settle(page)
    more = unfold_in.locator("summary", has_text=said(run, "more_rules"))
    fit = unfold_in.get_by_text(counting_rules()["judge_fit"].TITLE[language(run)], exact=True)

    def unfolded() -> bool:
        """A part that is drawn anew by what was pressed before it is folded again."""
        if not fit.first.is_visible():
            more.click()
            look.settle(page)
        return fit.first.is_visible()

    look.until(page, unfolded)
    fit.first.click()
    told = phrase(text_of(run, "too_few"), {"fewest": 5, "dossiers": 3}, language(run))
    expect(unfold_in.get_by_test_id("stAlert").filter(has_text=told[:40])).to_contain_text(told)
    look.check(page, "committee-rule-too-few")


def _settings(site: Site, round_: RoundKey, stage: StageKey) -> Mapping[str, object]:
    """How its votes are counted, as it is kept."""
    (plan,) = (o.plan for o in stages_of(site.store, site.actor, round_) if o.key == stage)
    return plan.stage.settings


def test_somebody_takes_a_place(site: Site, look: Look) -> None:
    round_, who = with_committee(site, "Bank C", "School C")
    judged(site, round_, who)
    page = look(WIDE, site.url("committee", round_, WIDE))
    unfold(page, said(WIDE, "substitute"))
    pick(page, said(WIDE, "substitute_whom"), "Bank C")
    fill(page, said(WIDE, "name"), "Nieuw C")
    look.check(page, "committee-substitute")
    button(page, WIDE, "do_substitute")
    expect(page.locator(".st-key-links").get_by_test_id("stCode")).to_have_count(1)
    members = {one.name: one for one in members_of(site.store, site.actor, round_)}
    assert members["Nieuw C"].position is Position.CHAIR
    assert members["Bank C"].left_at


def test_an_organiser_is_told_who_makes_a_new_address(site: Site, look: Look) -> None:
    round_, _ = with_committee(site, "Bank D", "School D")
    link = add_person(site.store, site.actor, "Organisator D", round_, Role.ORGANISER)
    token = spend_link(site.store, link or "")
    page = look(WIDE, site.url("committee", round_, WIDE), token=token)
    unfold(page, said(WIDE, "new_link"))
    expect(page.get_by_text(said(WIDE, "new_link_who"))).to_be_visible()
    expect(page.get_by_role("button", name=said(WIDE, "do_new_link"))).to_have_count(0)


def test_an_auditor_follows_and_changes_nothing(site: Site, look: Look) -> None:
    round_, who = with_committee(site, "Bank E", "School E")
    judged(site, round_, who)
    link = add_person(site.store, site.actor, "Controle E", round_, Role.AUDITOR)
    token = spend_link(site.store, link or "")
    page = look(WIDE, site.url("committee", round_, WIDE), token=token)
    expect(page.locator(".seats li").first).to_be_visible()
    main = page.locator(".st-key-page_committee")
    expect(main.get_by_role("button")).to_have_count(0)
    expect(main.get_by_role("textbox")).to_have_count(0)
    look.check(page, "committee-auditor")


@pytest.mark.parametrize("run", BOTH, ids=str)
def test_few_who_may_judge_is_said_in_numbers_alone(site: Site, look: Look, run: Run) -> None:
    round_, who = with_committee(site, *(f"{name} {run}" for name in ("Raad", "Lab", "Fonds")))
    of = (site.store, site.actor, round_)
    key = plan_stage(*of, yes_plan())
    open_interests(*of, key)
    candidates = stage(site, round_).candidates
    for number, one in enumerate(who.values()):
        away = dict.fromkeys(candidates[: number * 2], Tie.HANDLES)
        declare(site.store, one, round_, key, dict.fromkeys(candidates, Tie.NONE) | away)
    page = look(run, site.url("committee", round_, run))
    warned = page.get_by_role("alert")
    text = phrase(text_of(run, "few_judge"), {"count": 4, "least": 1, "judges": 3}, language(run))
    expect(warned).to_contain_text(text)
    expect(warned).to_contain_text(phrase(text_of(run, "many_kept"), {"count": 1}, language(run)))
    expect(warned).to_contain_text(said(run, "few_who"))
    names = people_of(*of).who
    for person in candidates:
        assert names[person].label not in page.locator("main, [data-testid=stMain]").inner_text()
    unfold(page, said(run, "members_list"))
    expect(page.locator(".seats")).to_have_count(2)
    look.check(page, "committee-few")


def text_of(run: Run, key: str) -> str:
    return sentences(language(run))[f"page_committee.{key}"]


def language(run: Run) -> Language:
    return Language(run.language)
