"""Says a sentence: looked up by its key, filled with facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cohorts.words.language import Language
from cohorts.words.phrase import phrase
from cohorts.words.sentences import sentences

if TYPE_CHECKING:
    from cohorts.errors import Problem


def say(key: str, language: Language, /, **facts: object) -> str:
    """The sentence ``key`` in ``language``, filled in. Raises KeyError where there is none."""
    return phrase(sentences(language)[key], facts, language)


def explain(problem: Problem, language: Language) -> tuple[str, str]:
    """The fault and the remedy of a problem, in words: keys ``<code>`` and ``<code>_remedy``.

    Where it is about a file and its ``kind`` has a remedy of its own, that is
    ``<code>_remedy_<kind>``.
    """
    fault = say(problem.code, language, **problem.facts)
    of_kind = f"{problem.code}_remedy_{problem.facts.get('kind')}"
    known = of_kind in sentences(language)
    key = of_kind if known else f"{problem.code}_remedy"
    return fault, say(key, language, **problem.facts)
