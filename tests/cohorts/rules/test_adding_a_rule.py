"""A new file in the folder of rules is everywhere at once: nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.package_copy import ROOT, cohorts, copied

RULE = '''
"""A newcomer: every group has somebody founded in a round year."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Tally
from solver.terms.tally import FREE


class RoundYear(Rule):
    TITLE = texts(nl="Iemand uit een rond jaar", en="Somebody from a round year")
    ABOUT = texts(nl="In elke groep is iemand uit een rond jaar.", en="Each group has one.")
    SENTENCES: ClassVar = {
        "kept": texts(nl="{count} uit een rond jaar.", en="{count} from a round year."),
        "broken": texts(nl="Niemand uit een rond jaar.", en="Nobody from a round year."),
    }
    WORKED = (Worked(groups=({"Anker": {"founded": 2000}}, {"Berk": {"founded": 2001}})),)
    FURTHEST_FIRST = True
    TAKES = "slots"
    HIDDEN_WITH = frozenset({"votes"})
    every: int = described(10, nl="om de hoeveel jaar", en="every so many years", ge=1)

    def needs(self) -> tuple[str, ...]:
        return ("founded",)

    def demands(self, round_: Round) -> list[Demand]:
        code = [0 if a.founded and a.founded % self.every == 0 else -1 for a in round_.applicants]
        term = Tally(
            name=self.key,
            code=np.array(code, dtype=np.int64),
            low=np.array([1]),
            high=np.array([FREE]),
            amount=np.ones(round_.n, dtype=np.int64),
            price=1,
        )
        return [self.demand(term, people=1)]

    def measure_group(self, group: Seated, pool: None) -> GroupFinding:
        count = sum(bool(a.founded and a.founded % self.every == 0) for a in group.members)
        verdict, short = ("kept", 0) if count else ("broken", 1)
        facts = {"count": count, "slots": ("bij de eik",)}
        return GroupFinding(group.number, verdict, {self.key: short}, facts, (), 1.0 - short)
'''
PROGRAMME = """
schema_version = 1
name = "proef"
[title]
nl = "Proef"
en = "Trial"
[groups]
size = [4, 4]
target = 4
[[rules]]
rule = "round_year"
every = 10
level = "must"
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one file more."""
    folder = copied(tmp_path_factory.mktemp("home"))
    (folder / "cohorts" / "rules" / "round_year.py").write_text(RULE, encoding="utf-8")
    (folder / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    # the two round years lie side by side: only the rule parts them
    years = [2000, 2010, 2001, 2002, 2003, 2004, 2005, 2006]
    rows = "".join(f"p{i},Bedrijf {i},{year}\n" for i, year in enumerate(years))
    (folder / "people.csv").write_text(f"id,company,founded\n{rows}", encoding="utf-8")
    return folder


def test_the_command_line_lists_it(home: Path) -> None:
    assert "round_year: In elke groep is iemand uit een rond jaar." in cohorts(
        home, "rules", "--language", "nl"
    )
    assert "every" in json.loads(cohorts(home, "rules", "--json"))["round_year"]["properties"]


def test_the_docs_have_it(home: Path) -> None:
    page = cohorts(home, "rules", "--markdown", "--language", "en")
    assert "## round_year" in page
    assert "| `every` | 10 | every so many years |" in page
    assert "| 1 | Anker | 2000 |" in page
    assert "| 2 | 1 | Nobody from a round year. |" in page
    assert "round_year" not in (ROOT / "docs" / "reference" / "rules.md").read_text("utf-8")


def test_the_solver_and_the_report_use_it(home: Path) -> None:
    files = ("people.csv", "--programme", "programme.toml")
    cohorts(home, "compose", *files, "--out", "out", "--language", "nl")
    proposal = json.loads((home / "out" / "proposal.json").read_text("utf-8"))
    groups = [set(group["members"]) for group in proposal["groups"]]
    assert len(groups) == 2
    assert all(len(group & {"p0", "p1"}) == 1 for group in groups)
    assert proposal["weights"] == {"round_year": None}
    report = (home / "out" / "report.html").read_text("utf-8")
    assert "1 uit een rond jaar." in report
    assert "bij de eik" in report  # when the group meets, in the words of a rule nobody knew
    assert "alle cijfers kloppen" in cohorts(
        home, "check", "out/proposal.json", *files, "--language", "nl"
    )


def test_a_report_hides_it_where_it_says_so(home: Path) -> None:
    files = ("people.csv", "--programme", "programme.toml")
    cohorts(home, "compose", *files, "--out", "shown", "--language", "nl", "--hide", "votes")
    report = (home / "shown" / "report.html").read_text("utf-8")
    assert "rond jaar" not in report
    assert "bij de eik" not in report
