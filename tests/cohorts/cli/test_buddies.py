"""The command: what is written and said, what stays hidden, and how it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cohorts.cli.run import Run

PEOPLE = """id,company,fte,experience,question,Omzet
a,Anker Hout,3,1,personeel vinden,100000
b,Berk Zorg,4,12,personeel vinden,900000
c,Citer Bouw,5,2,het bedrijf overdragen,110000
d,=Duin Staal,6,14,het bedrijf overdragen,905000
"""
PROGRAMME = """
schema_version = 1
name = "proef"
title = {nl = "Proef", en = "Trial"}
groups = {size = [4, 4], target = 4}
rules = [{rule = "comparable", field = "fte"}]
[buddies]
rules = [
  {rule = "complementary", field = "experience"},
  {rule = "same_question", weight = 2},
  {rule = "comparable", field = "turnover"},
]
"""


@pytest.fixture
def given(run: Run, tmp_path: Path) -> list[str]:
    """Proposal, people and programme, as arguments."""
    people, programme, out = (tmp_path / n for n in ("people.csv", "programme.toml", "out"))
    people.write_text(PEOPLE, encoding="utf-8")
    programme.write_text(PROGRAMME, encoding="utf-8")
    asked = [str(people), "--programme", str(programme)]
    assert run("compose", *asked, "--out", out).code == 0
    return [str(out / "proposal.json"), *asked]


def test_it_writes_three_files(run: Run, given: list[str], tmp_path: Path) -> None:
    ran = run("buddies", *given, "--out", tmp_path / "made", "--language", "nl")
    assert ran.code == 0
    table = (tmp_path / "made" / "buddies.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {(row["applicant_id"], row["buddy_of_id"]) for row in rows} == {
        *(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))
    }
    assert {row["buddy_of_company"] for row in rows} >= {"'=Duin Staal"}
    data = json.loads((tmp_path / "made" / "buddies.json").read_text("utf-8"))
    assert data["schema_version"] == 1
    assert "Anker Hout – Berk Zorg" in ran.out
    page = (tmp_path / "made" / "buddies.html").read_text("utf-8")
    assert "<svg" in page
    assert "geef haar niet aan de deelnemers" in page


def test_what_is_hidden_stands_nowhere(run: Run, given: list[str], tmp_path: Path) -> None:
    hidden = ("--hide", "worries,turnover", "--out", tmp_path / "made")
    ran = run("buddies", *given, *hidden, "--language", "nl")
    assert ran.code == 0
    made = [file.read_text("utf-8") for file in sorted((tmp_path / "made").iterdir())]
    for text in (ran.out, *made):
        assert "ersoneel" not in text
        assert "Hetzelfde vraagstuk" not in text
        assert "Vergelijkbaar in omzet" not in text


def test_impossible_is_three_and_says_for_whom(run: Run, given: list[str]) -> None:
    vetoes = [word for other in "bcd" for word in ("--not", f"a={other}")]
    ran = run("buddies", *given, *vetoes, "--language", "nl")
    assert ran.code == 3
    assert "voor Anker Hout niemand over" in ran.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [("a", "noemt geen twee mensen"), ("a=z", "‘z’"), ("a=a", "twee keer dezelfde persoon")],
)
def test_a_wrong_pair_is_two_with_the_place(
    run: Run, given: list[str], typed: str, said: str
) -> None:
    ran = run("buddies", *given, "--pair", typed, "--language", "nl")
    assert ran.code == 2
    assert ran.err.startswith("--pair: ")
    assert said in ran.err


def test_a_name_does_as_well_as_a_number(run: Run, given: list[str]) -> None:
    ran = run("buddies", *given, "--pair", "Anker Hout=Citer Bouw", "--json")
    assert ran.code == 0
    pinned = [b["people"] for g in json.loads(ran.out)["groups"] for b in g["bonds"] if b["pinned"]]
    assert pinned == [["a", "c"]]


def test_the_same_input_gives_the_same_words(run: Run, given: list[str]) -> None:
    for form in ("pairs", "ring", "guide"):
        one, other = (run("buddies", *given, "--form", form, "--language", "en") for _ in "12")
        assert one.code == 0
        assert one.out == other.out


COACHES = """coach,capaciteit,plaats,belang
Vera <b>Vos</b>,3,Zwolle,a
=Wim,2,Kampen,
"""


def test_coaches_stand_in_the_words_on_the_page_and_in_both_tables(
    run: Run, given: list[str], tmp_path: Path
) -> None:
    coaches, made = tmp_path / "coaches.csv", tmp_path / "made"
    coaches.write_text(COACHES, encoding="utf-8")
    asked = [*given, "--coaches", coaches, "--out", made, "--language", "en"]
    ran = run("buddies", *asked)
    assert ran.code == 0
    assert "Vera <b>Vos</b>: 2 of at most 3" in ran.out
    assert "Vera <b>Vos</b> not with Anker Hout: there is an interest." in ran.out
    page = (made / "buddies.html").read_text("utf-8")
    assert "Vera &lt;b&gt;Vos&lt;/b&gt;: 2 of at most 3" in page
    assert "Vera <b>" not in page
    rows = list(csv.DictReader(io.StringIO((made / "coaching.csv").read_text("utf-8"))))
    assert [row["applicant_id"] for row in rows] == [*"abcd"]
    assert rows[0]["coach"] == "'=Wim"
    (kind,) = json.loads((made / "buddies.json").read_text("utf-8"))["coaching"]
    assert [len(coach["has"]) for coach in kind["coaches"]] == [2, 2]
    assert kind["never"] == [{"coach": "Vera <b>Vos</b>", "id": "a", "why": "conflict"}]
    assert json.loads(run("buddies", *asked, "--json").out)["coaching"] == [kind]


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        ("Vera,0,", 2, "How many people or groups Vera can have cannot be read: ‘0’"),
        ("Vera,,", 2, "For Vera it does not say how many"),
        ("Vera,3,", 3, "There is room for 3 participants, and there are 4."),
        ("Vera,9,a", 3, "For Anker Hout nobody is left. Vera cannot be with Anker Hout"),
        ("Vera,9,nobody-here", 2, "coaches.csv"),
    ],
)
def test_coaches_who_cannot_serve_all_are_refused(
    run: Run, given: list[str], row: str, code: int, said: str
) -> None:
    coaches, made = (Path(given[1]).with_name(name) for name in ("coaches.csv", "made"))
    coaches.write_text(f"coach,capaciteit,belang\n{row}\n", encoding="utf-8")
    ran = run("buddies", *given, "--coaches", coaches, "--out", made, "--language", "en")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert not made.exists()
