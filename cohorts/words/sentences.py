"""Looks up a sentence by its key and fills it with facts."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cohorts.words.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cohorts.errors import Problem


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """All sentences of a language: ``"<file>.<key>"`` → template for ``str.format``."""
    found: dict[str, str] = {}
    folder = files("cohorts.words") / language.value
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            subject = file.name.removesuffix(".toml")
            found |= {f"{subject}.{key}": str(text) for key, text in table.items()}
    return found


def say(key: str, language: Language, /, **facts: object) -> str:
    """The sentence ``key`` in ``language``, filled in. Raises KeyError where there is none."""
    return sentences(language)[key].format(**facts)


def explain(problem: Problem, language: Language) -> tuple[str, str]:
    """The fault and the remedy of a problem, in words: keys ``<code>`` and ``<code>_remedy``."""
    fault = say(problem.code, language, **problem.facts)
    return fault, say(f"{problem.code}_remedy", language, **problem.facts)
