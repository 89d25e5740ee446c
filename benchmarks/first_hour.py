"""What somebody who knows nothing clicks, and how long they wait, up to three printed group pages.

    python -m benchmarks.first_hour [--language nl|en] [--folder FOLDER] [--json]

Starts ``cohorts screen --sample`` on an empty store, as the last line of ``make app`` does, and
goes on in a real browser. Of each click: what was clicked, what stood on the screen then, and
seconds until it stood there and nothing was still to be drawn. ``--folder``: where the pages of the
groups are kept, with what a printer makes of them. What ``make app`` installs the first time is not
in it. Timings hold for an idle machine only.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from benchmarks.ledger import parser
from cohorts.programme.programme import load_programme
from cohorts.words import Language, say
from tests.cohorts.cli.test_screen import free_port, started
from tests.cohorts.pages.conftest import CHROMIUM, FLAGS
from tests.cohorts.pages.driving import Look

GROUPS = 3
MADE = 600_000
"""Milliseconds in which a composition is made."""
SHEET = re.compile(rb"/Type\s*/Page\b")
LOCALE = {Language.NL: "nl-NL", Language.EN: "en-GB"}


@dataclass(frozen=True)
class Step:
    """One click, as somebody would tell it; ``seconds``: until what stands there stood."""

    click: str
    stands: str
    seconds: float

    def row(self) -> str:
        """Of the table on the page."""
        return f"| {self.click} | {self.stands} | {self.seconds:.1f} |"


@dataclass(eq=False)
class Newcomer:
    """Somebody at a page of the made round; ``steps``: what they did until now."""

    page: Page
    folder: Path
    language: Language
    steps: list[Step] = field(default_factory=list)

    @property
    def group_word(self) -> str:
        """What a group is called in the programme of the made round."""
        return load_programme("businessversneller").word("group", self.language).capitalize()

    def said(self, key: str, **facts: object) -> str:
        """In their language."""
        return say(key, self.language, **facts)

    def does(self, click: str, act: Callable[[], object], sees: Locator, stands: str) -> None:
        """Waits until it is seen and drawn to its end."""
        began = time.perf_counter()
        act()
        expect(sees).to_be_visible(timeout=MADE)
        Look.settle(self.page)
        self._stood(Step(click, stands, time.perf_counter() - began))

    def _stood(self, step: Step) -> None:
        """Told at once to whoever waits at the terminal."""
        self.steps.append(step)
        print(step.row(), file=sys.stderr, flush=True)

    def presses(self, key: str, sees: Locator, stands: str, **facts: object) -> None:
        """The button of that sentence."""
        name = self.said(key, **facts)
        button = self.page.get_by_role("button", name=name, exact=True).first
        self.does(f"*{name}*", button.click, sees, stands)

    def heading(self, text: str) -> Locator:
        """At the head of a page."""
        return self.page.locator("h1", has_text=text)

    def to_three_pages(self) -> None:
        """From *What now* of the made round to three printed pages of groups."""
        said = self.said
        head = self.heading(said("page_composing.head"))
        self.presses("page_now.no_proposal_button", head, "what the programme asks of the groups")
        board = said("page_proposals.to_board", number=1)
        seen = self.page.get_by_role("button", name=board, exact=True)
        self.presses("page_composing.compose", seen, "the first proposal, to be read")
        head = self.heading(said("page_board.title_of", number=1))
        self.presses("page_proposals.to_board", head, "the groups as columns of cards", number=1)
        room = said("shell.room_decision")
        link = self.page.locator("header").get_by_role("link", name=room).first
        sign = self.page.get_by_role("button", name=said("page_decision.do_sign"), exact=True)
        self.does(f"*{room}*, at the head", link.click, sign, "what is decided, and where to sign")
        name = self.page.get_by_label(said("page_decision.name"), exact=True)
        self.does("a name typed under it", lambda: self._types(name), sign, "the same, with a name")
        head = self.heading(said("page_decision.head_decided", number="1"))
        self.presses("page_decision.do_sign", head, "the decision, and with whom to share it")
        self._shares()

    def _types(self, field_: Locator) -> None:
        field_.fill("Jo Vos")
        field_.press("Tab")

    def _shares(self) -> None:
        reader = self.said("page_decision.for_participants")
        radio = self.page.get_by_test_id("stRadio").locator("label", has_text=reader)
        holds = self.page.get_by_text(self.said("page_decision.holds_participants"))
        self.does(f"*{reader}*", radio.last.click, holds, "what is in their page, and what is not")
        for group in range(1, GROUPS + 1):
            if group > 1:
                self._chooses(group)
            self._prints(group)

    def _chooses(self, group: int) -> None:
        label = self.said("page_decision.which_group")
        box = self.page.get_by_role("combobox", name=label)
        name = f"{self.group_word} {group}"
        stands = self.page.get_by_role("button", name=self.said("page_decision.take_page"))
        self.does(f"*{name}*", lambda: Look.choose(self.page, box, name), stands, "the same")

    def _prints(self, group: int) -> None:
        """The page opens where nothing else is; a printer makes A4 of it."""
        take = self.said("page_decision.take_page")
        began = time.perf_counter()
        with self.page.expect_download() as got:
            self.page.get_by_role("button", name=take, exact=True).click()
        path = self.folder / f"group-{group}.html"
        got.value.save_as(path)
        seconds = time.perf_counter() - began
        self._stood(Step(f"*{take}*", f"the page of group {group}, as a file", seconds))
        began = time.perf_counter()
        sheet = self.page.context.new_page()
        sheet.goto(path.as_uri())
        printed = sheet.pdf(path=path.with_suffix(".pdf"), prefer_css_page_size=True, format="A4")
        sheet.close()
        seconds = time.perf_counter() - began
        count = len(SHEET.findall(printed))
        on = f"the page on paper, {count} {'sheet' if count == 1 else 'sheets'} of A4"
        self._stood(Step("the file opened, and printed", on, seconds))


def first_hour(folder: Path, language: Language) -> list[Step]:
    """All of it, from the command to the third page; ``folder``: where those are kept."""
    began, port = time.perf_counter(), free_port()
    opened = started(port, "--sample", language=language)
    with opened as (_, address), sync_playwright() as playwright:
        steps = [Step("`make app`", "an address in the terminal", time.perf_counter() - began)]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(
            locale=LOCALE[language], viewport={"width": 1280, "height": 900}
        ).new_page()
        someone = Newcomer(page, folder, language, steps)
        head = someone.heading(someone.said("page_now.title"))
        someone.does("the address", lambda: page.goto(address), head, "what waits in the round")
        someone.to_three_pages()
        browser.close()
    return someone.steps


def main() -> None:
    """Prints the table."""
    options = parser(__doc__)
    options.add_argument("--language", type=Language, default=Language.EN, help="nl or en")
    options.add_argument("--folder", type=Path, help="keep the pages here")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as gone:
        folder = asked.folder or Path(gone)
        folder.mkdir(parents=True, exist_ok=True)
        steps = first_hour(folder, asked.language)
    for one in steps:
        print(json.dumps(asdict(one)) if asked.json else one.row())
    total = sum(one.seconds for one in steps)
    print(json.dumps({"seconds": total}) if asked.json else f"| in all | | {total:.0f} |")


if __name__ == "__main__":
    main()
