"""The programmes from the command line: the list, one of them, one of your own."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from cohorts.programme.programme import load_programme, presets
from cohorts.words import Language
from tests.cohorts.cli.run import Run


def test_the_list_names_every_programme(run: Run) -> None:
    ran = run("programmes", "--language", "nl")
    assert ran.code == 0
    assert all(f"\n{name}: " in f"\n{ran.out}" for name in presets())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", presets())
def test_show_says_everything_about_one(name: str, language: Language, run: Run) -> None:
    told = run("programmes", "show", name, "--language", language).out
    programme = load_programme(name)
    said = [programme.title[language], programme.about[language], programme.source]
    with programme.in_own_words():
        said += [rule.title(language) for rule in programme.rules]
    said += [rule.reason[language] for rule in programme.rules]
    said += [condition.title(language) for condition in programme.conditions]
    said += [condition.reason[language] for condition in programme.conditions]
    said += [meeting.title[language] for meeting in programme.meetings]
    said += [programme.individual[language]] if programme.individual else []
    said += [str(bound) for bound in programme.groups.size]
    assert [text for text in said if text not in told] == []


def test_show_gives_the_weight_and_the_words(run: Run) -> None:
    told = run("programmes", "show", "leren-van-elkaar-familie", "--language", "nl").out
    assert "groep: kring" in told
    assert "Een gedeeld thema (eis)" in told
    assert "Hetzelfde vraagstuk (wens, gewicht 3)" in told
    assert "Provincie: Overijssel" in told


def test_show_for_machines(run: Run) -> None:
    content = json.loads(run("programmes", "show", "move2social", "--json").out)
    assert content["name"] == "move2social"
    assert content["groups"]["size"] == [9, 12]
    assert content["conditions"][0]["condition"] == "company_age"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "nothing-like-it"), "programme.unknown"),
        (("show",), "programme.no_name"),
        (("delete",), "programme.action"),
        (("new",), "programme.new_needs"),
        (("new", "--from", "spp-pilot"), "programme.new_needs"),
        (("new", "--from", "nothing-like-it", "--out", "own.toml"), "programme.unknown_preset"),
        (("new", "--from", "spp-pilot", "--out", "spp-pilot.toml"), "programme.new_name"),
        (("new", "--from", "spp-pilot", "--out", "---.toml"), "programme.new_name"),
    ],
)
def test_what_cannot_be_is_said_with_a_remedy(
    arguments: tuple[str, ...],
    code: str,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("programmes", *arguments, "--json")
    assert (ran.code, ran.error["code"]) == (2, code)
    assert ran.error["remedy"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", presets())
def test_new_is_one_of_your_own_that_loads(name: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "Onze ronde.toml"
    assert run("programmes", "new", "--from", name, "--out", file).code == 0
    text = file.read_text("utf-8")
    own, theirs = load_programme(file), load_programme(name)
    assert own.name == "onze-ronde"
    assert own.valid_until is None
    assert (own.rules, own.conditions, own.groups) == (
        theirs.rules,
        theirs.conditions,
        theirs.groups,
    )
    assert "# " in text
    assert run("programmes", "show", file, "--language", "en").code == 0


def test_new_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("mine", encoding="utf-8")
    ran = run("programmes", "new", "--from", "spp-pilot", "--out", file, "--json")
    assert (ran.code, ran.error["code"]) == (2, "programme.new_exists")
    assert file.read_text("utf-8") == "mine"


def test_new_is_written_whole_or_not_at_all(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full halfway leaves nothing behind that looks like a programme."""

    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", half)
    monkeypatch.setattr(Path, "write_text", lambda path, text, **_: half(path, text.encode()))
    ran = run("programmes", "new", "--from", "spp-pilot", "--out", tmp_path / "own.toml", "--json")
    assert (ran.code, ran.error["code"]) == (2, "compose.cannot_write")
    assert list(tmp_path.iterdir()) == []
