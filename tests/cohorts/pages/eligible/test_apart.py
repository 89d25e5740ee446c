"""Wie niet samen mag in a real browser: a pair more and less, what forms name, what follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import RelationKind
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.asking.relations_of import relations_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import RoundKey
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.pages.eligible.test_eligible_page import said, unfold
from tests.cohorts.rounds.asking.a_round import take_in

PEOPLE = """id,company,place,fte,competitors
c0,Molen <b>$x$</b>,Almelo,12,Smederij Hengel
c1,Bakker & Zn,Borne,8,
c2,Smederij Hengel,Hengelo,9,
c3,Kapper Knip,Hengelo,9,Schilder Kwast
c4,Schilder Kwast,Hengelo,9,Kapper Knip
c5,Drukker,Hengelo,9,
"""


def six(site: Site, name: str) -> RoundKey:
    round_ = site.new_round(name)
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    return round_


def choose(page: Page, label: str, name: str) -> None:
    Look.choose(page, page.get_by_label(label, exact=True), name)


def press(page: Page, run: Run, key: str) -> None:
    button = page.get_by_role("button", name=said(run, key), exact=True).first
    button.click()
    Look.settle(page)


def rows(page: Page) -> Locator:
    return page.locator("table.related tbody tr")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_pair_more_by_name_and_away_again(site: Site, look: Look, run: Run) -> None:
    round_ = six(site, f"Paren {run}")
    page = look(run, site.url("eligible", round_, run))
    press(page, run, "do_add")
    expect(page.get_by_role("alert").first).to_be_visible()
    choose(page, said(run, "first"), "Bakker & Zn")
    choose(page, said(run, "second"), "Drukker")
    reason = page.get_by_label(said(run, "reason"), exact=True)
    reason.fill("Zelfde <i>klanten</i>")
    reason.press("Tab")
    Look.settle(page)
    look.check(page, "apart-adding")
    press(page, run, "do_add")
    row = rows(page)
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Bakker & Zn – Drukker")
    expect(row).to_contain_text("Zelfde <i>klanten</i>")
    expect(row).to_contain_text(site.actor.name)
    (kept,) = relations_of(site.store, site.actor, round_)
    assert (kept.kind, kept.must) == (RelationKind.COMPETITOR, None)
    look.check(page, "apart")
    unfold(page, said(run, "take_away"))
    Look.settle(page)
    press(page, run, "do_take_away")
    expect(page.get_by_text(said(run, "nothing_stands"))).to_be_visible()
    assert relations_of(site.store, site.actor, round_) == ()


def test_what_forms_name_is_answered_yes_or_no(site: Site, look: Look) -> None:
    round_ = six(site, "Formulieren")
    page = look(WIDE, site.url("eligible", round_, WIDE))
    expect(page.get_by_text(said(WIDE, "on_forms", count=2))).to_be_visible()
    one = page.get_by_text("Molen <b>$x$</b> noemt op het formulier")
    expect(one).to_be_visible()
    both = said(WIDE, "by_both", by="Kapper Knip", whom="Schilder Kwast")
    expect(page.get_by_text(both)).to_be_visible()
    look.check(page, "apart-on-forms")
    box = page.locator("[data-testid=stVerticalBlock]", has=page.get_by_text(both)).last
    box.get_by_role("button", name=said(WIDE, "rivals_no")).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    assert relations_of(site.store, site.actor, round_) == ()
    why = box.get_by_role("textbox")
    why.fill("Zijn partners geworden")
    why.press("Tab")
    Look.settle(page)
    box.get_by_role("button", name=said(WIDE, "rivals_no")).click()
    expect(page.get_by_text(said(WIDE, "on_forms", count=1))).to_be_visible()
    press(page, WIDE, "rivals_yes")
    expect(one).to_have_count(0)
    no, yes = relations_of(site.store, site.actor, round_)
    assert (no.kind, no.note) == (RelationKind.NONE, "Zijn partners geworden")
    assert (yes.kind, yes.must) == (RelationKind.COMPETITOR, True)


def test_three_who_exclude_each_other_need_three_groups(site: Site, look: Look) -> None:
    round_ = six(site, "Drie")
    kept = people_of(site.store, site.actor, round_)
    of = {str(kept.who[key].id): key for key in kept.who}
    for a, b in (("c0", "c1"), ("c1", "c5"), ("c0", "c5")):
        at = (site.store, site.actor, round_, of[a], of[b])
        add_relation(*at, kind=RelationKind.COMPETITOR, must=True)
    page = look(WIDE, site.url("eligible", round_, WIDE))
    people = ["Molen <b>$x$</b>", "Bakker & Zn", "Drukker"]
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text(said(WIDE, "exclude", count=3, people=people))
    expect(alert).to_contain_text("maar")
    look.check(page, "apart-exclude")


LIST = """who,with whom,kind,note
c1,c5,knows,Oud-collega's
c0,c5,competitor,
c5,c0,competitor,
"""


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_list_is_read_beside_what_stands(site: Site, look: Look, run: Run) -> None:
    round_ = six(site, f"Lijst {run}")
    kept = people_of(site.store, site.actor, round_).keys.of
    two = kept[ApplicantId("c0")], kept[ApplicantId("c1")]
    add_relation(site.store, site.actor, round_, *two, kind=RelationKind.MET)
    page = look(run, site.url("eligible", round_, run))
    upload = page.locator("input[type=file]")

    def give(text: str) -> None:
        file = {"name": "lijst.csv", "mimeType": "text/csv", "buffer": text.encode()}
        upload.set_input_files(file)  # type: ignore[arg-type]  # as its own documents say it

    give("c0,c1\n")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert len(relations_of(site.store, site.actor, round_)) == 1
    page.reload()
    give(LIST)
    expect(rows(page)).to_have_count(3)
    expect(page.get_by_text(said(run, "list_added", count=2, stood=1))).to_be_visible()
    look.check(page, "apart-list")
