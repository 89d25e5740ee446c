"""Move2Social from the first import to letters and a dossier: 48 → 24 → 11, by ten partners."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import PHONE, WIDE, Look, Site
from tests.cohorts.pages.whole_way import auditor, chair, deciding, member, organiser, paper
from tests.cohorts.pages.whole_way.device import Device
from tests.cohorts.pages.whole_way.hands import goes_to
from tests.cohorts.pages.whole_way.letters_read import merged, text_of
from tests.cohorts.pages.whole_way.replayed import replayed, with_another_byte
from tests.cohorts.pages.whole_way.sample_files import SAMPLES, rows, scored

pytestmark = pytest.mark.long
FILES = SAMPLES / "move2social"
BUREAU = {"Esther Bos": "Bureau: Esther", "Wim Kok": "Bureau: Wim"}
CHAIR, ON_PHONE, ON_PAPER, LATE = "Anna Sikkink", "Bram Nijhuis", "Greet Wes", "Frans Otten"
PARTNERS = {
    CHAIR: "Saxion",
    ON_PHONE: "Gemeente Enschede",
    "Carla Bos": "Gemeente Hengelo",
    "Dirk Maas": "Rabobank",
    "Els Roos": "Oost NL",
    LATE: "MKB Twente",
    ON_PAPER: "ROC van Twente",
    "Hans Vree": "Stimuleringsfonds",
    "Ina Kolk": "Kamer van Koophandel",
    "Joost Aarts": "Sociaal Fonds Twente",
}
BROUGHT_IN, LEFT_OUT, TOLD_LATE = "Rensink in Beweging", "Eigenwijs Programmeren", "Krom en Lekker"
UNCOMMITTED = "Noaber aan Huis"
WHY_IN, WHY_OUT = "Bracht de cijfers na.", "Vond intussen elders een plek."
BY_POST = [name for name in PARTNERS if name not in (CHAIR, ON_PHONE, ON_PAPER)]
TIES = {
    "Dirk Maas": {"Deur tot Deur Oldenzaal": "handles"},
    "Els Roos": {"Reimerink Leert": "abstains"},
}
SAYS = {"ja": {"yes": True}, "nee": {"yes": False}, "onthouding": {"abstained": True}}


def companies() -> dict[str, str]:
    """By id."""
    headers, *people = openpyxl.load_workbook(FILES / "aanmeldingen.xlsx").active.values
    company = headers.index("Bedrijfsnaam")
    return {str(one[0]): one[company] for one in people}


def votes() -> dict[str, dict[str, str]]:
    """Partner → company → what they say; of whom was brought in yes, by all."""
    said = rows(FILES / "stemmen.csv")
    return {
        partner: {row["bedrijf"]: row[partner] for row in said} | {BROUGHT_IN: "ja"}
        for partner in PARTNERS.values()
    }


def test_from_48_applications_to_letters_and_a_dossier(
    site: Site, look: Look, tmp_path: Path
) -> None:
    file = FILES / "aanmeldingen.xlsx"
    page = organiser.begins_a_round(look, site, "Move2Social Twente", "Move2Social", file)
    organiser.takes_them_in(page, 48)
    links = invited(page)
    at_desk = member.begins(look, WIDE, links[CHAIR])
    the_bureau_judges(page, links)
    organiser.records_who_goes_on(page, {BROUGHT_IN: WHY_IN})
    on_phone = member.begins(look, PHONE, links[ON_PHONE])
    devices = {name: Device(links[name]) for name in BY_POST}
    ties_are_told(page, at_desk, on_phone, devices)
    votes_are_cast(at_desk, on_phone, devices)
    assert site.actor.name in a_ballot_on_paper(page)
    organiser.cannot_close_yet(page)  # a tie that was told late waits for the chair
    chair.goes_to_the_ties(at_desk)
    chair.rules(at_desk, "De anderen wisten hier niets van.")
    chair.has_seen_the_ties(at_desk)
    organiser.closes_the_votes(page)
    organiser.records_who_goes_on(page, {LEFT_OUT: WHY_OUT})
    expect(page.locator(".uncommitted")).to_contain_text(UNCOMMITTED)
    deciding.composes(page)
    deciding.signs(page, "Jo Vos")
    letters_tell_the_reason(page)
    dossier = auditor.takes_the_dossier(auditor.comes_in(look, site, page))
    it_is_recomputed(dossier, tmp_path)


def invited(page: Page) -> dict[str, str]:
    """By the usual plan, two of the bureau and ten partners; name → personal address."""
    goes_to(page, "committee")
    organiser.takes_the_usual_plan(page)
    for name in BUREAU:
        organiser.invites(page, name, "Bureau", "screener")
    organiser.invites(page, CHAIR, PARTNERS[CHAIR], "chair")
    others = [f"{name}; {whose}" for name, whose in PARTNERS.items() if name != CHAIR]
    organiser.invites_several(page, others)
    links = organiser.takes_the_links(page)
    assert links.keys() == {*BUREAU, *PARTNERS}
    return links


def the_bureau_judges(page: Page, links: Mapping[str, str]) -> None:
    """48 → 24: twelve do not meet a condition, of the others the bureau scores."""
    organiser.chooses_who_judges(page, *BUREAU)
    expect(page.get_by_text("36 van de 48 aanmeldingen")).to_be_visible()
    organiser.opens_the_step(page, 1)
    devices = {name: Device(links[name]) for name in BUREAU}
    for device in devices.values():
        device.begin()
        assert len(device.named) == 36
        device.tells()
    organiser.lets_the_voting_begin(page)
    marks = scored(FILES / "voorselectie.csv", companies())
    for name, device in devices.items():
        device.look()
        for company, scores in marks[BUREAU[name]].items():
            device.answers(company, scores=scores)
        assert "Bewijs van uw stem" in device.sends()
    organiser.closes_the_votes(page)


def ties_are_told(page: Page, at_desk: Page, on_phone: Page, devices: Mapping[str, Device]) -> None:
    """Before any dossier opens: two are kept from somebody, one knows a company."""
    organiser.opens_the_step(page, 2)
    on_phone.reload()
    member.tells(on_phone, {})
    at_desk.reload()
    member.tells(at_desk, {"Blinkend Begin": "knows"})
    for name, device in devices.items():
        device.begin()
        assert len(device.named) == 25
        device.tells(TIES.get(name))
    organiser.lets_the_voting_begin(page)


def votes_are_cast(at_desk: Page, on_phone: Page, devices: Mapping[str, Device]) -> None:
    """By thumb, by keyboard, and by seven other devices; one of them has a tie after all."""
    said = votes()
    thumb, keys = said[PARTNERS[ON_PHONE]], said[PARTNERS[CHAIR]]
    member.judges_by_thumb(on_phone, {who: one == "ja" for who, one in thumb.items()})
    member.judges_by_keyboard(at_desk, {who: one == "ja" for who, one in keys.items()})
    for name, device in devices.items():
        device.look()
        assert not set(TIES.get(name, {})) & set(device.dossiers)
        for company in device.dossiers:
            if answer := SAYS.get(said[PARTNERS[name]][company]):
                device.answers(company, **answer)
    devices[LATE].tells_late(TOLD_LATE, "personal")
    for device in devices.values():
        device.sends()


def a_ballot_on_paper(page: Page) -> str:
    """From the ties to the receipt, which it gives."""
    paper.unfolds_paper(page, ON_PAPER)
    paper.enters_ties_on_paper(page)
    said = votes()[PARTNERS[ON_PAPER]]
    return paper.enters_a_ballot(page, ON_PAPER, {who: [one] for who, one in said.items()})


def letters_tell_the_reason(page: Page) -> None:
    """One each, and a row in the workbook; those of the decision stand first."""
    letters = deciding.takes_the_letters(page)
    assert len(letters) == 48 + 1
    texts = [content.decode() for name, content in letters.items() if name.endswith(".html")]
    assert sum("U doet mee." in one for one in texts) == 11
    assert WHY_OUT in text_of(letters, LEFT_OUT)
    assert "Opgericht in 2018" in text_of(letters, "Snijders Buurttuin")
    assert "wie beoordeelden, kozen anderen" in text_of(letters, "Hallo Buur")
    assert "U doet mee." in text_of(letters, "Blinkend Begin")
    assert "U hebt nog niet gezegd dat u meedoet" in text_of(letters, UNCOMMITTED)
    assert merged(letters).keys() == set(companies().values())
    assert "U gaat door" in text_of(deciding.takes_the_letters(page, "Na stap 1"), BROUGHT_IN)


def it_is_recomputed(dossier: bytes, folder: Path) -> None:
    """By whoever has it and nothing else; a changed vote is named."""
    code, told = replayed(dossier, folder / "whole")
    assert code == 0, told
    assert "11 mensen in 1 groep" in told
    assert "2 stappen van de keuze opnieuw geteld: 12 stembiljetten" in told
    changed = with_another_byte(dossier, "ballots.json", b'"1"', b'"0"')
    code, told = replayed(changed, folder / "changed")
    assert code == 1
    assert "ballots.json" in told
