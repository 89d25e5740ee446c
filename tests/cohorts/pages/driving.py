"""Pages in a real browser: in four ways that cover all pairs of language, width and theme.

Two runs go the whole way, one in each language and width; whatever one of them checks is looked at
in the other width and theme too, without going that way again.

A test of a page::

    @pytest.mark.parametrize("run", RUNS, ids=str)
    def test_its_page(site: Site, look: Look, run: Run) -> None:
        round_ = site.new_round()
        page = look(run, site.url("now", round_, run))
        expect(page.get_by_role("heading", name=...)).to_be_visible()
        look.check(page, "now")

``COHORTS_SCREENS=1`` keeps a picture of every check in ``out/screens``.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from http.client import HTTPConnection, HTTPException
from importlib.resources import files
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as Late

from cohorts.pages.current_user import COOKIE
from cohorts.pages.page_list import LEAF
from cohorts.pages.web.streamlits_words import said_instead
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.log_in import log_in
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.sample_round import sample_round
from cohorts.rounds.locked import unlock
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language
from tests.cohorts.cli.run import ROOT
from tests.cohorts.pages.contexts import Contexts
from tests.cohorts.pages.forked import AS_IT_IS, forked
from tests.cohorts.pages.steady_port import steady_port

PATIENCE = 20_000
"""Milliseconds in which what is expected may come."""
TRIES = 4
"""In which a list is opened to choose from."""
NAME, PASSWORD = "Marieke de Boer", "een wachtwoord van woorden"
PASSWORD_SHOWN = re.compile(r"(\d{4}-){4}\d{4}")
AXE = files("axe_playwright_python") / "axe.min.js"
DRAWN = re.compile("notRunning|initial")
GRAVE = {"serious", "critical"}
HEIGHT = {1280: 900, 390: 844}
SCREENS = ROOT / "out" / "screens"
EXCEPTIONS = {"open", "stop", "error", "info"}
"""English words of Streamlit's that are Dutch as well, or words of ours."""


Spoken: TypeAlias = Literal["nl", "en"]
Theme: TypeAlias = Literal["light", "dark"]
LANGUAGES: tuple[Spoken, ...] = get_args(Spoken)
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True)
class Run:
    """In what language, how wide, and light or dark a page is looked at."""

    language: Spoken
    width: int
    theme: Theme
    also: Run | None = field(default=None, compare=False)
    """How else each check of this run looks: in the same language."""

    def __str__(self) -> str:
        return f"{self.language}-{self.width}-{self.theme}"


WIDE, PHONE = Run("nl", 1280, "light"), Run("nl", 390, "dark")
FOUR = (WIDE, PHONE, Run("en", 1280, "dark"), Run("en", 390, "light"))
"""They cover all pairs of language, width and theme."""
BOTH = (replace(WIDE, also=PHONE), replace(FOUR[3], also=FOUR[2]))
"""The four, on two ways."""
OTHERS = tuple(
    run
    for run in (
        Run(language, width, theme)
        for language in LANGUAGES
        for width in HEIGHT
        for theme in THEMES
    )
    if run not in FOUR
)
ONCE_MORE = (BOTH[0], pytest.param(BOTH[1], marks=pytest.mark.again))
RUNS = (*FOUR, *OTHERS) if os.environ.get("COHORTS_SCREENS") else ONCE_MORE
"""Pictures are made of all eight."""


@dataclass(eq=False)
class Site:
    """A server on a store of its own. ``actor``: its administrator, who is logged in.

    ``log``: what the server writes of itself.
    """

    port: int
    store: Store
    actor: Actor
    token: str
    log: Path

    @property
    def root(self) -> str:
        """Its address."""
        return f"http://localhost:{self.port}"

    def new_round(
        self, name: str = "Overijssel voorjaar 2026", preset: str = "businessversneller"
    ) -> RoundKey:
        """A round of whoever is logged in."""
        return new_round(self.store, self.actor, name, preset)

    def sample_round(self) -> RoundKey:
        """The made round of 96, confirmed, with its relations."""
        return sample_round(self.store, self.actor, "Voorbeeldronde")

    def url(self, room: str, round_: RoundKey | None = None, run: Run = WIDE, **query: str) -> str:
        """The address of a page, in the language of a run."""
        named = {} if round_ is None else {"ronde": round_}
        return (
            f"{self.root}/{LEAF[room].path}?{urlencode({'language': run.language} | named | query)}"
        )


