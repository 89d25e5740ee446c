"""What is literally so stands in ‘…’ in every sentence: the same value never in two kinds."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cohorts.words import Language
from tests.cohorts.words.test_plain_words import texts

PACKAGE = Path(__file__).parents[3] / "cohorts"
STRAIGHT = re.compile(r"(?:^|[\s(/])'(?!(?:s-|t )[A-Z])\S")
"""A straight quote that opens: no apostrophe (foto's, 's-Hertogenbosch), no ``--map fte='…'``."""


def said_in(value: object) -> Iterator[str]:
    """Every text in a file of words, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in said_in(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in said_in(one))


def made_in_code(file: Path) -> Iterator[int]:
    """The lines of a module that put what is filled in between straight quotes."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        parts: list[Any] = node.values if isinstance(node, ast.JoinedStr) else []
        for before, _, after in zip(parts, parts[1:], parts[2:], strict=False):
            if _ends(before) and str(getattr(after, "value", "")).startswith("'"):
                yield before.lineno


def _ends(part: Any) -> bool:
    return str(getattr(part, "value", "")).endswith("'")


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_quotes_with_straight_quotes(language: Language) -> None:
    assert [key for key, text in texts(language) if STRAIGHT.search(text)] == []


def test_no_programme_quotes_with_straight_quotes() -> None:
    files = (PACKAGE / "programme").rglob("*.toml")
    said = {f.name: said_in(tomllib.loads(f.read_text(encoding="utf-8"))) for f in files}
    assert len(said) > 10
    assert [name for name, all_ in said.items() if any(map(STRAIGHT.search, all_))] == []


def test_no_module_puts_a_fact_between_straight_quotes() -> None:
    """Texts for a database are no sentences."""
    files = [f for f in PACKAGE.rglob("*.py") if (PACKAGE / "store") not in f.parents]
    assert {f.name: lines for f in files if (lines := list(made_in_code(f)))} == {}


def test_what_counts_as_a_straight_quote() -> None:
    assert STRAIGHT.search("all members name '{theme}'")
    assert STRAIGHT.search("'None' comes first")
    assert not STRAIGHT.search("the programme's, foto's of 's-Hertogenbosch en 't Lokaal")
    assert not STRAIGHT.search("For instance --map fte='Number of people'.")
