"""A new file in the folder of counting rules is everywhere at once: nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cohorts.committee.shortlisting.small_round import PROGRAMME
from tests.package_copy import ROOT, cohorts, copied

RULE = '''
"""A newcomer: who has the most letters in their id goes first, if anybody says yes."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.highest_first import highest_first
from cohorts.committee.votes import Asked, Election
from cohorts.words.texts import texts


class LongestId(CountingRule):
    TITLE = texts(nl="Langste naam", en="Longest name")
    ABOUT = texts(nl="De langste naam gaat voor.", en="The longest name goes first.")
    WHEN = texts(nl="Nooit.", en="Never.")
    PAPER = "Nobody (2000)"
    ASKS: ClassVar = frozenset({Asked.YES})

    letters: int = 1

    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        standing = {c: Fraction(len(c) * self.letters) for c in election.candidates}
        return highest_first(standing, seats, seed)
'''
FUNNEL = """schema_version = 1
title = "T"
[[stages]]
title = "Stemmen"
votes = "votes.csv"
rule = "longest_id"
settings = {letters = 2}
places = 3
[[stages]]
title = "Groep"
joint = true
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one file more."""
    folder = copied(tmp_path_factory.mktemp("home"))
    file = folder / "cohorts" / "committee" / "counting" / "longest_id.py"
    file.write_text(RULE, encoding="utf-8")
    ids = ("a", "bb", "ccc", "dddd")
    votes = "".join(f"{who},ja,nee\n" for who in ids)
    (folder / "votes.csv").write_text(f"applicant_id,Ann,Bob\n{votes}", encoding="utf-8")
    people = "".join(f"{who},Bedrijf {who},Naam {who},{n}\n" for n, who in enumerate(ids, 5))
    (folder / "people.csv").write_text(f"id,company,name,fte\n{people}", encoding="utf-8")
    (folder / "programme.toml").write_text(PROGRAMME % "first", encoding="utf-8")
    (folder / "funnel.toml").write_text(FUNNEL, encoding="utf-8")
    return folder


def test_the_command_line_and_the_docs_have_it(home: Path) -> None:
    listed = cohorts(home, "count", "--rules", "--language", "nl")
    assert "longest_id (ja en nee): Langste naam. Nooit." in listed
    page = cohorts(home, "count", "--rules", "--markdown", "--language", "en")
    assert "## longest_id" in page
    assert "| `letters` | 1 |" in page
    reference = ROOT / "docs" / "reference" / "counting-rules.md"
    assert "longest_id" not in reference.read_text("utf-8")


def test_votes_are_counted_by_it_and_the_page_says_so(home: Path) -> None:
    asked = ("--rule", "longest_id", "--seats", "2", "--set", "letters=3", "--redraws", "10")
    told = json.loads(cohorts(home, "count", "votes.csv", *asked, "--out", "out", "--json"))
    assert told["chosen"] == ["dddd", "ccc"]
    assert told["candidates"][0]["standing"] == "12"
    assert "Nobody (2000)" in (home / "out" / "count.html").read_text("utf-8")


def test_a_funnel_goes_by_it(home: Path) -> None:
    files = ("people.csv", "--programme", "programme.toml", "--funnel", "funnel.toml")
    told = json.loads(cohorts(home, "shortlist", *files, "--effort", "quick", "--json"))
    assert told["stages"][0]["on"] == ["dddd", "ccc", "bb"]