@contextmanager
def serving(
    folder: Path,
    program: str = AS_IT_IS,
    environment: Callable[[int], Mapping[str, str]] = lambda _: {},
) -> Iterator[Site]:
    """A site until the block ends; its store stands in ``folder``.

    ``program``: what is run instead of the pages as they are. ``environment``: of its port, beside
    that of the tests.
    """
    file = folder / "rounds.sqlite"
    if not file.exists():
        file.write_bytes(_nothing_kept())
    url = url_of_file(file)
    store = opened(url)
    actor = first_account(store, NAME, PASSWORD)
    token = log_in(store, NAME, PASSWORD)
    assert token is not None
    port = steady_port()
    log = folder / "log"
    try:
        with forked(
            port, log, {"COHORTS_DATABASE_URL": url, **environment(port)}, program
        ) as server:
            _until_it_answers(server, port)
            yield Site(port, store, actor, token, log)
    finally:
        store.close()


@cache
def _nothing_kept() -> bytes:
    """A store of SQLite, which takes half a second to make."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite"
        opened(url_of_file(file)).close()
        return file.read_bytes()


def _until_it_answers(server: BaseProcess, port: int) -> None:
    for _ in range(2400):
        assert server.is_alive(), "the server ended"
        line = HTTPConnection("localhost", port, timeout=5)
        try:
            line.request("GET", "/health")
            line.getresponse()
        except (OSError, HTTPException):
            time.sleep(0.025)
        else:
            return
        finally:
            line.close()
    pytest.fail("no server")


@dataclass(eq=False)
class Look:
    """Opens pages as whoever is logged in, and says what is wrong with one."""

    contexts: Contexts
    site: Site
    faults: list[str] = field(default_factory=list)
    _lent: list[BrowserContext] = field(default_factory=list)
    _runs: dict[int, Run] = field(default_factory=dict)

    def __call__(
        self, run: Run, url: str, *, token: str | None = None, heading: bool = True
    ) -> Page:
        """The page, once its heading is drawn.

        ``token``: of another login than the administrator's; empty: nobody's.
        """
        context = self.contexts.lent(
            viewport={"width": run.width, "height": HEIGHT[run.width]},
            color_scheme=run.theme,
            locale={"nl": "nl-NL", "en": "en-GB"}[run.language],
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            has_touch=run.width < 760,
        )
        self._lent.append(context)
        login = self.site.token if token is None else token
        if login:
            at = "/".join(url.split("/")[:3])
            context.add_cookies([{"name": COOKIE, "value": login, "url": at}])
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        self._runs[id(page)] = run
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._heard)
        page.on("request", lambda asked: self._asked(asked.url))
        page.goto(url)
        if heading:
            page.locator("h1").first.wait_for()
        self.settle(page)
        return page

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} {message.location.get('url', '')}")

    def _asked(self, url: str) -> None:
        """Nothing is ever asked of another host."""
        if not url.startswith(("http://localhost:", "data:", "blob:", "about:")):
            self.faults.append(f"asked elsewhere: {url}")

    @staticmethod
    def settle(page: Page) -> None:
        """Waits until the page is drawn to its end; a press may not have been heard before that."""
        app = page.locator("[data-testid=stApp]")
        for _ in range(2):
            if app.count():  # the door is no page of Streamlit's
                expect(app).to_have_attribute("data-test-script-state", DRAWN)
                expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
            page.wait_for_timeout(75)  # what is drawn last is placed a frame later

    @staticmethod
    def until(page: Page, holds: Callable[[], bool]) -> None:
        """Waits until it does: a press may still be on its way when a page looks settled."""
        for _ in range(PATIENCE // 100):
            if holds():
                return
            page.wait_for_timeout(100)
        pytest.fail("it never came to that")

    @staticmethod
    def unfold(page: Page, text: str) -> None:
        """A part, until it stays open: what is still being drawn may fold it again."""
        line = page.locator("summary:visible", has_text=text).first
        stood = [False]

        def stays() -> bool:
            Look.settle(page)
            stood.append(line.locator("..").get_attribute("open") is not None)
            if not stood[-1]:
                line.click()
            return all(stood[-2:])

        Look.until(page, stays)

    @staticmethod
    def choose(page: Page, box: Locator, option: str) -> None:
        """From a list that is sought in by typing; one that was closed by what was still being
        drawn, or by the page that moved, is opened anew.
        """
        for _ in range(TRIES):
            Look.settle(page)
            box.evaluate("one => one.scrollIntoView({block: 'center'})")
            box.click()
            box.fill(option)
            try:
                page.get_by_role("option", name=option).first.click(timeout=PATIENCE / TRIES)
            except Late:
                box.press("Escape")
                continue
            return Look.settle(page)
        pytest.fail(f"{option} could not be chosen")

    def check(self, page: Page, name: str) -> None:
        """What holds for every page, as it stands, in each width and theme of its run."""
        run = self._runs[id(page)]
        self._holds(page, name, run)
        if run.also:
            self._turned(page, run.also)
            self._holds(page, name, run.also)
            self._turned(page, run)
            self.settle(page)

    @staticmethod
    def _turned(page: Page, run: Run) -> None:
        page.emulate_media(color_scheme=run.theme)
        page.set_viewport_size({"width": run.width, "height": HEIGHT[run.width]})

    def _holds(self, page: Page, name: str, run: Run) -> None:
        """A picture of it is made where pictures are wanted."""
        self.settle(page)
        if os.environ.get("COHORTS_SCREENS"):
            SCREENS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENS / f"{name}-{run}.png", full_page=True)
        assert page.evaluate("document.documentElement.lang") == run.language
        assert page.evaluate("document.title")
        wide = page.evaluate(
            "Math.max(document.documentElement.scrollWidth,"
            " document.querySelector('[data-testid=stMain]')?.scrollWidth ?? 0)"
        )
        assert wide <= run.width, f"{name} is {wide} wide at {run.width}"
        assert not self.faults
        if grave := self.grave(page):  # what was still being drawn is pale for a moment
            self.settle(page)
            grave = self.grave(page)
        assert not grave, f"{name}, {run}: {grave}"
        if run.language == "nl":
            assert not self.english(page)

    def grave(self, page: Page) -> list[str]:
        """What axe finds serious or critical, each with the first element it names."""
        if not page.evaluate("'axe' in window"):
            page.evaluate(_axe)
        found = page.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
        )
        return [
            f"{one['id']}: {one['help']} {one['nodes'][0]['html'][:300]}"
            for one in found
            if one["impact"] in GRAVE
        ]

    @staticmethod
    def english(page: Page) -> list[str]:
        """Every text or label on the page that is a sentence of Streamlit's in English."""
        said = page.evaluate(TEXTS)
        return [text for text in said if ENGLISH.fullmatch(text) and text.lower() not in EXCEPTIONS]

    def close(self) -> None:
        """Gives back what was lent."""
        for context in self._lent:
            self.contexts.given_back(context, self.site.root)


