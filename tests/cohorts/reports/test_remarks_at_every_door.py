"""Whatever reading noticed and can change the groups stands at every door; in no page of others."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.report import remark_parts
from cohorts.programme.programme import load_programme
from cohorts.record.document import document
from cohorts.record.hide import Hidden, hide
from cohorts.reports.page.render import page
from cohorts.reports.readers import Reader, files_for
from cohorts.reports.remarked import AT_REST, gathered, line_of, remarks_said
from cohorts.reports.xlsx import workbook
from cohorts.round.effect import Effect, effect
from cohorts.round.remark import Remark
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.cli.run import Run, runner
from tests.cohorts.reports.page_tree import tree

KINDS = Path(__file__).parents[1] / "intake" / "kinds" / "I4"
FILE, PROGRAMME = KINDS / "many-remarks.csv", KINDS / "many-remarks.programme.toml"
NEVER = ("intake.title_row", "intake.kvk_padded")
"""In the file as well, but no group can be another because of them."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="module")
def people() -> Applicants:
    return read_applicants(FILE)


@pytest.fixture(scope="module")
def proposal(people: Applicants) -> Proposal:
    return compose(people, load_programme(str(PROGRAMME)), effort="quick")


def test_the_round_has_all_that_can_change_the_groups(
    people: Applicants, proposal: Proposal
) -> None:
    said = proposal.round.remarks
    assert len(said) >= 11
    assert [r for r in people.remarks if effect(r) is not Effect.NONE] == list(said)
    assert {r.code for r in people.remarks} - {r.code for r in said} == set(NEVER)


@pytest.mark.parametrize("language", list(Language))
def test_document_workbook_and_page_have_every_one(proposal: Proposal, language: Language) -> None:
    remarks = proposal.round.remarks
    parts = [remark_parts(remark, language) for remark in remarks]
    stated = document(proposal, language).remarks
    assert [(r.code, r.row) for r in stated] == [(r.code, r.row) for r in remarks]
    assert [(r.column, r.value, r.fault, r.remedy) for r in stated] == [p[1:] for p in parts]
    names = {Language.NL: "Opgevallen", Language.EN: "Noticed"}
    sheet = load_workbook(io.BytesIO(workbook(proposal, language)))[names[language]]
    rows = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(2, values_only=True)]
    # a page has no command line beside it
    plain = [remark_parts(remark, language, plainly=True) for remark in remarks]
    assert rows == plain
    drawn = tree(page(proposal, language)).text
    for _, column, value, fault, remedy in plain:
        assert all(text in drawn for text in (column, value, fault, remedy))
    assert str(len(remarks)) in drawn


def test_no_page_for_others_shows_what_somebody_filled_in(proposal: Proposal) -> None:
    """``veel`` and ``geheim`` stand in one person's cells; the organiser alone sees them."""
    assert "geheim" in page(proposal, Language.NL)
    for path, text in files_for(list(Reader), proposal, None, Language.NL).items():
        for remark in proposal.round.remarks:
            said = remark_parts(remark, Language.NL)
            assert said[3] not in text, path
        assert "geheim" not in text, path


def test_what_is_hidden_stands_in_no_remark(proposal: Proposal) -> None:
    shown = hide(proposal, [Hidden.TURNOVER])
    gone = {r.value for r in proposal.round.remarks} - {r.value for r in shown.round.remarks}
    assert gone == {"geheim", "-5", "$ 500000"}
    assert "geheim" not in page(shown, Language.NL)
    assert document(proposal, Language.NL).remarks != document(shown, Language.NL).remarks


def commands(to: Path) -> dict[str, list[str | Path]]:
    """Every command that composes or opens what was composed."""
    given: list[str | Path] = [FILE, "--programme", PROGRAMME]
    made = to / "proposal.json"
    return {
        "compose": ["compose", *given, "--out", to, "--effort", "quick"],
        "check": ["check", made, *given],
        "report": ["report", made, *given, "--out", to],
        "edit": ["edit", made, *given, "--out", to / "edited"],
        "circles": ["circles", *given, "--effort", "quick"],
        "prices": ["prices", *given],
    }


