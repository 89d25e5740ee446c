"""Lists of many people on a telephone: every page of them can be gone to by a finger."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.cohorts.pages.driving import PHONE, Look, Site
from tests.cohorts.rounds.asking.a_round import take_in

MANY = "id,company\n" + "".join(f"p{n},Firma {n}\n" for n in range(141))


def test_the_way_to_the_next_page_is_not_cut_off(site: Site, look: Look) -> None:
    """Eight pages: as many places as are ever shown."""
    round_ = site.new_round("Velen")
    take_in(site.store, site.actor, round_, MANY.encode())
    page = look(PHONE, site.url("calls", round_, PHONE))
    next_ = page.get_by_test_id("stPaginationNext")
    expect(next_).to_be_visible()
    box = page.get_by_test_id("stPagination").bounding_box()
    button = next_.bounding_box()
    assert box is not None
    assert button is not None
    assert button["x"] + button["width"] <= min(box["x"] + box["width"], PHONE.width)
    next_.click()
    expect(page.get_by_test_id("stPaginationPrev")).to_be_enabled()
    look.check(page, "many-people")
