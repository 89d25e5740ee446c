"""What an organiser does in the week beside composing: lets in, calls, asks the reserve, erases."""

from __future__ import annotations

import re
from collections.abc import Collection

from playwright.sync_api import Locator, Page, expect

from cohorts.words import Language, say
from tests.cohorts.pages.driving import Look, unlocked
from tests.cohorts.pages.whole_way.hands import (
    MADE,
    SAID,
    fill,
    goes_to,
    press,
    reloads,
    unfold,
)


def lets_in(page: Page, company: str, reason: str) -> None:
    """Somebody a condition refuses."""
    goes_to(page, "eligible")
    unfold(page, SAID["page_eligible.let_in"])
    box = page.get_by_role("combobox", name=SAID["page_eligible.applicant"])
    Look.choose(page, box, company)
    fill(page, SAID["page_eligible.let_in_why"], reason)
    press(page, "page_eligible.do_let_in")
    expect(page.locator("table.aside tr", has_text=reason)).to_contain_text(company)
    Look.settle(page)


def keeps_apart(page: Page, first: str, second: str, reason: str) -> None:
    """Two competitors, by name."""
    for key, name in (("first", first), ("second", second)):
        box = page.get_by_label(SAID[f"page_eligible.{key}"], exact=True)
        Look.choose(page, box, name)
    fill(page, SAID["page_eligible.reason"], reason)
    press(page, "page_eligible.do_add")
    row = page.locator("table.related tr", has_text=reason)
    expect(row).to_contain_text(f"{first} – {second}")
    Look.settle(page)


def finds_on_the_list(page: Page, company: str) -> Locator:
    """The row of somebody on the Bellijst."""
    if page.locator("h1").first.inner_text() != SAID["page_calls.head"]:
        goes_to(page, "calls")
    search = page.get_by_label(SAID["page_calls.search"])
    search.fill(company)
    search.press("Enter")
    expect(page.locator(".to-call")).to_have_count(1)
    Look.settle(page)
    row = page.locator("[class*=st-key-row_]")
    expect(row).to_contain_text(company)
    return row


def taps(page: Page, company: str, state: str) -> None:
    """What a call came to."""
    row = finds_on_the_list(page, company)
    said = SAID[f"calling.{state}"]
    row.get_by_role("button", name=re.compile(f"^{said}")).click()
    expect(row.locator(".state")).to_contain_text(said)
    Look.settle(page)


def takes_out(page: Page, company: str, state: str) -> None:
    """Who said so, out of the round as well."""
    taps(page, company, state)
    press(page, "page_calls.do_leave")
    expect(page.locator(".to-call .mark")).to_have_text(SAID["page_calls.gone"])
    Look.settle(page)


def tells_by_telephone(page: Page, company: str) -> None:
    """What is decided, and writes it down."""
    row = finds_on_the_list(page, company)
    row.get_by_role("button", name=SAID["page_calls.more"]).click()
    row.get_by_role("button", name=SAID["page_calls.do_tell"]).click()
    expect(row.locator(".told").first).to_contain_text(SAID["page_calls.how_phone"])
    expect(row.locator(".due")).to_have_count(0)
    Look.settle(page)


def asks_for_groups(page: Page, number: int) -> None:
    """So many, and no more."""
    goes_to(page, "composing")
    unfold(page, SAID["page_composing.groups_of_sizes"].partition("{")[0])
    fill(page, SAID["page_composing.number"], str(number))
    found = say("page_composing.groups_number", Language.NL, count=number)
    expect(page.get_by_text(re.compile(f"^{found}")).first).to_be_visible()
    Look.settle(page)


def sends_the_letters(page: Page, count: int) -> None:
    """All that wait, by mail; until the server has taken the last."""
    goes_to(page, "post")
    press(page, "page_post.do_send", count=count)
    done = page.get_by_text(SAID["page_post.after_all"])
    expect(done).to_be_visible(timeout=MADE)
    Look.settle(page)


def asks_the_reserve(page: Page, company: str) -> None:
    """Whose turn it is; who asks calls them."""
    expect(page.get_by_text(f"Aan de beurt: {company}")).to_be_visible()
    press(page, "page_changes.do_ask", who=company)
    no = page.get_by_role("button", name=say("page_changes.say_no", Language.NL, who=company))
    expect(no).to_be_visible()
    Look.settle(page)


