"""How a programme says that standing comes first, and what is wrong with a margin alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.programme.frozen import frozen
from cohorts.programme.programme import load_programme, presets
from cohorts.reports.by_standing import asked_of_standing
from cohorts.round.merit import Standing
from cohorts.words import Language
from cohorts.words.speech import explain

TOML = """
schema_version = 1
name = "proef"
title = {nl = "Proef", en = "Trial"}
[groups]
size = [3, 5]
target = 4
{lines}
[[rules]]
rule = "merit"
"""


def written(tmp_path: Path, lines: str) -> Path:
    path = tmp_path / "programme.toml"
    path.write_text(TOML.replace("{lines}", lines), "utf-8")
    return path


def test_weighed_is_usual_and_left_out_of_what_is_kept(tmp_path: Path) -> None:
    """So a proposal that was made before anybody could say it keeps its fingerprint."""
    programme = load_programme(written(tmp_path, ""))
    assert programme.groups.standing is Standing.WEIGHED
    assert frozen(programme)["groups"] == {"size": [3, 5], "target": 4}


@pytest.mark.parametrize("lines", ["margin = 2", 'standing = "weighed"\nmargin = 2'])
def test_a_margin_without_standing_first_names_its_field(tmp_path: Path, lines: str) -> None:
    with pytest.raises(InputError) as caught:
        load_programme(written(tmp_path, lines))
    (problem,) = caught.value.problems
    said = " ".join(explain(problem, Language.NL))
    assert "margin" in said
    assert 'standing = "first"' in said


def test_the_committee_decides_in_move2social_and_selection_is_one_with_fit_in_the_challenge() -> (
    None
):
    first = {name for name in presets() if load_programme(name).groups.standing is Standing.FIRST}
    assert first == {"move2social"}


def test_circles_only_where_the_programme_has_them() -> None:
    circles = {name for name in presets() if load_programme(name).groups.circles}
    assert circles == {"leren-van-elkaar-familie", "leren-van-elkaar-innovatie"}


def test_a_margin_is_said_in_points(tmp_path: Path) -> None:
    groups = load_programme(written(tmp_path, 'standing = "first"\nmargin = 2')).groups
    assert "hoogstens 2 punten lager" in asked_of_standing(groups, Language.NL)
    assert "at most 2 points lower" in asked_of_standing(groups, Language.EN)
