"""How long a page takes to be drawn, from the click, beside a page with nothing on it.

    python -m benchmarks.pages [--people N …] [--clicks N] [--json]

A round of made applicants, confirmed, with a proposal; a server of its own and a real browser. Each
page is opened by the same kind of click, in turn, from the other pages: milliseconds until its
heading has the focus and nothing of it is still to be drawn. ``empty``: the shell round a round
that is not there. Then what people do on them (``benchmarks.page_acts``) and on the board
(``benchmarks.board_page``). Timings hold for an idle machine only.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.board_page import board_seconds
from benchmarks.ledger import Ledger, parser
from benchmarks.page_acts import act_seconds
from cohorts.composing.compose import compose
from cohorts.pages.page_list import LEAVES
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import RoundKey
from sample_data.making.files import write_workbook
from sample_data.rounds import overijssel
from solver.solution import Effort
from tests.cohorts.pages.conftest import FLAGS
from tests.cohorts.pages.contexts import Contexts
from tests.cohorts.pages.driving import WIDE, Look, Site, serving

NOWHERE = "0" * 16
CLICK = """async ([path, room]) => {
  const began = performance.now();
  history.pushState({}, "", path);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  const drawn = () => {
    const app = document.querySelector("[data-testid=stApp]").dataset.testScriptState;
    const heading = document.querySelector(`.st-key-page_${room} h1`);
    const waits = document.querySelector("[data-testid=stSkeleton], [data-stale=true]");
    return app === "notRunning" && heading === document.activeElement && !waits;
  };
  while (!drawn()) {
    if (performance.now() - began > 60000) throw new Error(`${room} is never drawn`);
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - began;
}"""


def made_round(site: Site, folder: Path, people: int) -> RoundKey:
    """A round of so many, with one proposal."""
    records, _ = overijssel.make(overijssel.SEED, people)
    file = folder / "people.xlsx"
    write_workbook(records, file)
    round_ = site.new_round(f"{people} mensen")
    drop(site.store, site.actor, round_, file.name, file.read_bytes())
    confirm(site.store, site.actor, round_)
    asked = asked_of(site.store, site.actor, round_)
    applicants = people_of(site.store, site.actor, round_).applicants
    proposal = compose(applicants, asked.programme, effort=Effort.QUICK, **asked.given)
    keep_proposals(site.store, site.actor, round_, [proposal], made=Made.COMPOSED)
    return round_


def measure(people: int, clicks: int) -> dict[str, Any]:
    """The middle and the slowest twentieth of each page, in milliseconds."""
    chromium = shutil.which("chromium")
    with (
        tempfile.TemporaryDirectory() as name,
        serving(Path(name)) as site,
        sync_playwright() as playwright,
    ):
        round_ = made_round(site, Path(name), people)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = Look(Contexts(browser), site)(WIDE, site.url("rounds"))
        found = _clicked(page, site, round_, clicks)
        found |= _done(page, site, round_, clicks)
        browser.close()
    return {
        f"{room}_{called}": round(of(times))
        for room, times in found.items()
        for called, of in (("p50", median), ("p95", _slowest))
    }


def _clicked(page: Page, site: Site, round_: RoundKey, clicks: int) -> dict[str, list[float]]:
    ways = {leaf.room: (leaf.room, site.url(leaf.room, round_)) for leaf in LEAVES}
    ways["empty"] = ("now", site.url("now", RoundKey(NOWHERE)))  # type: ignore[arg-type]  # none
    found: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(clicks + 1):
        for name, (room, address) in ways.items():
            took = page.evaluate(CLICK, [address.removeprefix(site.root), room])
            if turn:  # the first time the browser fetches what it draws with
                found[name].append(float(took))
    return found


def _done(page: Page, site: Site, round_: RoundKey, times: int) -> dict[str, list[float]]:
    """What is done on the pages, in milliseconds; the board's last, for it moves people."""

    def open_(room: str) -> None:
        page.goto(site.url(room, round_))
        page.locator(f".st-key-page_{room} h1").wait_for()
        Look.settle(page)

    found = act_seconds(page, open_, times)
    open_("board")
    page.locator(".jump option").nth(1).wait_for(state="attached")
    found |= {f"board_{name}": taken for name, taken in board_seconds(page, times).items() if taken}
    return {
        name.replace(" ", "_"): [1000 * one for one in seconds] for name, seconds in found.items()
    }


def _slowest(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[100])
    options.add_argument("--clicks", type=int, default=20)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    for people in given.people:
        ledger.measure(f"pages {people}", partial(measure, people, given.clicks))


if __name__ == "__main__":
    main()