@pytest.mark.parametrize("language", list(Language))
def test_every_command_counts_them_shows_the_first_and_says_where_the_rest_is(
    run: Run, tmp_path: Path, proposal: Proposal, language: Language
) -> None:
    remarks = proposal.round.remarks
    first = line_of(gathered(remarks, language)[0], language)
    for name, words in commands(tmp_path).items():
        ran = run(*words, "--language", language.value)
        assert ran.code == 0, (name, ran.err)
        assert str(len(remarks)) in ran.out, name
        assert first in ran.out, name
        assert f"cohorts intake {FILE}" in ran.out, name


def test_machines_get_every_one(run: Run, tmp_path: Path, proposal: Proposal) -> None:
    stated = document(proposal, Language.NL).model_dump(mode="json")["remarks"]
    for name, words in commands(tmp_path).items():
        ran = run(*words, *([] if name == "report" else ["--json"]))
        if name != "report":
            assert json.loads(ran.out)["remarks"] == stated, name


def test_a_refusal_carries_them(run: Run) -> None:
    ran = run("compose", FILE, "--programme", PROGRAMME, "--size", "20-30", "--json")
    told = [error["code"] for error in json.loads(ran.out)["errors"]]
    assert ran.code == 2
    assert (told[0], told[-1]) == ("compose.too_few_people", "remarks.beside")


def test_what_lies_beside_has_its_say_too(run: Run, tmp_path: Path, proposal: Proposal) -> None:
    """Two of an earlier composition are gone: that stands with the rest, and ``check`` sees it."""
    earlier = tmp_path / "groups.csv"
    earlier.write_text("group,applicant_id\n1,1\n1,2\n2,77\n2,78\n", encoding="utf-8")
    given = [FILE, "--programme", PROGRAMME, "--previous", earlier]
    ran = run("compose", *given, "--effort", "quick", "--json", "--out", tmp_path / "out")
    *others, gone = json.loads(ran.out)["remarks"]
    assert [one["code"] for one in others] == [r.code for r in proposal.round.remarks]
    assert gone["fault"].endswith("2 nummers van wie nu niet meedoet: 77 en 78.")
    made = tmp_path / "out" / "proposal.json"
    assert run("check", made, *given).code == 0
    stated = json.loads(made.read_text("utf-8"))
    del stated["remarks"][-1]
    made.write_text(json.dumps(stated), encoding="utf-8")
    assert run("check", made, *given).code == 1


def test_the_first_few_are_of_several_kinds_and_those_that_ask_something() -> None:
    """Six doubts about one address would leave no room for the question that was turned round."""
    doubt = {"a": "A", "row_a": "2", "id_a": "1", "b": "B", "row_b": "3"}
    remarks = [
        *(Remark("intake.empty_row", row=row) for row in range(4, 8)),
        *(Remark("identity.doubt_only_name", facts={**doubt, "id_b": str(n)}) for n in range(6)),
        Remark("intake.turned_header", column="Wanneer niet?", facts={"field": "availability"}),
    ]
    told = "\n".join(remarks_said(remarks, Language.NL, "a.csv"))
    assert "Wanneer niet?" in told
    assert told.count("kunnen één persoon zijn") == 4
    assert "over iemand" not in told
    assert "nog 6." in told


def test_what_asks_nothing_says_so() -> None:
    for language, begin in ((Language.NL, "U hoeft niets"), (Language.EN, "There is nothing")):
        known = sentences(language)
        found = {k for k, text in known.items() if k.endswith("_remedy") and text.startswith(begin)}
        assert {f"{code}_remedy" for code in AT_REST} == {k for k in found if "intake." in k}
