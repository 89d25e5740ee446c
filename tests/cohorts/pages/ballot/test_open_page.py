"""A ballot that stays open: more time, corrections, the end of the time, how long it takes yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from sqlalchemy import update

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.people.mend import mend
from cohorts.store.tables import stage as table
from tests.cohorts.pages.ballot.seats import Seat, seat
from tests.cohorts.pages.driving import PATIENCE, PHONE, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import in_days, scores_plan, yes_plan

REASON = "De lijn viel bij drie leden uit."
LOOKS = "dispatchEvent(new Event('online'))"
"""What makes an open page look at what is so now, before its minute is over."""
COUNTS_CHANGES = """() => {
  window.changes = 0;
  const counts = new MutationObserver((all) => { window.changes += all.length; });
  counts.observe(document.querySelector("#dossier-1 [data-kept]"), { childList: true });
}"""
"""From now on, of what is told of the first dossier."""
PRIOR = 3
IDLE = 90


def looks_until(page: Page, wanted: Locator) -> None:
    """The page looks again, at most once a second."""
    for _ in range(PATIENCE // 300):
        page.evaluate(LOOKS)
        if wanted.is_visible():
            return
        page.wait_for_timeout(300)
    expect(wanted).to_be_visible()


def time_is_up(here: Seat) -> None:
    """As if the clock of the store had passed the deadline."""
    past = (datetime.now(UTC) - timedelta(seconds=1)).isoformat(timespec="milliseconds")
    values = {"closes_at": past.replace("+00:00", "Z")}
    with here.site.store.writing() as connection:
        connection.execute(update(table).where(table.c.key == here.stage).values(values))


@pytest.mark.parametrize("run", [PHONE, WIDE], ids=str)
def test_more_time_is_told_without_loading(site: Site, look: Look, run: Run) -> None:
    here = seat(site, yes_plan(), f"Tijd {run}")
    page = look(run, here.address(run), token=here.token)
    expect(page.locator("#extended")).to_be_hidden()
    until = in_days(9)
    extend(site.store, site.actor, here.round, here.stage, until=until, reason=REASON)
    looks_until(page, page.locator("#extended"))
    expect(page.locator("#extended")).to_contain_text(REASON)
    told = page.locator("#start [data-closes]").text_content()
    assert told
    assert told.split("tot ")[1].split(" (")[0] in page.locator("#extended").inner_text()
    expect(page.locator("#start [data-extended]")).to_contain_text(REASON)
    look.check(page, "ballot-extended")
    page.locator("#start [data-go=on]").click()
    expect(page.locator("#extended")).to_be_hidden()


def test_what_is_said_on_another_device_is_seen_here(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Tweede apparaat")
    page = look(PHONE, f"{here.address(PHONE)}#dossier-1", token=here.token, heading=False)
    person = here.kept.dossiers[0].person
    cast(site.store, here.actor, here.round, here.stage, person, judged=Judged(yes=True), once="b")
    looks_until(page, page.locator("#dossier-1 [data-kept]").filter(has_text=re.compile("Bewaard")))
    expect(page.locator("#dossier-1 [value=yes]")).to_be_checked()


def test_an_answer_draws_no_other_dossier_anew(site: Site, look: Look) -> None:
    """Of a thousand each would be, at every press."""
    here = seat(site, yes_plan(), "Stil")
    page = look(WIDE, f"{here.address(WIDE)}#dossier-1", token=here.token, heading=False)
    saved = re.compile("Bewaard")
    page.locator("#dossier-1 [value=yes]").check(force=True)
    expect(page.locator("#dossier-1 [data-kept]")).to_have_text(saved)
    page.evaluate(COUNTS_CHANGES)
    page.evaluate("location.hash = 'dossier-2'")
    page.locator("#dossier-2 [value=yes]").check(force=True)
    expect(page.locator("#dossier-2 [data-kept]")).to_have_text(saved)
    assert page.evaluate("changes") == 0


def test_what_comes_too_late_is_refused_in_words_and_stays_to_be_read(
    site: Site, look: Look
) -> None:
    here = seat(site, scores_plan(), "Te laat")
    page = look(PHONE, f"{here.address(PHONE)}#dossier-1", token=here.token, heading=False)
    page.context.set_offline(True)
    for field in page.locator("#dossier-1 .buttons").all():
        field.locator("[value='4']").tap()
    expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
    look.faults.clear()  # a browser writes of a line that is down
    time_is_up(here)
    page.context.set_offline(False)
    expect(page.locator("#line")).to_contain_text("De tijd om te stemmen is voorbij")
    expect(page.locator("#line")).to_contain_text("(1)")
    expect(page.locator("#dossier-1 [data-faults]")).to_contain_text("Niet bewaard")
    expect(page.locator("#dossier-1 [value='4']").first).to_be_checked()
    expect(page.locator("#dossier-1 [value='4']").first).to_be_disabled()
    look.faults.clear()  # and of what is refused
    assert not here.kept.dossiers[0].vote
    look.check(page, "ballot-time-up")
    name = page.locator("#dossier-1 h1").inner_text()
    page.reload()
    expect(page.locator("#too-late li")).to_have_text(f"{name} plan 4 · moed 4")
    look.check(page, "ballot-too-late")
    extend(site.store, site.actor, here.round, here.stage, until=in_days(1), reason=REASON)
    looks_until(page, page.locator("#now"))
    page.locator("#now a").tap()
    expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    found = [one.vote for one in here.kept.dossiers]
    assert [one and [*map(str, one.judged.scores)] for one in found[:2]] == [["4", "4"], None]


def test_an_answer_of_which_only_the_reply_was_lost_is_kept_once(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Antwoord kwijt")
    page = look(PHONE, f"{here.address(PHONE)}#dossier-1", token=here.token, heading=False)
    lost: list[int] = []

    def loses_the_first(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    page.route("**/stembiljet/antwoord?*", loses_the_first)
    page.locator("#dossier-1 [value=yes]").tap()
    expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    look.faults.clear()  # a browser writes of a line that is down
    assert lost == [200]
    vote = here.kept.dossiers[0].vote
    assert vote
    assert (vote.judged.yes, vote.number) == (True, 1)


@pytest.mark.parametrize("run", [PHONE, WIDE], ids=str)
def test_what_waited_here_undoes_nothing_that_was_said_elsewhere_since(
    site: Site, look: Look, run: Run
) -> None:
    here = seat(site, yes_plan(offers=True), f"Twee apparaten {run}")
    page = look(run, f"{here.address(run)}#dossier-1", token=here.token, heading=False)
    page.context.set_offline(True)
    page.locator("#d1-yes").click()
    page.locator("#d1-note").fill("Sterk plan")
    page.locator("#dossier-1 [data-go=next]").click()
    page.locator("#d2-yes").click()
    expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
    look.faults.clear()  # a browser writes of a line that is down
    first = here.kept.dossiers[0]
    no = Judged(yes=False)
    cast(site.store, here.actor, here.round, here.stage, first.person, judged=no, once="b")
    page.context.set_offline(False)
    expect(page.locator("#dossier-2 [data-kept]")).to_contain_text("Bewaard")
    expect(page.locator("#line")).to_contain_text(f"Niet bewaard bij: {first.applicant.label}.")
    look.settle(page)
    look.faults.clear()  # and of what is refused
    look.check(page, "ballot-refused-elsewhere")
    page.evaluate("location.hash = 'all'")
    expect(page.locator("#all li b").first).to_have_text("niet bewaard")
    page.evaluate("location.hash = 'dossier-1'")
    expect(page.locator("#line")).to_be_hidden()
    expect(page.locator("#dossier-1 [data-faults]")).to_contain_text("U zei: Ja · Sterk plan.")
    expect(page.locator("#d1-no")).to_be_checked()
    look.check(page, "ballot-refused-newer")
    assert [one.vote and one.vote.judged.yes for one in here.kept.dossiers[:2]] == [False, True]
    page.locator("#d1-yes").click()  # after all
    expect(page.locator("#dossier-1 [data-faults]")).to_be_hidden()
    vote = here.kept.dossiers[0].vote
    assert vote
    assert (vote.judged.yes, vote.number) == (True, 2)


def test_what_was_judged_as_it_read_before_is_told_when_it_is_opened_again(
    site: Site, look: Look
) -> None:
    """The answer comes to the server after the correction, from a device that had not read it."""
    here = seat(site, yes_plan(), "Oude lezing")
    page = look(PHONE, f"{here.address(PHONE)}#dossier-1", token=here.token, heading=False)
    person = here.kept.dossiers[0].person
    page.route("**/stembiljet/antwoord?*", lambda route: route.abort())
    page.locator("#dossier-1 [value=yes]").tap()
    expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
    mend(site.store, site.actor, here.round, person, {"question": "Wie volgt mij op?"})
    page.unroute("**/stembiljet/antwoord?*")
    page.reload()
    look.faults.clear()  # a browser writes of what it could not send
    expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    expect(page.locator("#dossier-1 [data-corrected]")).to_be_visible()
    expect(page.locator("#dossier-2 [data-corrected]")).to_be_hidden()
    assert here.kept.dossiers[0].vote


def said_by_definition(seconds: list[int], took: dict[int, float]) -> str:
    """What is left by what was expected, times how much slower they were than that so far."""
    prior = PRIOR * sum(seconds) / len(seconds)
    slower = (prior + sum(took.values())) / (prior + sum(seconds[one] for one in took))
    left = [one for number, one in enumerate(seconds) if number not in took]
    minutes = max(1, int(slower * sum(left) / 60 + 0.5))
    return f"nog {len(left)}, ongeveer {minutes} {'minuut' if minutes == 1 else 'minuten'}"


@pytest.fixture
def clocked(look: Look) -> Iterator[BrowserContext]:
    """A browser whose clock goes as a test says."""
    context = look.contexts.browser.new_context(
        viewport={"width": 390, "height": 844}, timezone_id="America/New_York"
    )
    context.clock.install()
    yield context
    context.close()


def test_how_long_it_takes_yet_follows_their_own_pace(clocked: BrowserContext, site: Site) -> None:
    here = seat(site, yes_plan(), "Tempo")
    clocked.add_cookies([{"name": COOKIE, "value": here.token, "url": site.root}])
    page = clocked.new_page()
    page.goto(here.address(PHONE))
    forms = page.locator("form.judge")
    seconds = forms.evaluate_all("all => all.map((one) => Number(one.dataset.seconds))")
    took: dict[int, float] = {}
    expect(page.locator("#left")).to_have_text(said_by_definition(seconds, took))
    page.locator("#start [data-go=on]").click()
    for number, pauses in enumerate(([30], [20, 45], [400], [2], [60, 3_600])):
        dossier = page.locator(f"#dossier-{number + 1}")
        expect(dossier).to_be_visible()  # before that, time is nobody's
        for pause in pauses:
            page.clock.fast_forward(pause * 1_000)
            page.mouse.move(10 + number, pause % 50)
        # its clock stands still, so nobody sees here whether the page is still moving
        dossier.locator("[value=yes]").dispatch_event("click")
        took[number] = sum(min(pause, IDLE) for pause in pauses)
        expect(page.locator("#left")).to_have_text(said_by_definition(seconds, took))
        dossier.locator("[data-go=next]").click()
    vote = here.kept.dossiers[0].vote
    assert vote
    clock = datetime.fromisoformat(vote.at).astimezone(ZoneInfo("Europe/Amsterdam"))
    kept = page.locator("#dossier-1 [data-kept]")
    expect(kept).to_have_text(f"Bewaard {clock:%H:%M}")  # wherever the device is
