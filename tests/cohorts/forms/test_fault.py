"""Why a file of ours cannot be read is said in both languages, never in a parser's words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.forms.fault import fault_of
from cohorts.intake.fields.field_map import load_map
from cohorts.programme.programme import load_programme
from cohorts.record.read import read_document
from cohorts.words import Language, explain

TOML = (
    (b"\xff\xfe[fields]", "UTF-8", "UTF-8"),
    (b'[fields]\nfte = "Personeel"\nname = "Na', "midden in iets", "in the middle"),
    (b"schema_version = 1\n\nx == 2\n", "regel 3", "line 3"),
    (b"x = [1, 2", "houdt midden in iets op", "ends in the middle"),
    (b"[fields]\nfte = 'a'\nfte = 'b'", "op de laatste regel", "on the last line"),
    (b"x = " + b"9" * 5000, "veel te lang", "far too long"),
    (b"[fields]\nfte = 3\n", "fields.fte", "fields.fte"),
)
JSON = (
    (b"", "regel 1", "line 1"),
    (b'{"seed":\n\n 1,, }', "regel 3", "line 3"),
    (b"\xc3\x28", "UTF-8", "UTF-8"),
    (b"[]", "geen voorstel", "no proposal"),
    (b'{"seed": 1, "seed": 2}', "‘seed’ staat er twee keer", "‘seed’ stands in it twice"),
)
OFTEN = {"EACCES", "EPERM", "ENOENT", "ENOSPC", "EROFS", "ELOOP", "ENAMETOOLONG", "ENOTDIR"}
PARSERS = ("codec", "Expecting", "column", "Invalid", "Input should", "<class")


@pytest.mark.parametrize(("content", "dutch", "english"), TOML)
def test_a_map(content: bytes, dutch: str, english: str, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        load_map(path)
    held(error.value, dutch, english)


@pytest.mark.parametrize(("content", "dutch", "english"), TOML[1:5])
def test_a_programme(content: bytes, dutch: str, english: str, tmp_path: Path) -> None:
    path = tmp_path / "programme.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        load_programme(path)
    held(error.value, dutch, english)


@pytest.mark.parametrize(("content", "dutch", "english"), JSON)
def test_a_proposal(content: bytes, dutch: str, english: str, tmp_path: Path) -> None:
    path = tmp_path / "proposal.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        read_document(path)
    held(error.value, dutch, english)


def held(error: InputError, dutch: str, english: str) -> None:
    for language, wanted in ((Language.NL, dutch), (Language.EN, english)):
        fault, remedy = explain(error.problems[0], language)
        assert wanted in fault
        assert remedy
        assert not any(word in fault for word in PARSERS), fault


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_a_fault_of_the_system_is_told_in_the_language(number: int) -> None:
    """What can go wrong with a file that somebody names; others keep the system's own words."""
    theirs = os.strerror(number)
    told = fault_of(OSError(number, theirs))
    assert set(told) == set(Language)
    if errno.errorcode[number] in OFTEN:
        assert len({*told.values(), theirs}) == len(Language) + 1
