"""Who went on and has not committed is named, with the way to where that is marked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cohorts.rounds.standings.go_on import go_on
from tests.cohorts.pages.driving import BOTH, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import yes_plan
from tests.cohorts.rounds.standings.ten_members import ten_in, vote_yes

STATUS = {"c1": "probable", "c2": "approached"}
PEOPLE = "id,company,place,status\n" + "".join(
    f"c{n},Bedrijf {n},Almelo,{STATUS.get(f'c{n}', 'confirmed')}\n" for n in range(9)
)


@pytest.mark.parametrize("run", BOTH, ids=str)
def test_they_are_named_after_the_decision_and_before_composing(
    site: Site, look: Look, run: Run
) -> None:
    round_ = site.new_round(f"Ronde {run}")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    here = ten_in(site.store, site.actor, round_, yes_plan(places=9), beside=f" {run}")
    vote_yes(here)
    go_on(site.store, site.actor, round_, here.stage)
    for room in ("committee", "composing"):
        page = look(run, site.url(room, round_, run))
        line = page.locator(".uncommitted")
        expect(line).to_contain_text("2 ")
        expect(line.get_by_role("link")).to_have_count(2)
        look.check(page, f"uncommitted-{room}")
    line.get_by_role("link").first.click()
    expect(page.locator("h1")).to_contain_text("Bedrijf")


def test_nothing_stands_there_where_all_have_committed(site: Site, look: Look) -> None:
    round_ = site.new_round("Alle")
    take_in(
        site.store,
        site.actor,
        round_,
        PEOPLE.replace("probable", "confirmed").replace("approached", "signed").encode(),
    )
    here = ten_in(site.store, site.actor, round_, yes_plan(places=9), beside=" alle")
    vote_yes(here)
    go_on(site.store, site.actor, round_, here.stage)
    page = look(WIDE, site.url("committee", round_))
    expect(page.get_by_text("9 gaan door:")).to_be_visible()
    expect(page.locator(".uncommitted")).to_have_count(0)
