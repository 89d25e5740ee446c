"""The page and the files of a plan: every dot a pair, every slip a way, no cell that acts."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from cohorts.after.rotation.make_tables import make_tables
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.after.rotation.tables_document import tables_json
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.reports.page.meeting_dots import dots_of
from cohorts.reports.page.tables_page import tables_page
from cohorts.reports.rotation_csv import rotation_csv
from cohorts.reports.tables_outcome import tables_outcome
from cohorts.words import Language
from solver.solution import Effort
from tests.cohorts.after.rotation.few_people import NINE, pair, people, who


@pytest.fixture(scope="module")
def plan() -> TablesPlan:
    """Nine in five sessions, of whom one is absent once and one stays; a name that acts."""
    extra = [{"branche": "ict" if i % 2 else "<b>zorg</b>"} for i in range(9)]
    all_ = people(9, company=["=1+1", *["Bedrijf"] * 8], extra=extra)
    wanted = Wanted(
        sessions=5,
        tables=3,
        spread=("branche",),
        absent={who(2)[0]: frozenset({2})},
        hosts={who(3)[0]: 2},
    )
    return make_tables(all_, NINE, wanted, effort=Effort.QUICK)


def test_a_dot_for_every_pair_that_meets() -> None:
    """1+3 once at row 3, column 1; 2+3 twice at row 3, column 2."""
    named = [(one, "") for one in who(1, 2, 3)]
    dots = dots_of(named, {pair(1, 3): 1, pair(2, 3): 2})
    assert dots.once == f"M{dots.cell * 0.5} {dots.cell * 2.5}h0"
    assert dots.often == f"M{dots.cell * 1.5} {dots.cell * 2.5}h0"


@pytest.mark.parametrize(("count", "labels"), [(12, 12), (110, 11)])
def test_few_have_their_names_and_many_their_tens(count: int, labels: int) -> None:
    named = [(one, f"Persoon met naam {one}") for one in who(*range(1, count + 1))]
    dots = dots_of(named, {pair(1, 2): 1})
    assert len(dots.labels) == labels
    assert dots.width <= 1200
    assert dots.once_wide >= 4


def test_the_page_draws_every_meeting_and_every_way(plan: TablesPlan) -> None:
    page = tables_page(plan, Language.EN)
    drawn = re.findall(r'class="(?:once|often)"[^>]* d="([^"]*)"', page)
    assert sum(path.count("h0") for path in drawn) == len(plan.figures.meetings)
    assert page.count('<section class="slip">') == 9
    assert page.count(">absent<") == 1
    assert page.count("(fixed)") == 5
    assert "<b>zorg" not in page
    assert page.count("Absent: Persoon 02 (Bedrijf).") == 1


@pytest.mark.parametrize("language", list(Language))
def test_what_was_reached_stands_beside_what_can_be(plan: TablesPlan, language: Language) -> None:
    lines = tables_outcome(plan, language)
    repeats, bound = plan.figures.repeats, plan.bound
    assert 0 < bound <= repeats
    begins = {"nl": f"Minstens {bound} ", "en": f"At least {bound} "}[language.value]
    said = next(line for line in lines if line.startswith(begins) and f" {repeats} " in line)
    surely = {"nl": "minder kan niet", "en": "cannot be fewer"}[language.value]
    assert (surely in said) is (repeats == bound)
    page = tables_page(plan, language)
    assert said in page


def test_cells_pass_the_gate_and_rows_are_in_order(plan: TablesPlan) -> None:
    rows = list(csv.DictReader(io.StringIO(rotation_csv(plan))))
    assert {row["company"] for row in rows} == {"'=1+1", "Bedrijf"}
    keys = [(int(r["session"]), int(r["table"]), r["applicant_id"]) for r in rows]
    assert keys == sorted(keys)
    assert len(rows) == 5 * 9 - 1
    assert {r["table"] for r in rows if r["applicant_id"] == "p03"} == {"2"}


def test_the_document_states_what_can_be_worked_out_from_it(plan: TablesPlan) -> None:
    stated: dict[str, Any] = json.loads(tables_json(plan, Language.EN))
    assert stated["schema_version"] == 1
    often: dict[tuple[str, str], int] = {}
    for session in stated["sessions"]:
        for table in session["tables"]:
            members = table["members"]
            for a in members:
                for b in members:
                    if a < b:
                        often[a, b] = often.get((a, b), 0) + 1
    assert stated["figures"]["pairs_met"] == len(often)
    assert stated["figures"]["repeats"] == sum(times - 1 for times in often.values())
    assert stated["sessions"][1]["absent"] == ["p02"]
    assert stated["sessions"][0]["tables"][1]["hosts"] == ["p03"]
    assert stated["spread"][0]["of"]["p01"] == [0]


@pytest.mark.parametrize("language", list(Language))
def test_many_tables_are_left_to_the_page_where_there_is_one(
    plan: TablesPlan, language: Language
) -> None:
    """15 tables are all told; of twice as many only where to find them, and that time ran out."""
    assert tables_outcome(plan, language, paged=True) == tables_outcome(plan, language)
    twice = replace(
        plan,
        sessions=plan.sessions * 2,
        sittings=plan.sittings * 2,
        reproducible=False,
    )
    told = "\n".join(tables_outcome(twice, language, paged=True))
    assert "30" in told
    assert "Persoon 05" not in told
    assert {"nl": "De tijd was om", "en": "Time ran out"}[language.value] in told
    assert "Persoon 05" in "\n".join(tables_outcome(twice, language))
