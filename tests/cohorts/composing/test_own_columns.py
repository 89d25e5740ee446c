"""A programme may call a column by its header, whatever reading took it for."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts import compose, load_programme, read_applicants
from cohorts.composing.proposal import Proposal
from cohorts.record.hide import Hidden, hide
from cohorts.words import Language
from solver.solution import Effort

PEOPLE = """Nummer;Bedrijf;Onderwerp;Geslacht;Omzet
1;Anker;export;vrouw;10
2;Berk;personeel;man;20
3;Citer;export;vrouw;30
4;Duin;personeel;man;40
"""
PROGRAMME = """
schema_version = 1
name = "columns"
title = {{nl = "Proef", en = "Trial"}}
[groups]
size = [2, 2]
target = 2
[[rules]]
rule = "at_most"
field = "{field}"
most = 1
level = "must"
"""


def composed(tmp_path: Path, field: str) -> Proposal:
    people, programme = tmp_path / "a.csv", tmp_path / "p.toml"
    people.write_text(PEOPLE, "utf-8")
    programme.write_text(PROGRAMME.format(field=field), "utf-8")
    read = read_applicants(people)
    return compose(read, load_programme(programme), effort=Effort.QUICK)


@pytest.mark.parametrize("field", ["Onderwerp", "ONDERWERP ", "themes", "geslacht", "Geslacht"])
def test_a_rule_reads_the_column_by_its_header(tmp_path: Path, field: str) -> None:
    """Two with one value in a group break the must; each pairs an odd number with an even one."""
    proposal = composed(tmp_path, field)
    groups = [{int(a.id) % 2 for a in members} for members in proposal.composition.groups.values()]
    assert groups == [{0, 1}, {0, 1}]


def test_a_hidden_field_is_hidden_under_every_name(tmp_path: Path) -> None:
    proposal = composed(tmp_path, "omzet")
    assert proposal.round.columns == {"omzet": "turnover"}
    assert proposal.round.applicants[0].text("omzet") == "10.0"
    shown = hide(proposal, {Hidden.TURNOVER})
    assert not shown.programme.rules
    assert all(a.text("omzet") is None for a in shown.round.applicants)


def test_a_header_is_quoted_wherever_a_rule_speaks(tmp_path: Path) -> None:
    """The header is the organiser's and no word of the sentence; what has a word keeps it."""
    said = composed(tmp_path, "Onderwerp")
    rule, finding = said.programme.rules[0], said.findings[0]
    assert rule.title(Language.NL) == "Hoogstens 1 van één ‘Onderwerp’"
    assert rule.title(Language.EN) == "At most 1 of one ‘Onderwerp’"
    assert "‘Onderwerp’" in rule.sentence(finding.groups[0], Language.NL)
    known = composed(tmp_path, "turnover").programme.rules[0]
    assert known.title(Language.NL) == "Hoogstens 1 van één omzet"