def gets_a_yes(page: Page, company: str, group: int) -> None:
    """Of whom was asked."""
    press(page, "page_changes.say_yes", who=company)
    said = say("page_changes.asked_yes", Language.NL, who=company, group=group)
    expect(page.get_by_text(said)).to_be_visible()
    Look.settle(page)


def decides_instead(page: Page, name: str, reason: str) -> None:
    """Looks for solutions, and takes the first: it moves the fewest."""
    press(page, "page_changes.search")
    expect(page.get_by_role("heading", name=SAID["page_changes.then_hear"])).to_be_visible(
        timeout=MADE
    )
    Look.settle(page)
    fill(page, SAID["page_changes.reason"], reason)
    fill(page, SAID["page_changes.name"], name)
    page.get_by_role("button", name=re.compile(r"^Besluit voorstel \d+$")).click()
    expect(page.get_by_text(SAID["page_changes.as_it_was"])).to_be_visible()
    Look.settle(page)


def opens_again(page: Page, reason: str) -> None:
    """The decision that stands."""
    goes_to(page, "decision")
    unfold(page, SAID["page_decision.do_reopen"])
    fill(page, SAID["page_decision.reopen_why"], reason)
    page.get_by_test_id("stButton").get_by_role(
        "button", name=SAID["page_decision.do_reopen"], exact=True
    ).click()
    expect(page.locator("h1")).to_have_text(SAID["page_decision.head"])
    Look.settle(page)


def who_heard(page: Page) -> list[str]:
    """Of a decision that was opened again: what the page *Wijzigingen* lists."""
    goes_to(page, "changes")
    unfold(page, "Wie dat zijn")
    lines: list[str] = page.get_by_role("listitem").filter(has_text=" hoorde op ").all_inner_texts()
    return lines


def swaps(page: Page, board: str, company: str, others: Collection[str]) -> None:
    """On the board at that address, with one of the others where nothing breaks; and keeps it."""
    page.goto(board)
    page.locator(".card", has_text=company).click()
    page.get_by_role("button", name=SAID["page_board.swap_with"]).click()
    fits = page.locator(".choices button:not(.broken):not(.full)")
    expect(fits.first).to_be_visible()
    # the place may stand in brackets behind the name
    other = tuple(f"{name} (" for name in others)
    next(one for one in fits.all() if f"{_called(one)} (".startswith(other)).click()
    expect(page.locator(".card.hand").first).to_be_attached()
    before = page.locator("h1").first.inner_text()
    page.get_by_role("button", name=SAID["page_board.keep"]).click()
    expect(page.locator("h1").first).not_to_have_text(before)
    Look.settle(page)


def _called(choice: Locator) -> str:
    return choice.locator(".name").inner_text()


def signs_what_was_mended(page: Page, name: str, reason: str) -> None:
    """By hand, so with a reason."""
    goes_to(page, "decision")
    fill(page, SAID["page_decision.name"], name)
    fill(page, SAID["page_decision.reason_asked"], reason)
    press(page, "page_decision.do_sign")
    expect(page.get_by_text(re.compile(f"^Getekend door {name}"))).to_be_visible()
    Look.settle(page)


def erases(page: Page, company: str, name: str) -> None:
    """Who asked for it, found by name."""
    goes_to(page, "find")
    search = page.get_by_label(SAID["page_find.search"])
    search.fill(company)
    search.press("Enter")
    unfold(page, SAID["page_find.held"])
    page.get_by_text(say("page_find.sure", Language.NL, who=name)).click()
    erase = page.get_by_role("button", name=SAID["page_find.erase"])
    expect(erase).to_be_enabled()
    erase.click()
    expect(search).to_be_visible()
    reloads(page)
    expect(page.get_by_text(company)).to_have_count(0)


def takes_the_dossier(page: Page) -> bytes:
    """Of the decision that stands."""
    goes_to(page, "decision")
    press(page, "page_decision.take_dossier")
    return unlocked(page)
