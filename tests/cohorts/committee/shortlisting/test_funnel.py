"""What a file of stages may say; every fault with its line and field."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from cohorts.committee.shortlisting.funnel import read_funnel
from cohorts.errors import InputError
from cohorts.words import Language, phrase
from cohorts.words.sentences import sentences

VOTES = 'votes = "v.csv"\nrule = "approval"\n'


def written(folder: Path, *stages: str) -> Path:
    text = "".join(f'[[stages]]\ntitle = "S"\n{stage}\n' for stage in stages)
    path = folder / "f.toml"
    path.write_text(f'schema_version = 1\ntitle = "T"\n{text}', "utf-8")
    return path


@pytest.mark.parametrize(
    ("stage", "named"),
    [
        ('votes = "v.csv"', "votes"),
        ("places = 3", "places"),
        (VOTES, "places"),
        (f"{VOTES}joint = true\nplaces = 3", "places"),
        (f'{VOTES}places = 3\nstanding = "first"', "joint"),
        (f'{VOTES}joint = true\nstanding = "weighed"\nmargin = 1', "standing"),
        (f"{VOTES}places = 3\nquorum = 2", "1"),
        (f'{VOTES}places = 3\nquorum = "1/0"', "quorum"),
        ('votes = "v.csv"\nrule = "aproval"\nplaces = 3', "aproval"),
        (f"{VOTES}places = 3\nsettings = {{deep = 3}}", "deep"),
        ("colour = 3", "colour"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, stage: str, named: str) -> None:
    with pytest.raises(InputError) as raised:
        read_funnel(written(tmp_path, stage))
    problem = raised.value.problems[0]
    assert problem.code == "shortlist.field"
    for language in Language:
        said = phrase(sentences(language)[problem.code], problem.facts, language)
        assert named in said


def test_only_the_last_stage_is_joint(tmp_path: Path) -> None:
    joint = f"{VOTES}joint = true"
    assert read_funnel(written(tmp_path, joint)).stages[0].joint
    with pytest.raises(InputError):
        read_funnel(written(tmp_path, joint, joint))


def test_shares_are_exact(tmp_path: Path) -> None:
    stages = read_funnel(written(tmp_path, f'{VOTES}places = 1\nquorum = "1/3"')).stages
    assert stages[0].quorum == Fraction(1, 3)
    assert read_funnel(written(tmp_path, f"{VOTES}places = 1\nquorum = 0.1")).stages[
        0
    ].quorum == Fraction(1, 10)


@pytest.mark.parametrize(("name", "code"), [("none", "unreadable"), ("bad", "toml")])
def test_no_such_file_and_no_toml(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "bad").write_text("= 3", "utf-8")
    with pytest.raises(InputError) as raised:
        read_funnel(tmp_path / name)
    assert raised.value.problems[0].code == f"shortlist.{code}"
