"""The page of proposals while groups are composed, and how that ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from cohorts.errors import Problem
from cohorts.rounds.jobs.asking_for import ask_for, jobs_of
from cohorts.rounds.jobs.job import Best, JobKey, Kind, State
from cohorts.rounds.jobs.turn import end, take, tell
from cohorts.store.keys import RoundKey
from cohorts.work.turns import turn_of_store
from cohorts.work.work import here
from cohorts.work.work_limits import limits
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.pages.proposals.test_proposals import w
from tests.cohorts.rounds.proposing.kept_round import filled

DUTCH = FOUR[0]


@pytest.fixture(scope="module")
def _no_worker(site: Site) -> Iterator[None]:
    """Nobody works off the queue: the tests say how far everything is."""
    with turn_of_store(limits().folder, site.store.url):
        yield


def asked(site: Site) -> tuple[RoundKey, JobKey]:
    round_ = site.new_round()
    filled(site.store, site.actor, round_, "spp-pilot")
    return round_, ask_for(site.store, site.actor, round_, Kind.COMPOSE)


@pytest.mark.usefixtures("_no_worker")
@pytest.mark.parametrize("run", RUNS, ids=str)
def test_it_tells_how_far_and_how_good_and_stops(site: Site, look: Look, run: Run) -> None:
    round_, job = asked(site)
    page = look(run, site.url("proposals", round_, run))
    expect(page.locator("p.lead", has_text=w(run, "starting"))).to_be_visible()
    done = here()
    take(site.store, job, done, 0)
    expect(page.locator("p.lead", has_text=w(run, "first"))).to_be_visible()
    tell(site.store, job, replace(done, share=0.42, best=Best(0, 0)))
    expect(
        page.get_by_test_id("stMainBlockContainer").get_by_text(w(run, "best_everybody"))
    ).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "42")
    look.check(page, "proposals-under-way")
    page.get_by_role("button", name=w(run, "stop"), exact=True).click()
    expect(
        page.get_by_test_id("stMainBlockContainer").get_by_text(w(run, "stopping"))
    ).to_be_visible()
    assert jobs_of(site.store, site.actor, round_)[-1].stop
    end(site.store, job, State.STOPPED)
    expect(
        page.get_by_test_id("stMainBlockContainer").get_by_text(w(run, "was_stopped"))
    ).to_be_visible()
    look.check(page, "proposals-stopped")


@pytest.mark.usefixtures("_no_worker")
def test_why_it_cannot_be_is_told_and_where_to_go(site: Site, look: Look) -> None:
    round_, job = asked(site)
    take(site.store, job, here(), 0)
    end(site.store, job, State.REFUSED, problems=(Problem("jobs.nobody"),))
    page = look(DUTCH, site.url("proposals", round_, DUTCH))
    expect(
        page.get_by_test_id("stMainBlockContainer").get_by_text(w(DUTCH, "was_refused"))
    ).to_be_visible()
    expect(page.get_by_text("Voeg eerst een bestand met aanmeldingen toe.")).to_be_visible()
    look.check(page, "proposals-refused")


@pytest.mark.usefixtures("_no_worker")
def test_a_second_organiser_sees_it_too(site: Site, look: Look) -> None:
    first, _ = asked(site)
    second, _ = asked(site)
    pages = [look(DUTCH, site.url("proposals", first, DUTCH)) for _ in range(2)]
    for page in pages:
        expect(
            page.get_by_test_id("stMainBlockContainer").get_by_text(w(DUTCH, "goes_on"))
        ).to_be_visible()
    waiting = look(DUTCH, site.url("proposals", second, DUTCH))
    ahead = jobs_of(site.store, site.actor, second)[-1].ahead
    assert ahead >= 1
    expect(
        waiting.get_by_test_id("stMainBlockContainer").get_by_text(w(DUTCH, "queued", ahead=ahead))
    ).to_be_visible()
