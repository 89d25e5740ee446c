"""Says a sentence: looked up by its key, filled with facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cohorts.words.language import Language
from cohorts.words.phrase import phrase
from cohorts.words.sentences import sentences

if TYPE_CHECKING:
    from cohorts.errors import Problem


def say(key: str, language: Language, /, **facts: object) -> str:
    """The sentence ``key`` in ``language``, filled in. Raises KeyError where there is none."""
    return phrase(sentences(language)[key], facts, language)


def explain(problem: Problem, language: Language, *, plainly: bool = False) -> tuple[str, str]:
    """The fault and the remedy of a problem, in words: keys ``<code>`` and ``<code>_remedy``."""
    fault = say(problem.code, language, **problem.facts)
    return fault, remedy_of(problem.code, problem.facts, language, plainly=plainly)


def remedy_of(
    code: str, facts: Mapping[str, object], language: Language, *, plainly: bool = False
) -> str:
    """What can be done: ``<code>_remedy``, or one of its own for whom it is.

    ``<code>_remedy_plain`` for whoever has no command line before them (``plainly``: the screen, a
    report), ``<code>_remedy_<kind>`` where it is about a file of that ``kind``.
    """
    own = ["plain"] if plainly else []
    keys = (f"{code}_remedy_{one}" for one in (*own, facts.get("kind")))
    key = next((key for key in keys if key in sentences(language)), f"{code}_remedy")
    return say(key, language, **facts)
