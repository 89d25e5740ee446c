"""An organiser who judges and has a tie reads who did not go on, and not what decided it."""

from __future__ import annotations

from playwright.sync_api import expect

from cohorts.record.reasons import reason_aside
from cohorts.round.set_aside import Aside
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.roles import Role
from cohorts.words import Language
from tests.cohorts.pages.driving import WIDE, Look, Site
from tests.cohorts.pages.eligible.test_eligible_page import composed, said
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.deciding.judged_round import chosen


def test_what_decided_it_is_told_to_who_has_no_tie(site: Site, look: Look) -> None:
    round_ = site.new_round("Met een belang")
    take_in(site.store, site.actor, round_, PEOPLE)
    school = chosen(site.store, at=(site.actor, round_)).members["School"]
    add_person(site.store, site.actor, "School", round_, Role.ORGANISER)
    with site.store.writing() as connection:
        token = new_login(connection, school.key)
    programme = asked_of(site.store, site.actor, round_).programme
    left = [one for one in composed(site, round_).set_aside if one.why is Aside.NOT_ON]
    reasons = {reason_aside(one, programme, Language.NL) for one in left}
    assert len(reasons) > 1 or said(WIDE, "left_at", stage="1") not in reasons
    page = look(WIDE, site.url("eligible", round_, WIDE))
    table = page.locator("table.aside").first
    for reason in reasons:
        expect(table).to_contain_text(reason)
    look.check(page, "eligible-left")
    page = look(WIDE, site.url("eligible", round_, WIDE), token=token)
    table = page.locator("table.aside").first
    for one in left:
        row = table.locator("tr", has_text=one.applicant.label)
        expect(row.locator("td").first).to_have_text(said(WIDE, "left_at", stage="1"))
    look.check(page, "eligible-tied")
