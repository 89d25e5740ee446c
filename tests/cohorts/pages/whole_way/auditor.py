"""What an auditor does: the page *Controle*, and the dossier with its ballots."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, RoundKey
from tests.cohorts.pages.driving import WIDE, Look, Site, unlocked
from tests.cohorts.pages.whole_way.hands import SAID, press, taken, unfold
from tests.cohorts.rounds.staff import joined


def comes_in(look: Look, site: Site, page: Page) -> Page:
    """With a login of their own, to the round of that page."""
    (found,) = re.findall(r"ronde=(\w+)", page.url)
    round_ = RoundKey(Key(found))
    auditor = joined(site.store, site.actor, "Controleur", round_, Role.AUDITOR)
    token = set_password(site.store, auditor, "een lang wachtwoord")
    return look(WIDE, site.url("audit", round_, WIDE), token=token)


def takes_the_minutes(page: Page, number: int, title: str) -> str:
    """Of one step."""
    return taken(page, "page_audit.take_minutes", number=str(number), title=title).decode()


def reads_in_the_log(page: Page, told: str) -> None:
    """A line of it."""
    unfold(page, SAID["page_audit.lines"].partition(" (")[0])
    page.get_by_text(SAID["page_audit.all_lines"]).click()
    Look.settle(page)
    expect(page.get_by_text(told).first).to_be_visible()


def takes_the_dossier(page: Page) -> bytes:
    """Of the first decision, with the ballots."""
    press(page, "page_audit.take_ballots", number="1")
    return unlocked(page)
