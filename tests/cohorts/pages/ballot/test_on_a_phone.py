"""A dossier on a telephone: what is asked is in sight, and wide enough for a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.cohorts.pages.ballot.seats import Seat, seat
from tests.cohorts.pages.ballot.test_digits_typed import scales
from tests.cohorts.pages.driving import FOUR, HEIGHT, PHONE, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import yes_plan

THUMB = 44
PHONES = pytest.mark.parametrize("run", [FOUR[1], FOUR[3]], ids=str)
NAMES = {"nl": "Alle korte antwoorden", "en": "All short answers"}
COLUMNS = [f"Vraag {number}" for number in range(14)]
ANSWERS = (
    f"id,company,name,place,fte,question,{','.join(COLUMNS)}\n"
    f"x,Smidse,Mens,Almelo,3,Wie volgt mij op?,{','.join(['ja'] * len(COLUMNS))}\n"
    f"y,Bakker,Ander,Almelo,3,Wie volgt mij op?,{','.join(['ja'] * len(COLUMNS))}\n"
)
"""Of two who gave as many short answers as an application form of a programme asks."""


def opened(look: Look, here: Seat, run: Run) -> Page:
    page = look(run, f"{here.address(run)}#dossier-1", token=here.token, heading=False)
    expect(page.locator("#dossier-1 h1")).to_be_visible()
    return page


@PHONES
def test_every_score_is_wide_enough_for_a_thumb(site: Site, look: Look, run: Run) -> None:
    here = seat(site, scales((1, 10), (0, 10), (1, 7), (1, 5)), f"Breed {run}")
    page = opened(look, here, run)
    for field in page.locator("#dossier-1 .scale").all():
        boxes = [one.bounding_box() for one in field.locator(".buttons label").all()]
        assert all(box and box["width"] >= THUMB for box in boxes)
        rows = [round(box["y"]) for box in boxes if box]
        first = rows.count(min(rows))
        assert first == (len(boxes) if len(boxes) < 7 else -(-len(boxes) // 2))
        assert len(set(rows)) <= 2
    look.check(page, "ballot-scale-of-ten")


@PHONES
def test_what_is_asked_is_in_sight_and_the_answers_one_tap_away(
    site: Site, look: Look, run: Run
) -> None:
    here = seat(site, yes_plan(), f"Gevouwen {run}", people=ANSWERS)
    page = opened(look, here, run)
    box = page.locator("#dossier-1 .buttons").bounding_box()
    bar = page.locator("#dossier-1 .foot").bounding_box()
    assert box
    assert bar
    assert box["y"] + box["height"] <= bar["y"] <= HEIGHT[run.width]
    facts, summary = page.locator("#dossier-1 .facts"), page.locator("#dossier-1 .short summary")
    expect(facts).to_be_hidden()
    expect(summary).to_contain_text(NAMES[run.language])
    summary.tap()
    expect(facts).to_be_visible()
    expect(facts).to_contain_text(COLUMNS[-1])
    look.check(page, "ballot-short-answers")
    summary.press("Enter")  # and by key: it is folded, and no next dossier comes
    expect(facts).to_be_hidden()
    expect(page.locator("#dossier-1")).to_be_visible()


def test_nothing_is_folded_on_a_wide_screen_nor_on_paper(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Open", people=ANSWERS)
    page = opened(look, here, WIDE)
    facts, summary = page.locator("#dossier-1 .facts"), page.locator("#dossier-1 .short summary")
    expect(facts).to_be_visible()
    expect(summary).to_be_hidden()
    page.set_viewport_size({"width": PHONE.width, "height": HEIGHT[PHONE.width]})
    expect(facts).to_be_hidden()
    page.emulate_media(media="print")
    expect(facts).to_be_visible()
    expect(summary).to_be_hidden()
    page.emulate_media(media="screen")
    expect(facts).to_be_hidden()
