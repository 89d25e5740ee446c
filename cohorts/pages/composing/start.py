"""The bottom of the page: composing begins, and one goes to where its proposals come."""

from __future__ import annotations

from cohorts.pages.acting import acting
from cohorts.pages.composing.page import Page, t, told_here
from cohorts.pages.foot import foot
from cohorts.pages.ways import go
from cohorts.rounds.jobs.job import Kind
from cohorts.work.begin import start


def start_part(page: Page) -> None:
    """The button rests while composing could not come to anything."""
    told_here("start")
    if page.here.reads_only:
        return
    ready = page.confirmed and not page.foreseen.clashes
    next_ = "next" if ready else "next_clash" if page.confirmed else "next_people"
    if not foot(t(next_), t("compose"), disabled=not ready):
        return
    here = page.here
    with acting() as well:
        start(here.store, here.actor, here.round, Kind.COMPOSE)
    if well:
        go(here, "proposals")
