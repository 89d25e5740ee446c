"""A proposal.json that somebody spoilt: refused or found wrong, never believed, never a crash."""

from __future__ import annotations

import copy
import json
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.record.document import as_json, document
from cohorts.record.read import read_document
from cohorts.record.recompute import check
from cohorts.words import Language
from tests.cohorts.small_round import small

Path_ = tuple[str | int, ...]
ODD = [math.nan, math.inf, -1, 10**30, "x", "", None, [], {}, True, 1.5, [[]], {"a": 1}]
FREE = {"status", "bound", "gap", "effort", "versions", "checked", "reproducible", "seconds"}
"""What the checker does not recompute, or says so."""


@pytest.fixture(scope="module")
def text() -> str:
    return as_json(document(small().proposal, Language.NL))


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "proposal.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "null",
        lambda _: "NaN",
        lambda _: "[]",
        lambda _: "[" * 100_000,
        lambda _: '{"seed": ' + "9" * 5000 + "}",
        lambda text: text + "x",
        lambda text: text + text,
        lambda text: text.encode("utf-16"),
        lambda text: text.replace('"seed": ', '"seed": 5, "seed": ', 1),
        lambda text: text.replace('"groups": [', '"groups": [], "groups": [', 1),
        lambda text: text.replace('"quality": ', '"quality": 1, "quality": ', 1),
    ],
)
def test_files_that_are_no_proposal(spoil: Any, text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"check\.unreadable"):
        read_document(written(tmp_path, spoil(text)))


def paths(content: Any, here: Path_ = ()) -> Iterator[Path_]:
    yield here
    inside: Any = ()
    if isinstance(content, dict | list):
        inside = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in inside:
        yield from paths(value, (*here, key))


def replaced(content: Any, path: Path_, value: Any) -> tuple[Any, Any]:
    """The content with ``value`` at ``path``, and what stood there."""
    content = copy.deepcopy(content)
    inside = content
    for key in path[:-1]:
        inside = inside[key]
    before, inside[path[-1]] = inside[path[-1]], value
    return content, before


def test_odd_values_anywhere_are_refused_or_found(text: str, tmp_path: Path) -> None:
    given, draw = small(), random.Random(1)
    content = json.loads(text)
    tried = 0
    for path in draw.sample([p for p in paths(content) if p and p[0] not in FREE], 80):
        spoilt, before = replaced(content, path, draw.choice(ODD))
        if spoilt == content and type(before) is not bool:
            continue
        tried += 1
        try:
            stated = read_document(written(tmp_path, json.dumps(spoilt)))
            report = check(stated, given.people, given.programme, relations=given.relations)
        except InputError:
            continue
        assert not report.holds, path
    assert tried > 60
