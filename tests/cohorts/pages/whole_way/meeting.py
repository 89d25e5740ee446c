"""What is written down on the page *Vergaderen*."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.cohorts.pages.whole_way.hands import SAID, fill, goes_to, press, taken, unfold


def consults(page: Page, whom: str, text: str) -> str:
    """Somebody from outside; gives the minutes as they are then."""
    goes_to(page, "meeting")
    unfold(page, SAID["page_meeting.consult"])
    fill(page, SAID["page_meeting.consult_whom"], whom)
    fill(page, SAID["page_meeting.consult_text"], text)
    press(page, "page_meeting.do_consult")
    expect(page.get_by_text(SAID["page_meeting.written"])).to_be_visible()
    unfold(page, SAID["page_meeting.minutes"].partition(":")[0])
    return taken(page, "page_meeting.take").decode()
