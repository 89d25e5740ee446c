"""The board in a browser: a mouse, a finger, keys and the menu each do all of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import ProposalKey, RoundKey
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.quick_sample import SAMPLE, quick_sample
from tests.cohorts.rounds.proposing.kept_round import filled

PHONE = 760
SAID = {
    "nl": {
        "move": "Verplaats naar…",
        "swap": "Ruil met…",
        "pin": "Zet vast",
        "unpin": "Laat los",
        "stopped": "Gestopt…",
        "left": "Ja, gestopt",
        "anyway": "Toch doen",
        "undo": "Ongedaan maken",
        "keep": "Bewaar als voorstel",
        "jump": "Ga naar",
        "sits": "zit nu in",
        "back": "teruggenomen",
        "stays": "blijft zitten",
        "title": "Bord van voorstel 2",
    },
    "en": {
        "move": "Move to…",
        "swap": "Change places with…",
        "pin": "Pin",
        "unpin": "Unpin",
        "stopped": "Stopped…",
        "left": "Yes, stopped",
        "anyway": "Do it anyway",
        "undo": "Undo",
        "keep": "Keep as proposal",
        "jump": "Go to",
        "sits": "now sits in",
        "back": "taken back",
        "stays": "stays",
        "title": "Board of proposal 2",
    },
}


@pytest.fixture(scope="module")
def sample(site: Site) -> RoundKey:
    round_ = site.new_round()
    filled(site.store, site.actor, round_, SAMPLE)
    return round_


@pytest.fixture
def proposal(site: Site, sample: RoundKey) -> ProposalKey:
    """One of its own for each test, on which nothing was done yet."""
    (key,) = keep_proposals(site.store, site.actor, sample, [quick_sample()], made=Made.COMPOSED)
    return key


@pytest.fixture
def board(site: Site, sample: RoundKey, proposal: ProposalKey) -> Callable[[], Board]:
    """The board as the store has it."""
    return lambda: board_of(site.store, site.actor, sample, proposal).board


@pytest.fixture
def opened(site: Site, look: Look, sample: RoundKey, proposal: ProposalKey) -> Callable[..., Page]:
    def page(run: Run, **query: str) -> Page:
        drawn = look(run, site.url("board", sample, run, voorstel=proposal, **query))
        expect(drawn.locator(".column").first).to_be_attached()
        return drawn

    return page


def row_in(board: Board, group: int, which: int = 0) -> tuple[ApplicantId, str]:
    """Somebody of a group, and what the page calls them."""
    person = board.groups[group][which].id
    return person, str(board.begun.round.rows[person])


def card(page: Page, row: str) -> Locator:
    return page.locator(f'[data-person="{row}"]')


def fits(board: Board, person: ApplicantId) -> int:
    """A group where they may go and nothing breaks."""
    prices = board.prices(person)
    return next(g for g, change in prices.items() if g and change.allowed)


def near(board: Board, person: ApplicantId) -> int:
    """The same among the groups that are in view."""
    prices = board.prices(person)
    return next(g for g in (2, 3) if prices[g].allowed)


def breaks(board: Board, person: ApplicantId) -> int:
    return next(g for g, c in board.prices(person).items() if g and c.broken and not c.sizes)


def one_that(board: Board, group: int, does: Callable[[Board, ApplicantId], int]) -> ApplicantId:
    for member in board.groups[group]:
        try:
            does(board, member.id)
        except StopIteration:
            continue
        return member.id
    pytest.fail("nobody")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_its_menu_does_it_all(
    opened: Callable[..., Page], look: Look, board: Callable[[], Board], run: Run
) -> None:
    """Moved, taken back, changed places, pinned, stopped; kept as a proposal of its own."""
    said = SAID[run.language]
    began = board()
    person, row = row_in(began, 2)
    there = fits(began, person)
    page = opened(run, groep="2")
    look.check(page, "board")
    click = Locator.tap if run.width < PHONE else Locator.click
    click(card(page, row))
    expect(page.get_by_role("dialog")).to_be_visible()
    look.check(page, "board-menu")
    click(page.get_by_role("button", name=said["move"]))
    choice = page.locator(f'[data-choice="g{there}"]')
    expect(choice).to_contain_text(re.compile("[▲▼=]"))
    look.check(page, "board-places")
    click(choice)
    expect(page.locator(".told")).to_contain_text(said["sits"])
    assert board().group_of(person) == there
    expect(card(page, row)).to_be_focused()
    click(page.get_by_role("button", name=said["undo"]))
    expect(page.locator(".told")).to_contain_text(said["back"])
    assert board().group_of(person) == 2
    click(card(page, row))
    click(page.get_by_role("button", name=said["swap"]))
    click(page.locator(".choices button:not(.broken):not(.full)").first)
    expect(page.locator(".card.hand").first).to_be_attached()
    assert len(board().change().moves) == 2
    click(card(page, row))
    click(page.get_by_role("button", name=said["pin"], exact=True))
    expect(card(page, row)).to_have_class(re.compile("pinned"))
    assert person in board().pinned
    look.check(page, "board-changed")
    click(page.get_by_role("button", name=said["keep"]))
    expect(page.locator("h1")).to_have_text(re.compile(r"\d+$"))
    page.wait_for_url(lambda url: "voorstel=" in url)


def test_a_mouse_drags_and_escape_lets_it_be(
    opened: Callable[..., Page], board: Callable[[], Board]
) -> None:
    began = board()
    person = one_that(began, 1, near)
    there, row = near(began, person), str(began.begun.round.rows[person])
    page = opened(FOUR[0])
    card(page, row).scroll_into_view_if_needed()

    def take() -> None:
        box = card(page, row).bounding_box()
        place = page.locator(f'[data-column="g{there}"] header').bounding_box()
        assert box is not None
        assert place is not None
        page.mouse.move(box["x"] + 60, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(place["x"] + 60, place["y"] + 20, steps=4)
        expect(page.locator(f'[data-column="g{there}"] .would')).to_contain_text("▼")

    take()
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".told")).to_contain_text(SAID["nl"]["stays"])
    assert board().group_of(person) == 1
    take()
    page.mouse.up()
    expect(page.locator(".told")).to_contain_text(SAID["nl"]["sits"])
    assert board().group_of(person) == there
    page.keyboard.press("Control+z")
    expect(page.locator(".told")).to_contain_text(SAID["nl"]["back"])
    page.reload()
    expect(page.locator(".column").first).to_be_attached()
    assert board().group_of(person) == 1


def test_a_finger_drags_onto_the_list_of_groups(
    opened: Callable[..., Page], board: Callable[[], Board]
) -> None:
    run = FOUR[1]
    began = board()
    person = one_that(began, 1, fits)
    there, row = fits(began, person), str(began.begun.round.rows[person])
    page = opened(run, groep="1")
    card(page, row).scroll_into_view_if_needed()
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    box = card(page, row).bounding_box()
    assert box is not None
    touch("touchStart", box["x"] + 8, box["y"] + 16)
    touch("touchMove", box["x"] + 24, box["y"] + 30)
    target = page.locator(f'.target[data-column="g{there}"]')
    expect(target).to_contain_text("▼")
    target.scroll_into_view_if_needed()
    place = target.bounding_box()
    assert place is not None
    touch("touchMove", place["x"] + 40, place["y"] + 12)
    touch("touchEnd")
    expect(page.locator(".told")).to_contain_text(SAID["nl"]["sits"])
    assert board().group_of(person) == there


def test_keys_go_from_card_to_card_and_a_broken_must_takes_a_reason(
    opened: Callable[..., Page], look: Look, board: Callable[[], Board]
) -> None:
    """What was typed is text; the reason and the move are taken back together."""
    began = board()
    group = next(g for g in began.groups if any(_breaks(began, a.id) for a in began.groups[g]))
    person = one_that(began, group, breaks)
    there, row = breaks(began, person), str(began.begun.round.rows[person])
    page = opened(FOUR[2], groep=str(group))
    first = page.locator(f'[data-column="g{group}"] button.card').first
    first.focus()
    for _ in range([a.id for a in began.groups[group]].index(person)):
        page.keyboard.press("ArrowDown")
    expect(card(page, row)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=SAID["en"]["move"])).to_be_focused()
    page.keyboard.press("Enter")
    choice = page.locator(f'[data-choice="g{there}"]')
    choice.focus()
    page.keyboard.press("Enter")
    hostile = "<img src=x onerror=alert(1)> **$x$** \u202eabc"
    page.locator("textarea").fill(hostile)
    look.check(page, "board-reason")
    page.get_by_role("button", name=SAID["en"]["anyway"]).press("Enter")
    expect(page.locator(".told")).to_contain_text(SAID["en"]["sits"])
    expect(page.locator(".wrong.excused").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert [o.reason for o in board().overrides][:1] == [hostile.replace("\u202e", "")]
    page.keyboard.press("Control+z")
    expect(page.locator(".wrong")).to_have_count(0)
    assert not board().overrides


def _breaks(board: Board, person: ApplicantId) -> bool:
    return any(g and c.broken and not c.sizes for g, c in board.prices(person).items())


def test_the_second_of_two_is_told_what_the_first_did(
    opened: Callable[..., Page], site: Site, sample: RoundKey, proposal: ProposalKey
) -> None:
    page = opened(FOUR[0], groep="1")
    board = board_of(site.store, site.actor, sample, proposal).board
    person, row = row_in(board, 1)
    other, _ = row_in(board, 1, 1)
    card(page, row).click()
    expect(page.locator('[data-column="g2"] .would')).not_to_be_empty()
    pin(site.store, site.actor, sample, proposal, other)
    page.get_by_role("button", name=SAID["nl"]["stopped"]).click()
    page.get_by_role("button", name=SAID["nl"]["left"]).click()
    expect(page.locator(".told.bad")).to_contain_text("zette iemand vast")
    expect(page.locator(".card.pinned").first).to_be_attached()
    now = board_of(site.store, site.actor, sample, proposal).board
    assert now.group_of(person) == 1
