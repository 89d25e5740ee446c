"""When two values that people wrote are the same value, and how it is then shown.

The one meaning for every rule, condition, relation, report and check. Capitals, the form of
accents, white space and a full stop behind it make no other value; an accent itself does. It is the
canonical caseless match of the Unicode standard (D145), with white space and closing signs aside.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

CLOSING = ".,;:!?…。，、；：！？"
"""Signs that close a text and say nothing of it; not those that belong to a name: C#, C++, 10%."""
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""Signs without width that programs leave in a text: soft hyphen, zero-width space, marks."""
NEAR, ALMOST = 0.6, 0.88
"""From these shares of letters in common one spelling looks like another, and is hardly another.

That of difflib: Drente and Drenthe have 0.92, Wierden and Woerden, which are two towns, 0.86.
"""
CACHED = 100_000
LONGEST = 200
"""A longer text is no value; to look for what is like it takes the square of its length."""


@lru_cache(maxsize=CACHED)
def folded(text: str) -> str:
    """A text in which only what is said counts: capitals, form of accents and white space aside."""
    letters = unicodedata.normalize("NFD", text.translate(UNSEEN)).casefold()
    return " ".join(unicodedata.normalize("NFC", letters).split())


@lru_cache(maxsize=CACHED)
def plain(text: str) -> str:
    """A value, written the one way in which it is compared: :func:`folded`, without CLOSING signs.

    What is nothing but signs stays as it is.
    """
    said = folded(text)
    return said.rstrip(CLOSING + " ") or said


def same_value(a: str, b: str) -> bool:
    """Whether two people wrote the same value."""
    return plain(a) == plain(b)


def bare(text: str) -> str:
    """As it was written, without the signs that close it; what is nothing but signs stays."""
    said = text.rstrip(CLOSING + " ")
    return said if tidy(said).rstrip(CLOSING + " ") else text


def tidy(text: str) -> str:
    """As it was written, composed and without white space that says nothing."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def spelling_of(written: Mapping[str, int]) -> Mapping[str, str]:
    """Plain value → the spelling that is shown: the commonest, in whatever order they come.

    ``written``: what people wrote → how often.

    Of spellings as common one that is neither all capitals nor all small letters, then one in small
    letters, then the first by its letters.
    """
    often: dict[str, Counter[str]] = {}
    for value, count in written.items():
        often.setdefault(plain(value), Counter())[tidy(value)] += count
    return {value: commonest(counts) for value, counts in often.items()}


def commonest(written: Mapping[str, int]) -> str:
    """Of the spellings of one value the one that is shown."""
    return min(written.items(), key=_shown_first)[0]


def _shown_first(counted: tuple[str, int]) -> tuple[int, bool, bool, str]:
    spelling, count = counted
    return (-count, spelling.isupper(), spelling.islower(), spelling)


def nearest(given: str, known: Iterable[str], *, alike: float = NEAR) -> str | None:
    """The known value that looks most like the one given; None where none is ``alike`` enough."""
    if len(given) > LONGEST:
        return None
    spelled = {plain(value): value for value in sorted(known)}
    found = get_close_matches(plain(given), sorted(spelled), n=1, cutoff=alike)
    return spelled[found[0]] if found else None
