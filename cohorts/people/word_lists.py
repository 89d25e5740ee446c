"""Words that say nothing of a subject, Dutch and English, from lists in ``cohorts/words``."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from cohorts.people.stems import CACHED, stem, tokens

SHORTEST = 4
"""The letters of a word that may name a subject."""


@cache
def stop_words() -> frozenset[str]:
    """Words that do not even count where texts are compared."""
    return _word_list("stop_words.toml") | _word_list("function_words.toml")


@cache
def empty_words() -> frozenset[str]:
    """Words that count where texts are compared, but name no subject."""
    return _word_list("empty_words.toml")


@lru_cache(maxsize=CACHED)
def says_nothing(word: str) -> bool:
    """Whether a word (one of ``stems.tokens``) is left out where texts are compared."""
    return len(word) == 1 or word.isdigit() or word in stop_words()


@lru_cache(maxsize=CACHED)
def names_something(word: str) -> bool:
    """Whether a word may stand for what texts share: none that says nothing in any form."""
    return len(word) >= SHORTEST and not word.isdigit() and stem(word) not in _nameless()


@cache
def _nameless() -> frozenset[str]:
    return frozenset(stem(word) for word in stop_words() | empty_words())


def _word_list(file: str) -> frozenset[str]:
    table = tomllib.loads((files("cohorts.words") / file).read_text("utf-8"))
    return frozenset(token for words in table.values() for token in tokens(words))