TEXTS = """() => {
  const shown = (e) => e.checkVisibility ? e.checkVisibility({visibilityProperty: true}) : true;
  const said = new Set();
  const both = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(document.body, both);
  const silent = "[data-testid=stIconMaterial], script, style";
  for (let n = walker.currentNode; n; n = walker.nextNode()) {
    if (n.nodeType === Node.TEXT_NODE) {
      const within = n.parentElement;
      if (within && shown(within) && !within.closest(silent)) said.add(n.data.trim());
    } else if (shown(n)) {
      for (const a of ["aria-label", "placeholder", "title", "alt"]) {
        if (n.hasAttribute(a)) said.add(n.getAttribute(a).trim());
      }
    }
  }
  return [...said].filter(Boolean);
}"""


def _pattern(english: str) -> str:
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(english))


ENGLISH = re.compile(
    "|".join(_pattern(english) for english, _ in said_instead(Language.NL))
    + r"|.*\b(?:Streamlit|Press|Browse|Drag and drop|[Cc]hoose|the|your|Skip|please)\b.*"
)
_axe = AXE.read_text("utf-8")


def put_away(page: Page) -> None:
    """The dialogue that stands over the page."""
    dialogue = page.get_by_role("dialog")
    dialogue.get_by_role("button", name=re.compile("^(Sluit|Close)")).first.click()
    expect(dialogue).to_have_count(0)


def unlocked(page: Page) -> bytes:
    """What is behind the password that stands on the page; its one file, as it was before."""
    shown = page.locator(".st-key-password")
    # what the page says of it may be drawn before it
    Look.until(page, lambda: bool(PASSWORD_SHOWN.fullmatch(shown.inner_text().strip())))
    password = shown.inner_text().strip()
    # first made, then locked
    with page.expect_download(timeout=120_000) as got:
        page.locator("[class*=st-key-locked_] button").click()
    return unlock(Path(got.value.path()).read_bytes(), password, "")
