"""``cohorts panel plan`` as a user runs it."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cohorts.cli.run import Run, runner

BASE = ("panel", "plan", "--minutes", "24", "--places", "3", "--language", "en")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


def files(folder: Path) -> tuple[Path, Path, Path]:
    members, dossiers, blocked = (folder / f"{n}.csv" for n in ("members", "dossiers", "blocked"))
    members.write_text("Jurylid\nAnna\nBas\n=Cor\n", "utf-8")
    rows = "".join(f"{n};<b>Bedrijf {n}</b>\n" for n in range(1, 7))
    dossiers.write_text(f"id;bedrijf\n{rows}", "utf-8")
    blocked.write_text("lid,dossier\nAnna,3\nBas,<b>Bedrijf 4</b>\n", "utf-8")
    return members, dossiers, blocked


def test_files_in_files_out(run: Run, tmp_path: Path) -> None:
    members, dossiers, blocked = files(tmp_path)
    given = ("--members", members, "--dossiers", dossiers, "--blocked", blocked)
    ran = run(*BASE, *given, "--readers", "2", "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert "Each dossier gets 2 readers." in ran.out
    with (tmp_path / "out/readers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["member", "dossier"]
    assert Counter(row["dossier"] for row in rows) == dict.fromkeys("123456", 2)
    assert Counter(row["member"] for row in rows) == {"Anna": 4, "Bas": 4, "'=Cor": 4}
    pairs = {(row["member"], row["dossier"]) for row in rows}
    assert not pairs & {("Anna", "3"), ("Bas", "4")}
    document = json.loads((tmp_path / "out/panel.json").read_text("utf-8"))
    told = {(m["member"], d) for m in document["members"] for d in m["dossiers"]}
    assert told == {(m.lstrip("'"), d) for m, d in pairs}
    page = (tmp_path / "out/panel.html").read_text("utf-8")
    assert "&lt;b&gt;Bedrijf 1&lt;/b&gt;" in page
    assert "<b>Bedrijf" not in page


def test_json_is_the_document_and_the_same_again(run: Run) -> None:
    given = (*BASE, "--members", "5", "--dossiers", "10", "--json")
    first, again = run(*given), run(*given)
    assert first.out == again.out
    assert json.loads(first.out)["readers"] == 3


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--members", "0", "--dossiers", "6"), "panel.number"),
        (("--members", "3", "--dossiers", "2"), "panel.places"),
        (("--members", "nothere.csv", "--dossiers", "6"), "intake.no_file"),
        (("--members", "1000", "--dossiers", "9999"), "panel.too_large"),
    ],
)
def test_what_cannot_be(run: Run, more: tuple[str, ...], code: str) -> None:
    ran = run(*BASE, *more, "--json")
    assert ran.code == 2
    assert ran.error["code"] == code


def test_unknown_names_are_all_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    members, dossiers, blocked = files(tmp_path)
    blocked.write_text("lid,dossier\nAna,3\nBas,99\n", "utf-8")
    given = ("--members", members, "--dossiers", dossiers, "--blocked", blocked)
    ran = run(*BASE, *given)
    assert ran.code == 2
    assert "blocked.csv:2: ‘Ana’ is no member." in ran.err
    assert "The nearest is: Anna." in ran.err
    assert "blocked.csv:3: There is no dossier ‘99’." in ran.err


def test_a_name_twice_and_a_name_that_is_missing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("naam,mail\nAnna,a\nAnna,b\n,c\n", "utf-8")
    ran = run(*BASE, "--members", file, "--dossiers", "6")
    assert "members.csv:3: ‘Anna’ stands there twice." in ran.err
    assert "members.csv:4: The name is missing here." in ran.err


def test_only_plan_is_known(run: Run) -> None:
    ran = run("panel", "make", *BASE[2:], "--members", "3", "--dossiers", "6", "--json")
    assert ran.error["code"] == "panel.action"


def test_what_reading_noticed_reaches_whoever_plans(run: Run, tmp_path: Path) -> None:
    """A filtered row is read too: on the terminal, as JSON and on the page."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for name in ("member", "Anna", "Bas", "Cor"):
        sheet.append([name])
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "members.xlsx")
    given = ("--members", tmp_path / "members.xlsx", "--dossiers", "6")
    ran = run(*BASE, *given, "--out", tmp_path / "out")
    assert "In members.xlsx hidden rows (1)" in ran.out
    assert "In members.xlsx" in (tmp_path / "out/panel.html").read_text("utf-8")
    (remark,) = json.loads(run(*BASE, *given, "--json").out)["remarks"]
    assert remark in " ".join(ran.out.split())


def test_an_interest_in_a_name_that_two_dossiers_have_is_asked_about(
    run: Run, tmp_path: Path
) -> None:
    members, dossiers, blocked = files(tmp_path)
    dossiers.write_text("id;bedrijf\n1;Zelfde\n2;Zelfde\n3;2\n", "utf-8")
    for given in ("Zelfde", "2"):
        blocked.write_text(f"lid,dossier\nAnna,{given}\n", "utf-8")
        files_ = ("--members", members, "--dossiers", dossiers, "--blocked", blocked)
        ran = run(*BASE, *files_)
        assert ran.code == 2
        assert "blocked.csv:2: Several dossiers" in ran.err


@pytest.mark.parametrize("members", ["--5", "-0", "9" * 5_000, "2001"])
def test_numbers_that_no_panel_has_are_refused(run: Run, members: str) -> None:
    ran = run(*BASE, f"--members={members}", "--dossiers", "6")
    assert (ran.code, ran.out) == (2, "")
