"""Every text of a programme, whatever stands in it: read, or refused with its line and a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.forms.field import LONGEST_TEXT
from cohorts.programme.programme import Programme, load_programme
from cohorts.words import Language, explain

TEXTS = (
    "title",
    "about",
    "individual",
    "meetings.title",
    "conditions.reason",
    "conditions.called",
    "conditions.who",
    "rules.reason",
    "words.group",
    "words.coach",
    "words.participant",
    "words.partner",
)
MUST_TELL = {"title", "meetings.title"}
WHOLE = """schema_version = 1
name = "proef"
title = <title>
about = <about>
individual = <individual>
groups = {size = [3, 5], target = 4}
[words]
group = <words.group>
coach = <words.coach>
participant = <words.participant>
partner = <words.partner>
[[meetings]]
title = <meetings.title>
after_weeks = 1
hours = 3
[[conditions]]
condition = "statement"
field = "akkoord"
called = <conditions.called>
who = <conditions.who>
reason = <conditions.reason>
[[rules]]
rule = "comparable"
field = "fte"
reason = <rules.reason>
"""
LINE = {
    text: number
    for number, line in enumerate(WHOLE.splitlines(), 1)
    for text in TEXTS
    if f"<{text}>" in line
}


def written(folder: Path, **given: str) -> Path:
    """A programme whose texts are in one language, but for those that are given."""
    toml = WHOLE
    for text in TEXTS:
        toml = toml.replace(f"<{text}>", given.get(text, '{nl = "Eigen"}'))
    path = folder / "programme.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def said_in(programme: Programme) -> Iterator[Mapping[Language, str]]:
    """All texts per language that are no words."""
    yield from (programme.title, programme.about, programme.individual)
    yield from (meeting.title for meeting in programme.meetings)
    for one in (*programme.conditions, *programme.rules):
        given: dict[str, Any] = {name: getattr(one, name) for name in type(one).model_fields}
        yield from (value for value in given.values() if isinstance(value, dict))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_in_one_language_is_said_in_every(language: str, tmp_path: Path) -> None:
    only = dict.fromkeys(TEXTS, f'{{{language} = "Eigen"}}')
    programme = load_programme(written(tmp_path, **only))
    found = list(said_in(programme))
    assert len(found) == len([text for text in TEXTS if not text.startswith("words")])
    assert {said[one] for said in found for one in Language} == {"Eigen"}


@pytest.mark.parametrize("text", sorted(MUST_TELL))
@pytest.mark.parametrize("blank", ["{}", '{nl = ""}', '{nl = " \\t"}', '{nl = "x", en = " "}'])
def test_a_title_tells_something(text: str, blank: str, tmp_path: Path) -> None:
    refused(written(tmp_path, **{text: blank}), text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "bad", ["3", "[1]", "true", "{nl = 3}", "{nl = [1]}", '{xx = "x"}', "2026-09-01"]
)
def test_a_text_is_a_text(text: str, bad: str, tmp_path: Path) -> None:
    refused(written(tmp_path, **{text: bad}), text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("sign", ["\\u0000", "\\u001B", "\\u202E", "x" * (LONGEST_TEXT + 1)])
def test_a_text_can_be_read(text: str, sign: str, tmp_path: Path) -> None:
    refused(written(tmp_path, **{text: f'{{nl = "a{sign}b"}}'}), text)


def refused(path: Path, text: str) -> None:
    """With the line of the text, or of the table it is in, and what to do in both languages."""
    with pytest.raises(InputError) as error:
        load_programme(path)
    (problem, *_) = error.value.problems
    assert problem.place == f"{path}:{LINE[text]}"
    for language in Language:
        fault, remedy = explain(problem, language)
        assert fault
        assert remedy
        assert len(fault) < 300
