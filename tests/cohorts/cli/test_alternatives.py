"""``cohorts alternatives``: a page over all answers, and each one's own files."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs/examples"
ROUND = (EXAMPLES / "people.csv", "--programme", EXAMPLES / "programme.toml")
ASKED = (*ROUND, "--relations", EXAMPLES / "relations.csv")
WIDE = ("--within", "60")


def test_every_answer_has_its_files_and_its_page_links_to_them(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("alternatives", *ASKED, *WIDE, "--out", out, "--language", "nl")
    assert ran.code == 0
    assert ran.out.startswith("Er zijn 3 antwoorden die echt verschillen.")
    html = (out / "alternatives.html").read_text("utf-8")
    cards = html[: html.index('id="where"')] if 'id="where"' in html else html
    assert "Minder goed: Vergelijkbaar in aantal medewerkers (0,3 punten)." in cards
    links = Links()
    links.feed((out / "alternatives.html").read_text("utf-8"))
    assert [one for one in links.found if "/" in one] == [f"{n}/report.html" for n in (1, 2, 3)]
    for number in (1, 2, 3):
        assert (out / str(number) / "report.html").is_file()
        assert run("check", out / str(number) / "proposal.json", *ASKED).code == 0
    fewer = run("alternatives", *ASKED, *WIDE, "--count", "2", "--out", out)
    assert fewer.code == 0
    assert sorted(path.name for path in out.iterdir()) == ["1", "2", "alternatives.html"]


class Links(HTMLParser):
    """The addresses a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def test_for_machines(run: Run) -> None:
    told = json.loads(run("alternatives", *ASKED, *WIDE, "--json").out)
    assert [answer["number"] for answer in told["answers"]] == [1, 2, 3]
    assert told["asked"] == {"count": 3, "differ": 0.25, "within": 0.6}
    assert told["answers"][1]["differs"] == [pytest.approx(4 / 9)]
    people = {who for group in told["answers"][0]["groups"].values() for who in group}
    assert {who for together in told["together"] for who in together} <= people


@pytest.mark.parametrize(
    ("option", "value"),
    [("count", "0"), ("count", "10"), ("differ", "0"), ("differ", "101"), ("within", "-1")],
)
def test_what_cannot_be_asked(option: str, value: str, run: Run) -> None:
    ran = run("alternatives", *ASKED, f"--{option}", value, "--language", "en")
    assert ran.code == 2
    assert ran.err.startswith(f"--{option}: ")


def test_where_nothing_fits_it_says_why(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "relations.csv"
    file.write_text("a,b,kind,must\na1,a2,competitor,yes\na1,a2,together,yes\n", "utf-8")
    ran = run("alternatives", *ROUND, "--relations", file, "--language", "en")
    assert ran.code == 3
    assert "Bakkerij De Kandelaar" in ran.err
