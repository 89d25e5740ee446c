"""The words by which some texts are marked out from all: what they share, as people wrote it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

from cohorts.people.stems import stem, tokens
from cohorts.people.word_lists import names_something, says_nothing

WRITTEN = re.compile(r"[^\W_]+")
SENTENCE_ENDS = ".!?:;\n\r\t-•*"


class Wording:
    """What everybody wrote, and which words mark some of them out.

    Capitals, accents, white space and endings make no other word.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def said(self) -> tuple[frozenset[str], ...]:
        """Of each text the words that may name a subject, without their endings."""
        return tuple(
            frozenset(stem(w) for w in words if names_something(w)) for words in self._words
        )

    def telling(self, rows: Sequence[int]) -> list[tuple[str, tuple[int, ...]]]:
        """The words that mark these texts out: in two of them, and in at most half of all.

        Word → the rows that have it; first what most have, then what is rarest in all.
        """
        counts = Counter(word for i in rows for word in self.said[i])
        told = [
            (-count, self._idf_negated(word), word)
            for word, count in counts.items()
            if count > 1 and 2 * self._often[word] <= len(self.texts)
        ]
        return [
            (self.as_written(word), tuple(i for i in rows if word in self.said[i]))
            for *_, word in sorted(told)
        ]

    def as_written(self, word: str) -> str:
        """In the form people mostly write it; capitals of the first word of a sentence aside."""
        return self._mostly.get(word, word)

    @cached_property
    def _mostly(self) -> dict[str, str]:
        """Every word → the form in which it mostly occurs."""
        return {word: _mostly(*forms) for word, forms in _forms(self.texts).items()}

    @cached_property
    def _words(self) -> tuple[list[str], ...]:
        return tuple([w for w in tokens(text) if not says_nothing(w)] for text in self.texts)

    @cached_property
    def _often(self) -> Counter[str]:
        """Word → in how many texts."""
        return Counter(word for one in self.said for word in one)

    def _idf_negated(self, word: str) -> float:
        return -log((1 + len(self.texts)) / (1 + self._often[word]))


def _forms(texts: Iterable[str]) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Word without its endings → how often it occurs in which form, within sentences and first."""
    found: dict[str, tuple[Counter[str], Counter[str]]] = {}
    stems: dict[str, str | None] = {}
    for text in (unicodedata.normalize("NFC", text) for text in texts):
        end = 0
        for match in WRITTEN.finditer(text):
            form, before, is_first = match[0], text[end : match.start()].rstrip(" \"'("), end == 0
            end = match.end()
            if form not in stems:
                parts = tokens(form)
                stems[form] = stem(parts[0]) if len(parts) == 1 else None
            if (word := stems[form]) is None:
                continue
            starts = before[-1] in SENTENCE_ENDS if before else is_first
            within, first = found.setdefault(word, (Counter(), Counter()))
            (first if starts else within)[form.casefold() if starts else form] += 1
    return found


def _mostly(within: Counter[str], first: Counter[str]) -> str:
    """The form that occurs most; within sentences where it does."""
    forms = within or first
    # of two forms that occur as often, the one in small letters
    return max(sorted(forms, reverse=True), key=lambda form: forms[form])
