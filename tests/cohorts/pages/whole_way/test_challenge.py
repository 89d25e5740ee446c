"""The Growth Challenge: a register of 1,200, 50 after the bureau, ten who score, 10 take part."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.cohorts.pages.driving import PHONE, WIDE, Look, Site
from tests.cohorts.pages.whole_way import (
    auditor,
    chair,
    deciding,
    meeting,
    member,
    organiser,
    paper,
)
from tests.cohorts.pages.whole_way.device import Device
from tests.cohorts.pages.whole_way.hands import SAID, goes_to
from tests.cohorts.pages.whole_way.letters_read import text_of
from tests.cohorts.pages.whole_way.replayed import replayed, with_another_byte
from tests.cohorts.pages.whole_way.sample_files import SAMPLES, rows, scored

pytestmark = pytest.mark.long
FILES = SAMPLES / "groei-ondernemers-challenge"
REGISTER = FILES / "register.csv"
BUREAU = {"Lieke Mol": "Bureau: Lieke", "Youssef Amin": "Bureau: Youssef"}
CHAIR, ON_PHONE, ON_PAPER = "Mariëtte Pol", "Jeroen Vos", "Gemma Smits"
OTHERS = ("Anke Bol", "Bo Daal", "Cor Eik", "Do Faas", "Eva Goes", "Fay Hey", "Gijs Iel")
LOWEST = [1, 1, 1]
JURY = (CHAIR, ON_PHONE, ON_PAPER, *OTHERS)
KNOWS, HANDLES = {"Frisse Reiger": "knows"}, {"Doekhi Foods": "handles"}
CONSULTED, SAYS = "Els Kok, gemeente Breda", "De wijk kan dit goed gebruiken."
LEFT_OUT, WHY = "Doekhi Foods", "Trok zich terug."


def register() -> dict[str, str]:
    """Everybody in it: id → company."""
    return {one["Nr"]: one["Bedrijfsnaam"] for one in rows(REGISTER)}


def scores_of(number: int, companies: Mapping[str, str]) -> dict[str, list[int]]:
    """Company → what that member of the jury gives: as one of the assessors, a little shifted."""
    both = list(scored(FILES / "assessment.csv", companies).values())
    return {
        company: [min(max(int(one) + number % 3 - 1, 1), 9) for one in said]
        for company, said in both[number % 2].items()
    }


def test_from_a_register_to_ten_who_take_part(site: Site, look: Look, tmp_path: Path) -> None:
    companies = register()
    assert len(companies) == 1_200
    page = organiser.begins_a_round(look, site, "Challenge", "Groei-Ondernemers", REGISTER)
    organiser.takes_them_in(page, len(companies))
    links = invited(page)
    the_bureau_judges(page, links, companies)
    organiser.records_who_goes_on(page, {})
    organiser.brings_more(page, FILES / "scan.xlsx", len(companies))
    goes_to(page, "committee")
    organiser.opens_the_step(page, 2)
    at_desk = member.begins(look, WIDE, links[CHAIR])
    on_phone = member.begins(look, PHONE, links[ON_PHONE])
    member.tells(at_desk, KNOWS)
    member.tells(on_phone, {})
    devices = {name: Device(links[name]) for name in OTHERS}
    for name, device in devices.items():
        device.begin()
        assert len(device.named) == 50
        device.tells(HANDLES if name == OTHERS[0] else None)
    organiser.lets_the_voting_begin(page)
    member.judges_by_keyboard(at_desk, scores_of(0, companies))
    member.judges_by_thumb(on_phone, scores_of(1, companies))
    for number, device in enumerate(devices.values(), 3):
        all_are_scored(device, scores_of(number, companies))
    paper.unfolds_paper(page, ON_PAPER)
    paper.enters_ties_on_paper(page)
    paper.enters_a_ballot(page, ON_PAPER, scores_of(2, companies))
    organiser.closes_the_votes(page)
    chair.goes_to_the_ties(at_desk)
    chair.has_seen_the_ties(at_desk)
    minutes = meeting.consults(page, CONSULTED, SAYS)
    assert f"Geraadpleegd: {CONSULTED}: {SAYS}" in minutes
    goes_to(page, "committee")
    organiser.records_who_goes_on(page, {LEFT_OUT: WHY})
    deciding.composes(page)
    deciding.signs(page, "Jo Vos")
    letters = deciding.takes_the_letters(page)
    assert len(letters) == len(companies) + 1
    texts = [content.decode() for name, content in letters.items() if name.endswith(".html")]
    assert sum("U doet mee." in one for one in texts) == 10
    assert WHY in text_of(letters, LEFT_OUT)
    checks = auditor.comes_in(look, site, page)
    auditor.reads_in_the_log(checks, SAID["event.meeting_consult"].partition("} ")[2])
    title = minutes.splitlines()[1].partition(": ")[2].removesuffix(".")
    assert auditor.takes_the_minutes(checks, 2, title) == minutes
    dossier = auditor.takes_the_dossier(checks)
    code, told = replayed(dossier, tmp_path / "whole")
    assert code == 0, told
    assert "10 mensen in 1 groep" in told
    assert "2 stappen van de keuze opnieuw geteld: 12 stembiljetten" in told
    changed = with_another_byte(dossier, "ballots.json", b'"7"', b'"1"')
    assert replayed(changed, tmp_path / "changed")[0] == 1


def invited(page: Page) -> dict[str, str]:
    """By the usual plan, two of the bureau and a jury of ten; name → personal address."""
    goes_to(page, "committee")
    organiser.takes_the_usual_plan(page)
    for name in BUREAU:
        organiser.invites(page, name, "Bureau", "screener")
    organiser.invites(page, CHAIR, "Bureau", "chair")
    organiser.invites_several(page, [f"{name}; Jury" for name in JURY if name != CHAIR])
    return organiser.takes_the_links(page)


def the_bureau_judges(page: Page, links: Mapping[str, str], companies: Mapping[str, str]) -> None:
    """Everybody in the register, on three criteria."""
    organiser.chooses_who_judges(page, *BUREAU)
    organiser.opens_the_step(page, 1)
    organiser.lets_the_voting_begin(page)
    marks = scored(FILES / "voorselectie.csv", companies)
    # who turns too old for it within the year was none of theirs, and is let in by the conditions
    others = dict.fromkeys(companies.values(), LOWEST)
    for name, who in BUREAU.items():
        device = Device(links[name])
        device.begin()
        device.tells()
        said = {company: [int(one) for one in each] for company, each in marks[who].items()}
        all_are_scored(device, others | said)
    organiser.closes_the_votes(page)


def all_are_scored(device: Device, says: Mapping[str, list[int]]) -> None:
    """Each dossier of theirs, and sent in."""
    device.look()
    for company in device.dossiers:
        device.answers(company, scores=[str(one) for one in says[company]])
    device.sends()
