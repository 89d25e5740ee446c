"""The made rounds, exported by six tools in two languages, read to the same clean table.

Every round as every tool exports it; every tool and every round in both languages and as both kinds
of file. ``python -m benchmarks.form_tools`` crosses all four.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from cohorts.intake import Applicants, FieldMap, read_applicants
from cohorts.people.applicant import FIELD_NAMES
from tests.sample_data.form_tools import (
    google_forms,
    limesurvey,
    microsoft_forms,
    qualtrics,
    surveymonkey,
    typeform,
)
from tests.sample_data.form_tools.export import Export, write_csv, write_workbook
from tests.sample_data.form_tools.form import OF_THE_TOOL, Form, form_of

SAMPLES = Path(__file__).parents[2] / "sample_data"
PEOPLE = ("aanmeldingen.xlsx", "scan.xlsx", "talks.csv")
ROUNDS = sorted(path for name in PEOPLE for path in SAMPLES.glob(f"*/{name}"))
TOOLS: dict[str, Callable[..., Export]] = {
    "Microsoft Forms": microsoft_forms.export,
    "Google Forms": google_forms.export,
    "Typeform": typeform.export,
    "SurveyMonkey": surveymonkey.export,
    "Qualtrics": qualtrics.export,
    "LimeSurvey": limesurvey.export,
}
WRITERS = {"csv": write_csv, "xlsx": write_workbook}
ASKED = tuple(product(("nl", "en"), WRITERS))
Case = tuple[Path, str, str, str]
"""The round, the tool, the language of its questions, the ending of its file."""
ALL: tuple[Case, ...] = tuple(
    (path, tool, *one) for path in ROUNDS for tool in TOOLS for one in ASKED
)
TURNS: tuple[Case, ...] = tuple(
    (path, tool, *ASKED[(at + turn) % len(ASKED)])
    for at, path in enumerate(ROUNDS)
    for turn, tool in enumerate(TOOLS)
)
"""Round and tool all crossed, language and kind of file in turn."""
Row = dict[str, Any]


@cache
def as_it_is(path: Path) -> Applicants:
    return read_applicants(path)


@cache
def asked_in(path: Path, language: str) -> Form:
    return form_of(path, language)


def table(people: Applicants, export: Export, form: Form, *, exported: bool) -> Iterator[Row]:
    """What is known of each, as the tool keeps it; of the export by the keys of its questions."""
    texts = {q.text: q.key for q in form.questions} if exported else {}
    answers = {str(a.number): a for a in form.answers}
    for a in people:
        row = {n: v for n in FIELD_NAMES if (v := getattr(a, n)) not in (None, ())}
        row |= {texts.get(h, h): v for h, v in a.extra.items() if v}
        if a.submitted:
            moment = datetime.fromisoformat(a.submitted)
            row["submitted"] = str(moment if exported else export.moment(answers[a.id]))
        if not export.keeps_order:
            row |= {name: sorted(row.get(name, ())) for name in ("themes", "availability")}
        yield row


def named(case: Case) -> str:
    path, *rest = case
    return "-".join((path.parent.name, path.stem, *rest))


def differences(case: Case, folder: Path) -> tuple[list[str], list[str]]:
    """Rows that only the export has, and rows that only the sample has."""
    path, tool, language, ending = case
    form = asked_in(path, language)
    export = TOOLS[tool](form, as_workbook=ending == "xlsx")
    file = folder / f"export.{ending}"
    WRITERS[ending](export, file)
    read = read_applicants(file, FieldMap(fields=dict(export.fields)))
    known = as_it_is(path)
    left = set(OF_THE_TOOL) - {"E-mail"} | set(export.own)
    left |= set() if known[0].submitted else {"id", "submitted"}
    left |= set() if export.keeps_number else {"id"}
    wanted = Counter(_told(row, left) for row in table(known, export, form, exported=False))
    found = Counter(_told(row, left) for row in table(read, export, form, exported=True))
    return sorted(found - wanted), sorted(wanted - found)


@pytest.mark.parametrize("case", TURNS, ids=named)
def test_a_tool_s_export_reads_as_the_sample_does(case: Case, tmp_path: Path) -> None:
    assert differences(case, tmp_path) == ([], [])


def test_every_pair_of_round_tool_language_and_kind_of_file_is_there() -> None:
    """Of the crossing of all four, each two of them together, and each tool in all four ways."""
    for one, other in combinations(range(4), 2):
        assert {(c[one], c[other]) for c in TURNS} == {(c[one], c[other]) for c in ALL}
    assert {case[1:] for case in TURNS} == {case[1:] for case in ALL}


def _told(row: Row, left: Collection[str]) -> str:
    kept = {name: value for name, value in row.items() if name not in left}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, default=str)
