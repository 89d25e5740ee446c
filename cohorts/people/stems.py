"""A word without its endings, so that one word in many forms is one word.

By the stemmers of the Snowball project: Dutch (Kraaij and Pohlmann 1994) and then English (Porter
2001), for people mix the two and a word does not say of which language it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from cohorts.people.values import folded

TOKEN = re.compile(r"[^\W_]+")
VERB = re.compile("eert?$")
"""What the Dutch stemmer leaves of *exporteert* and *geexporteerd*, but not of *exporteren*."""
CACHED = 200_000
EXACT = 3
"""A word of so many letters is only that very word: ai, erp, hr."""


def tokens(text: str) -> list[str]:
    """The words of a text in their order, without capitals and accents."""
    return TOKEN.findall(_bare(folded(text)))


@lru_cache(maxsize=CACHED)
def stem(word: str) -> str:
    """The word without its endings; ``word``: one of :func:`tokens`."""
    if len(word) <= EXACT:
        return word
    dutch, english = _stemmers()
    return str(english.stemWord(VERB.sub("er", dutch.stemWord(word))))


def _bare(text: str) -> str:
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if not unicodedata.combining(c))


@cache
def _stemmers() -> tuple[Any, Any]:
    import snowballstemmer  # noqa: PLC0415 - only whoever compares texts waits for it

    return snowballstemmer.stemmer("dutch"), snowballstemmer.stemmer("english")
