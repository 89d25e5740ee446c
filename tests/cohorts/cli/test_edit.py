"""Moving people by hand from the command line: what it costs, what it may not, what is written."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
GIVEN = (
    EXAMPLES / "people.csv",
    "--programme",
    EXAMPLES / "programme.toml",
    "--relations",
    EXAMPLES / "relations.csv",
)
FILES = ["groups.csv", "proposal.json", "proposal.xlsx", "report.html"]


@pytest.fixture
def first(run: Run, tmp_path: Path) -> Path:
    """The folder of a composition of the nine of the examples."""
    assert run("compose", *GIVEN, "--out", tmp_path / "first").code == 0
    return tmp_path / "first"


def seats(folder: Path) -> dict[str, str]:
    with (folder / "groups.csv").open(encoding="utf-8") as file:
        return {row["applicant_id"]: row["group"] for row in csv.DictReader(file)}


def two_apart(folder: Path) -> tuple[str, str]:
    """Two people without relations in different groups."""
    seat = seats(folder)
    named = {
        cell for row in (EXAMPLES / "relations.csv").read_text().split() for cell in row.split(",")
    }
    alone = [person for person in seat if person not in named]
    return next((a, b) for a in alone for b in alone if seat[a] != seat[b])


def test_a_swap_is_told_written_and_holds(first: Path, run: Run, tmp_path: Path) -> None:
    a, b = two_apart(first)
    out = tmp_path / "second"
    ran = run(
        "edit", first / "proposal.json", *GIVEN, "--swap", f"{a}={b}", "--out", out,
        "--language", "en",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert "goes from group" in ran.out
    assert "points" in ran.out
    assert sorted(p.name for p in out.iterdir()) == FILES
    before, after = seats(first), seats(out)
    assert (after[a], after[b]) == (before[b], before[a])
    assert {p for p in before if before[p] != after[p]} == {a, b}
    assert run("check", out / "proposal.json", *GIVEN).code == 0


def test_a_broken_must_needs_a_reason(first: Path, run: Run, tmp_path: Path) -> None:
    """B1 is kept apart from somebody: put them together by a swap."""
    with (EXAMPLES / "relations.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    a, b = next((r["a"], r["b"]) for r in rows if r["kind"] == "competitor")
    seat = seats(first)
    other = next(
        p for p in seat if seat[p] == seat[b] and p != b and not any(p in r.values() for r in rows)
    )
    out = tmp_path / "second"
    asked = ("edit", first / "proposal.json", *GIVEN, "--swap", f"{a}={other}", "--out", out)
    refused = run(*asked, "--language", "en")
    assert refused.code == 1
    assert not out.exists()
    assert f"--override keep_apart:{min(a, b)}=" in refused.err
    told = run(*asked, "--json")
    assert told.code == 1
    assert told.error["code"] == "edit.breach_people"
    why = f"keep_apart:{a}=Zij werken al samen."
    done = run(*asked, "--override", why, "--by", "Anna de Wit")
    assert done.code == 0, done.err
    content = json.loads((out / "proposal.json").read_text("utf-8"))
    assert {(o["person"], o["reason"], o["by"]) for o in content["overrides"]} == {
        (a, "Zij werken al samen.", "Anna de Wit"),
        (b, "Zij werken al samen.", "Anna de Wit"),
    }
    assert run("check", out / "proposal.json", *GIVEN).code == 0
    content["overrides"] = []
    (out / "proposal.json").write_text(json.dumps(content), encoding="utf-8")
    assert run("check", out / "proposal.json", *GIVEN).code == 1


def test_sizes_that_no_longer_fit_are_refused(first: Path, run: Run, tmp_path: Path) -> None:
    a, b = two_apart(first)
    target = seats(first)[b]
    out = tmp_path / "second"
    ran = run(
        "edit", first / "proposal.json", *GIVEN, "--move", f"{a}={target}", "--out", out,
        "--json",
    )  # fmt: skip
    assert ran.code == 1
    assert ran.error["code"] == "edit.size"
    assert not out.exists()


def test_out_is_no_place_where_everyone_has_one(first: Path, run: Run, tmp_path: Path) -> None:
    a, _ = two_apart(first)
    ran = run(
        "edit", first / "proposal.json", *GIVEN, "--move", f"{a}=out", "--out", tmp_path / "x",
        "--json",
    )  # fmt: skip
    assert ran.code == 1
    codes = {error["code"] for error in json.loads(ran.out)["errors"]}
    assert {"edit.size", "edit.places"} == codes


def test_two_moves_make_a_swap_for_machines(first: Path, run: Run, tmp_path: Path) -> None:
    a, b = two_apart(first)
    seat, out = seats(first), tmp_path / "second"
    ran = run(
        "edit", first / "proposal.json", *GIVEN, "--move", f"{a}={seat[b]}",
        "--move", f"{b}={seat[a]}", "--out", out, "--json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert [step["moves"][0]["person"] for step in told["steps"]] == [a, b]
    assert told["steps"][0]["allowed"] is False
    assert sorted(told["written"]) == FILES


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("--move b1", "edit.move"),
        ("--move b1=nul", "edit.move"),
        ("--move niemand=1", "board.person_unknown"),
        ("--move b1=9", "board.group_unknown"),
        ("--swap b1", "edit.swap"),
        ("--swap b1=b1", "board.same_group"),
        ("--override keep_apart:b1", "edit.override"),
        ("--override keep_apart:b1=mag", "board.no_breach"),
    ],
)
def test_wrong_steps(given: str, code: str, first: Path, run: Run, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "x", "--json")
    ran = run("edit", first / "proposal.json", *GIVEN, *given.split(), *out)
    assert ran.code == 2
    assert ran.error["code"] == code
    assert not (tmp_path / "x").exists()


def test_a_proposal_of_other_people_is_refused(first: Path, run: Run, tmp_path: Path) -> None:
    later = (EXAMPLES / "later.csv", *GIVEN[1:])
    ran = run("edit", first / "proposal.json", *later, "--out", tmp_path / "x", "--json")
    assert ran.code == 2
    assert ran.error["code"] == "edit.other_round"


def test_keep_without_an_earlier_composition(run: Run) -> None:
    ran = run("compose", *GIVEN, "--keep", "--json")
    assert (ran.code, ran.error["code"]) == (2, "compose.keep_what")


def test_somebody_who_is_moved_out_has_waited_since_they_waited(run: Run, tmp_path: Path) -> None:
    """The one who takes a place waited since February, and had waited if they had none."""
    kept = ROOT / "tests" / "releases" / "0.1.0" / "edited-out"
    given = (
        kept / "applicants.csv", "--programme", kept / "programme.toml",
        "--merit", kept / "merit.csv",
    )  # fmt: skip
    placed = json.loads((kept / "proposal.json").read_text("utf-8"))["groups"][0]["members"][-1]
    waiting = tmp_path / "waiting.csv"
    waiting.write_text(f"applicant_id,since\n{placed},2026-02-02\n", "utf-8")
    out = tmp_path / "second"
    steps = ("--move", f"{placed}=out", "--waiting", waiting, "--out", out)
    ran = run("edit", kept / "proposal.json", *given, *steps)
    assert ran.code == 0, ran.err
    content = json.loads((out / "proposal.json").read_text("utf-8"))
    since = {left["id"]: left["since"] for left in content["not_placed"]}
    assert since[placed] == "2026-02-02"
    assert run("check", out / "proposal.json", *given, "--waiting", waiting).code == 0


def test_another_programme_than_it_was_composed_by_is_refused(
    first: Path, run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "programme.toml"
    text = GIVEN[2].read_text("utf-8") if isinstance(GIVEN[2], Path) else ""
    other.write_text(text + "\n[[rules]]\nrule = 'size_balance'\n", "utf-8")
    given = (GIVEN[0], "--programme", other, *GIVEN[3:])
    ran = run("edit", first / "proposal.json", *given, "--out", tmp_path / "x", "--json")
    assert (ran.code, ran.error["code"]) == (2, "edit.other_programme")
    checked = run("check", first / "proposal.json", *given, "--language", "en")
    assert checked.code == 1
    assert "frozen_programme.rules" in checked.out


@pytest.mark.parametrize(
    ("option", "code"), [("--groups", "compose.groups"), ("--size", "compose.size")]
)
def test_nothing_is_not_the_same_as_not_given(option: str, code: str, run: Run) -> None:
    ran = run("compose", *GIVEN, option, "0", "--json")
    assert (ran.code, ran.error["code"]) == (2, code)


def test_the_first_seed_is_a_seed_as_well(run: Run, tmp_path: Path) -> None:
    """0 that is typed goes before the seed of the proposal."""
    assert run("compose", *GIVEN, "--seed", "3", "--out", tmp_path).code == 0
    assert run("check", tmp_path / "proposal.json", *GIVEN).code == 0
    assert run("check", tmp_path / "proposal.json", *GIVEN, "--seed", "3").code == 0
    assert run("check", tmp_path / "proposal.json", *GIVEN, "--seed", "0").code == 1
