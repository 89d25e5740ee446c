"""Files of PrefLib: what they hold, and what of them cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.committee.ballot_files import Votes, read_votes
from cohorts.committee.votes import Asked, Silence
from cohorts.errors import InputError
from cohorts.words import Language, explain, say

HEAD = """# FILE NAME: 1.toi
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 4
# ALTERNATIVE NAME 1: Anker
# ALTERNATIVE NAME 2: Berk
# ALTERNATIVE NAME 3: Cederhout: het hout
"""


def read(path: Path, text: str, **told: object) -> Votes:
    path.write_text(text)
    return read_votes(path, **told)  # type: ignore[arg-type]  # options by name


def test_orders_with_equals_and_without_all(tmp_path: Path) -> None:
    text = (
        f"{HEAD}# NUMBER VOTERS: 8\n# NUMBER UNIQUE ORDERS: 3\n5: 1,{{2,3}},4\n2: {{1, 2}}\n1: 4\n"
    )
    election = read(tmp_path / "1.toi", text).election
    assert election.asked is Asked.ORDER
    assert election.voters == 8
    assert [b.times for b in election.ballots] == [5, 2, 1]
    assert [election.ballots[0].value(c) for c in "1234"] == [1, 2, 2, 3]
    assert election.ballots[1].said["3"] is Silence.NOT_JUDGED
    assert election.names == {"1": "Anker", "2": "Berk", "3": "Cederhout: het hout", "4": "4"}


def test_the_first_lines_tell_where_the_name_does_not(tmp_path: Path) -> None:
    assert read(tmp_path / "stemmen.txt", f"\ufeff{HEAD}1: 2,1\n").election.asked is Asked.ORDER


CATEGORIES = """# NUMBER ALTERNATIVES: 3
# NUMBER CATEGORIES: {count}
# CATEGORY NAME 1: Ja
"""


def test_categories(tmp_path: Path) -> None:
    two = read(tmp_path / "1.cat", CATEGORIES.format(count=2) + "2: {1,2},3\n1: {},{1,2}\n")
    assert two.election.asked is Asked.YES
    assert [two.election.ballots[0].value(c) for c in "123"] == [1, 1, 0]
    assert two.election.ballots[1].said["3"] is Silence.NOT_JUDGED
    three = read(tmp_path / "1.cat", CATEGORIES.format(count=3) + "1: 1,2,3\n")
    assert three.election.ballots[0].said["2"] is Silence.ABSTAINED
    one = read(tmp_path / "1.cat", CATEGORIES.format(count=1) + "1: {1,2}\n")
    assert [one.election.ballots[0].value(c) for c in "123"] == [1, 1, 0]
    for votes in (one, two, three):
        (remark,) = votes.remarks
        assert "Ja" in say(remark.code, Language.NL, **remark.facts)


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("1.wmd", "# NUMBER ALTERNATIVES: 2\n1,2,0.5\n", ["votes.preflib_kind"]),
        ("1.toi", "3\n1,Anker\n2,Berk\n3,Cederhout\n", ["votes.preflib_old"]),
        ("1.toi", HEAD, ["votes.preflib_empty"]),
        ("1.toi", "# NUMBER ALTERNATIVES: 1e9\n1: 1\n", ["votes.preflib_number"]),
        ("1.toi", f"{HEAD}# ALTERNATIVE NAME 5: Els\n1: 1\n", ["votes.preflib_names"]),
        ("1.toi", f"{HEAD}# NUMBER VOTERS: 7\n5: 1\n", ["votes.preflib_count"]),
        ("1.toi", f"{HEAD}# NUMBER UNIQUE ORDERS: 7\n5: 1\n", ["votes.preflib_count"]),
        ("1.toi", f"{HEAD}1: 1,5\n1: 0\n", ["votes.preflib_stranger"] * 2),
        ("1.toi", f"{HEAD}1: 1,{{2,1}}\n", ["votes.preflib_twice"]),
        ("1.toi", f"{HEAD}0: 1\n", ["votes.preflib_line"]),
        ("1.toi", f"{HEAD}{10**30}: 1\n", ["votes.preflib_line"]),
        ("1.toi", f"{HEAD}1: {{1,{{2}}\n", ["votes.preflib_line"]),
        ("1.toi", f"{HEAD}eens: 1\n", ["votes.preflib_line"]),
        ("1.soc", f"{HEAD}1: 1,2,3\n", ["votes.preflib_incomplete"]),
        ("1.cat", f"{CATEGORIES.format(count=2)}1: 1,2,3\n", ["votes.preflib_categories"]),
        ("1.cat", f"{CATEGORIES.format(count=5)}1: 1,2,3\n", ["votes.preflib_number"]),
        ("1.toi", "", ["intake.empty_file"]),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, name: str, text: str, codes: list[str]) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path / name, text)
    assert [problem.code for problem in error.value.problems] == codes
    for problem in error.value.problems:
        for language in Language:
            explain(problem, language)


def test_it_holds_no_other_votes_and_no_names(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="preflib_asked"):
        read(tmp_path / "1.toi", f"{HEAD}1: 1\n", asked=Asked.SCORES)
    with pytest.raises(InputError, match="preflib_voters"):
        read(tmp_path / "1.toi", f"{HEAD}1: 1\n", weights=tmp_path / "1.toi")


def test_braces_around_nobody_take_no_place(tmp_path: Path) -> None:
    ballot = read(tmp_path / "1.toi", f"{HEAD}1: {{}},3,{{}},{{1,2}}\n").election.ballots[0]
    assert [ballot.value(c) for c in "312"] == [1, 2, 2]


@pytest.mark.parametrize("times", [("100000000",), ("600000", "600000")])
def test_more_voters_than_can_be_redrawn_are_refused(
    tmp_path: Path, times: tuple[str, ...]
) -> None:
    lines = "".join(f"{many}: 1,2\n" for many in times)
    with pytest.raises(InputError) as refused:
        read(tmp_path / "1.toi", HEAD + lines)
    assert "1,000,000" in " ".join(explain(refused.value.problems[0], Language.EN))


def test_more_yes_than_may_be_is_refused_at_its_line(tmp_path: Path) -> None:
    head = HEAD.replace("toi", "cat") + "# NUMBER CATEGORIES: 2\n"
    text = f"{head}2: {{1}},{{2,3,4}}\n3: {{1,2,3}},{{4}}\n"
    assert read(tmp_path / "1.cat", text, most_yes=3).election.voters == 5
    with pytest.raises(InputError) as raised:
        read(tmp_path / "1.cat", text, most_yes=2)
    (problem,) = raised.value.problems
    row = text.splitlines().index("3: {1,2,3},{4}") + 1
    assert (problem.code, problem.place) == ("votes.yes_many", f"1.cat:{row}")
