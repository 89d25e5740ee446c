"""What is printed for the first meeting: who stands on it, on which sheet."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, time

import pytest

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.reports.calendar import group_calendar, whole_calendar
from cohorts.reports.meets import meetings_of
from cohorts.reports.named_on_paper import on_paper
from cohorts.reports.page.attendance_page import attendance_page
from cohorts.reports.page.badge_size import fitting
from cohorts.reports.page.badges_page import NAME_SIZES, ON_A_SHEET, badges_page
from cohorts.reports.page.facilitator import facilitator_page, facilitator_sheets
from cohorts.reports.page.participant import participant_page, participant_sheets
from cohorts.reports.papers import Papers, Pile
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import readers

START = Start(date(2026, 10, 5), time(13, 30))
STAMP = Stamp(date(2026, 9, 1), number=2, signed="Jo Vos", head="a" * 64)
NL = Language.NL
LONG = "Wilhelmina-Alexandrina Oude Luttikhuis-van den Bosch tot Zwanenburg"


def emptied(made: Proposal, number: int) -> Proposal:
    groups = {**made.composition.groups, number: ()}
    return replace(made, composition=replace(made.composition, groups=groups))


@pytest.mark.parametrize("language", list(Language))
def test_every_group_has_a_sheet_with_its_own_stamp(language: Language) -> None:
    made = readers()
    html = participant_sheets(made, START, language, STAMP)
    assert html.count('<section class="one-sheet">') == len(made.composition.groups)
    text = tree(html).text
    for number in made.composition.groups:
        alone = tree(participant_page(made, number, START, language, STAMP)).text
        assert STAMP.said("", language).lines[1] in alone
        for a in made.composition.groups[number]:
            assert a.label in text


def test_a_group_of_which_nobody_is_left_has_no_sheet() -> None:
    made = emptied(readers(), 1)
    left = len(made.composition.groups) - 1
    for html in (
        participant_sheets(made, START, NL, STAMP),
        facilitator_sheets(made, START, NL, STAMP),
        attendance_page(made, 0, START, NL, STAMP),
    ):
        assert html.count('<section class="one-sheet">') == left
    assert badges_page(made, NL, STAMP).count('<section class="badge-sheet">') >= left


def test_whoever_guides_a_group_has_a_line() -> None:
    html = facilitator_sheets(readers(), START, NL, STAMP)
    assert html.count('<span class="to-name">') == len(readers().composition.groups)


@pytest.mark.parametrize("language", list(Language))
def test_a_list_has_everybody_once_with_a_box(language: Language) -> None:
    made = readers()
    html = attendance_page(made, 0, START, language, STAMP)
    people = [one for n in made.composition.groups for one in on_paper(made, n)]
    for one in people:
        assert f"<bdi>{one.name}</bdi>" in html
    lines = html.count('<td class="signature">')
    assert lines == len(people) + 2 * len(made.composition.groups)
    assert "13:30" in html


def test_without_a_day_there_is_a_line_for_it() -> None:
    known = attendance_page(readers(), 1, START, NL, STAMP)
    unknown = attendance_page(readers(), 1, None, NL, STAMP)
    assert unknown.count('<dd class="broad"></dd>') > known.count('<dd class="broad"></dd>')
    assert "Module 1" in unknown
    assert "2026" not in tree(unknown).text.replace("1 september 2026", "")


def test_where_the_programme_names_no_meeting_the_list_is_for_the_first() -> None:
    made = readers()
    asked_by = made.programme.model_copy(update={"meetings": ()})
    without = replace(made, programme=asked_by)
    known = tree(attendance_page(without, None, START, NL, STAMP)).text
    groups = len(made.composition.groups)
    assert known.count("Eerste bijeenkomst") == known.count("maandag 5 oktober 2026") == groups
    unknown = tree(attendance_page(without, None, None, NL, STAMP)).text
    assert "bijeenkomst" not in unknown.lower()


def test_a_coach_reads_which_meeting_is_when() -> None:
    (first, *_) = meetings_of(readers(), 1, START, NL)
    text = " ".join(tree(facilitator_page(readers(), 1, START, NL, STAMP)).text.split())
    assert re.search(rf"{re.escape(first.title)}( \([^)]*\))?: {first.told(NL)}", text)


def test_a_badge_says_who_of_what_company_and_which_group_and_no_more() -> None:
    made = readers()
    html = badges_page(made, NL, STAMP)
    for a in (one for members in made.composition.groups.values() for one in members):
        assert (a.name or a.label) in html
        for secret in (a.email, a.question, a.offer, a.activity, a.place):
            assert not secret or f">{secret}<" not in html
    assert html.count('<li class="badge">') % ON_A_SHEET == 0


def test_who_gave_no_name_is_called_by_the_company_once() -> None:
    made = readers()
    alone = Applicant(id=made.composition.groups[1][0].id, company="Anker B.V.")
    nameless = replace(made, composition=replace(made.composition, groups={1: (alone,)}))
    (one,) = on_paper(nameless, 1)
    assert (one.name, one.company) == ("Anker B.V.", "")


def test_a_long_name_is_smaller_and_no_word_is_broken() -> None:
    sizes = [fitting(name, 76, 21, NAME_SIZES) for name in ("Jo Vos", LONG)]
    assert sizes[0] == NAME_SIZES[0] > sizes[1] > NAME_SIZES[-1]
    assert fitting("W" * 60, 76, 21, NAME_SIZES) == NAME_SIZES[-1]


def test_all_papers_are_in_one_zip_by_name() -> None:
    made = readers()
    papers = Papers(made, emptied(made, 1), STAMP, NL, START)
    with zipfile.ZipFile(io.BytesIO(papers.whole())) as archive:
        names = archive.namelist()
    meetings = len(made.programme.meetings)
    assert [f"presentielijst-{n}.html" for n in range(1, meetings + 1)] == [
        one for one in names if one.startswith("presentie")
    ]
    assert {papers.name(p) for p in Pile if p is not Pile.ATTENDANCE} <= {*names}
    assert "commissie.html" in names
    assert "per-groep/besluit-2-deelnemers-groep-2.ics" in names
    assert not [one for one in names if one.endswith("groep-1.html")]


COACHES = {1: "Wim Élan", 2: "Ada <b>Bos</b>", 3: "Wim Élan"}


@pytest.mark.parametrize("language", list(Language))
def test_whoever_coaches_a_group_stands_on_each_of_its_papers_and_on_no_other(
    language: Language,
) -> None:
    made = readers()
    groups = made.composition.groups
    one = {2: "Ada <b>Bos</b>"}
    for html in (
        participant_sheets(made, START, language, STAMP, coaches=one),
        facilitator_sheets(made, START, language, STAMP, coaches=one),
        attendance_page(made, 0, START, language, STAMP, coaches=one),
        badges_page(made, language, STAMP, coaches=one),
    ):
        assert html.count("Ada &lt;b&gt;Bos&lt;/b&gt;") == 1
    sheets = facilitator_sheets(made, START, language, STAMP, coaches=one)
    assert sheets.count('<span class="to-name">') == len(groups) - 1
    told = group_calendar(made, 2, START, language, STAMP, coaches=one)
    own = [not one.joint for one in meetings_of(made, 2, START, language)]
    assert told.replace("\r\n ", "").count("Ada <b>Bos") == sum(own) > 0
    assert "Ada" not in group_calendar(made, 1, START, language, STAMP, coaches=one)
    whole = whole_calendar(made, START, language, STAMP, coaches=one)
    assert whole.replace("\r\n ", "").count("Ada <b>Bos") == sum(own)


def test_each_coach_has_one_file_with_all_their_groups() -> None:
    made = readers()
    assert {*COACHES} <= {*made.composition.groups}
    papers = Papers(made, emptied(made, 2), STAMP, NL, START, COACHES)
    with zipfile.ZipFile(io.BytesIO(papers.whole())) as archive:
        of_coaches = [one for one in archive.namelist() if one.startswith("per-begeleider/")]
        assert of_coaches == ["per-begeleider/01-wim-elan.html"]  # of Ada nobody is left
        html = archive.read(of_coaches[0]).decode()
    assert html.count('<section class="one-sheet">') == 2
    for number, members in made.composition.groups.items():
        for a in members:
            assert (f'<bdi class="who">{a.label}</bdi>' in html) is (number in (1, 3))
