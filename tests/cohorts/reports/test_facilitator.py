"""The facilitator's sheet: everything about one group, nothing of another's members but rivals."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.addresses import address_line, addresses_csv, consent_was_asked, mail_link
from cohorts.reports.page import page
from cohorts.reports.page.facilitator import facilitator_page
from cohorts.reports.page.kept_apart import kept_apart
from cohorts.round.overrides import Override
from cohorts.round.remark import NOBODY_AGREED, Remark
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import readers
from tests.cohorts.reports.test_reports import HOSTILE, hostile
from tests.cohorts.small_round import small

ASKED = Applicant(id=ApplicantId("a"), email="a@b.nl")
AROUND: dict[str, Any] = {"groups": 1, "smallest": 1, "largest": 2, "target": 1}
AROUND["places"] = Room.parse("everyone")


@pytest.mark.parametrize("language", list(Language))
def test_who_asks_what_and_who_offers_what(language: Language) -> None:
    for number, members in readers().composition.groups.items():
        text = tree(facilitator_page(readers(), number, None, language)).text
        for a in members:
            assert a.label in text
            assert str(a.question) in text
            assert str(a.offer) in text


def test_what_to_watch_names_every_rival() -> None:
    for number in readers().composition.groups:
        text = tree(facilitator_page(readers(), number, None, Language.NL)).text
        assert kept_apart(readers(), number, Language.NL, most=None) in text
    apart = " ".join(
        kept_apart(readers(), n, Language.NL, most=None) for n in readers().composition.groups
    )
    assert "Bedrijf 1 zit niet samen met Bedrijf 0: geheime ruzie." in apart


def test_who_in_the_group_has_to_do_with_whom() -> None:
    together = [
        n
        for n, members in readers().composition.groups.items()
        if {"p08", "p09"} <= {str(a.id) for a in members}
    ]
    said = "Bedrijf 8 en Bedrijf 9 hebben met elkaar te maken (bekenden)."
    for number in readers().composition.groups:
        html = facilitator_page(readers(), number, None, Language.NL)
        assert (said in html) == (number in together)


def test_addresses_can_be_copied_and_leave_out_who_did_not_say_yes() -> None:
    for number, members in readers().composition.groups.items():
        html = tree(facilitator_page(readers(), number, None, Language.NL))
        known = [str(a.email) for a in members if a.consent]
        assert [line.text for line in html.all(css="addresses")] == [", ".join(known)][: len(known)]
        links = [link.attributes["href"] for link in html.all("a")]
        assert links == ["mailto:" + ",".join(known)][: len(known)]


def test_where_nobody_was_asked_for_consent_addresses_are_known() -> None:
    silent = Applicant(id=ApplicantId("a"), email="a@b.nl")
    assert address_line([silent]) == "a@b.nl"
    assert not consent_was_asked(Round(**AROUND, applicants=(silent,)))
    assert address_line([silent], asked=True) == ""


@pytest.mark.parametrize(
    "more",
    [
        {"applicants": (replace(ASKED, consent=False),)},
        {"applicants": (), "set_aside": (SetAside(replace(ASKED, consent=True), Aside.REFUSED),)},
        {"applicants": (ASKED,), "remarks": (Remark(NOBODY_AGREED),)},
    ],
)
def test_consent_is_asked_of_everybody_or_of_nobody(more: dict[str, Any]) -> None:
    assert consent_was_asked(Round(**AROUND, **more))


def test_an_address_cannot_add_anything_to_a_letter() -> None:
    sly = Applicant(id=ApplicantId("a"), email="a@b.nl?bcc=c@d.nl&body=x")
    assert mail_link([sly]) == "mailto:a@b.nl%3Fbcc%3Dc@d.nl%26body%3Dx"
    assert mail_link([replace(sly, email=None)]) == ""
    assert address_line([sly, sly]) == "a@b.nl?bcc=c@d.nl&body=x"


def test_addresses_go_through_the_export_gate() -> None:
    sly = Applicant(id=ApplicantId("a"), company="=1+1", name="@x", email="+3@b.nl", consent=True)
    closed = Applicant(id=ApplicantId("b"), company="Berk", email="b@b.nl", consent=False)
    text = addresses_csv([sly, closed])
    assert list(csv.reader(io.StringIO(text))) == [
        ["company", "name", "email"],
        ["'=1+1", "'@x", "'+3@b.nl"],
        ["Berk", "", ""],
    ]


@pytest.mark.parametrize("language", list(Language))
def test_hostile_names_are_text(language: Language) -> None:
    for number in hostile().composition.groups:
        html = facilitator_page(hostile(), number, None, language)
        assert HOSTILE[0] not in html
        assert "<img" not in html
        assert tree(html)


@pytest.mark.parametrize("language", list(Language))
def test_what_was_decided_by_hand_stands_on_the_card(language: Language) -> None:
    whole = small().proposal
    (rule,) = (f for f in whole.findings if f.rule == "keep_apart")
    first = min(whole.composition.groups)
    member = whole.composition.groups[first][0].id
    broken = replace(
        rule,
        groups=tuple(
            replace(g, broken=True, verdict="broken", facts={"broken": ("A – B",), "apart": ()})
            if g.group == first
            else g
            for g in rule.groups
        ),
    )
    proposal = replace(
        whole,
        findings=tuple(broken if f.rule == "keep_apart" else f for f in whole.findings),
        overrides=(Override("keep_apart", member, "zij hebben het bijgelegd.", "S. de Vries"),),
    )
    marks = list(tree(page(proposal, language)).all(css="by-hand"))
    assert len(marks) == 1
    assert "zij hebben het bijgelegd. " in marks[0].text
    assert "S. de Vries" in marks[0].text
    assert not list(tree(page(whole, language)).all(css="by-hand"))
