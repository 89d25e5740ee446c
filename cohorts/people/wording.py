"""How alike short texts are: TF-IDF over words and over pieces of words.

Pieces of words (3 to 5 letters) are needed for Dutch compounds: "personeelstekort" and "tekort
aan personeel" share no word. There is no safe threshold: it is a wish, never a demand.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.resources import files
from math import log
from typing import Any

import numpy as np

from cohorts.people.values import folded
from solver.quantise import FloatArray

WORD = r"(?u)\b[^\W\d_]{3,}\b"
SENTENCE_ENDS = ".!?:;\n\r\t-•*"
SHORTEST = 4
"""The letters of a word that may name a subject."""


class Wording:
    """What everybody wrote: how alike the texts are, and which words mark some of them out.

    Capitals, the form of accents and white space make no other word.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)
        self._written: dict[str, str] = {}

    @cached_property
    def likeness(self) -> FloatArray:
        """(n, n), see :func:`cosines`."""
        return cosines(self.texts)

    def shared_words(self, texts: Sequence[str], most: int = 4) -> tuple[str, ...]:
        """The words that mark ``texts`` out from all: in at least two of them, tellingly often.

        First those that different texts share: a sentence that was copied says less. Short words,
        words that name no subject and words in more than half of all texts are left out.
        """
        index, idf = self._weights
        said = [set(_words_of(folded(text))) & index.keys() for text in texts]
        counts = Counter(word for words in said for word in words)
        different = Counter(
            word for words in {frozenset(words) for words in said} for word in words
        )
        often = _idf(len(self.texts) / 2, len(self.texts))
        telling = [
            (-(different[w] - 1) * idf[index[w]], -(c - 1) * idf[index[w]], w)
            for w, c in counts.items()
            if c > 1 and idf[index[w]] >= often and _names_something(w)
        ]
        return tuple(self._as_written(word) for *_, word in sorted(telling)[:most])

    @cached_property
    def _weights(self) -> tuple[dict[str, int], FloatArray]:
        """Word → its place, and the weight at each place."""
        vectorizer = _tfidf()(analyzer=_words_of)
        try:
            vectorizer.fit(list(map(folded, self.texts)))
        except ValueError:  # not one word in any text
            return {}, np.empty(0)
        return dict(vectorizer.vocabulary_), vectorizer.idf_

    def _as_written(self, word: str) -> str:
        """With the capitals people mostly give it, not counting the first word of a sentence."""
        if word not in self._written:
            self._written[word] = _mostly(word, self.texts)
        return self._written[word]


def cosines(texts: Sequence[str]) -> FloatArray:
    """(n, n) cosine likeness 0 … 1, symmetric, NaN in rows and columns of an empty text."""
    texts = [folded(text) for text in texts]
    known = [i for i, text in enumerate(texts) if text]
    table = np.full((len(texts), len(texts)), np.nan)
    if not known:
        return table
    vectors = _vectors([texts[i] for i in known])
    likeness = np.asarray((vectors @ vectors.T).todense())
    likeness = np.clip((likeness + likeness.T) / 2, 0.0, 1.0)
    table[np.ix_(known, known)] = np.round(likeness, 9)
    return table


def _vectors(texts: Sequence[str]) -> Any:
    """One row a text; words and pieces weigh the same, a row has length 1."""
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415 - see _tfidf

    parts = []
    for vectorizer in (
        _tfidf()(
            token_pattern=WORD,
            ngram_range=(1, 2),
            sublinear_tf=True,
            stop_words=sorted(stop_words()),
        ),
        _tfidf()(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
    ):
        try:
            parts.append(vectorizer.fit_transform(texts) * np.sqrt(0.5))
        except ValueError:  # not one word in any text
            continue
    return csr_matrix(hstack(parts)) if parts else csr_matrix((len(texts), 1))


def _mostly(word: str, texts: Sequence[str]) -> str:
    """The form in which a word mostly occurs within sentences."""
    forms: Counter[str] = Counter()
    for text in (unicodedata.normalize("NFC", text) for text in texts):
        for found in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            before = text[: found.start()].rstrip(" \"'(")
            if before and before[-1] not in SENTENCE_ENDS:
                forms[found[0]] += 1
    # of two forms that occur as often, the one in small letters
    return max(sorted(forms, reverse=True), key=lambda form: forms[form], default=word)


def _names_something(word: str) -> bool:
    return len(word) >= SHORTEST and word not in empty_words()


def _idf(documents: float, n: int) -> float:
    """The weight of a word in so many of n texts (the smoothed one of scikit-learn)."""
    return log((1 + n) / (1 + documents)) + 1


def _words_of(text: str) -> list[str]:
    found: list[str] = _analyser()(text)
    return found


@cache
def _tfidf() -> Any:
    """Scikit-learn takes seconds to import: only whoever compares texts waits for it."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - see above

    return TfidfVectorizer


@cache
def _analyser() -> Any:
    return _tfidf()(token_pattern=WORD, stop_words=sorted(stop_words())).build_analyzer()


@cache
def stop_words() -> frozenset[str]:
    """Dutch and English words that say nothing about a subject."""
    return _word_list("stop_words.toml")


@cache
def empty_words() -> frozenset[str]:
    """Dutch and English words that count where texts are compared, but name no subject."""
    return _word_list("empty_words.toml")


def _word_list(file: str) -> frozenset[str]:
    table = tomllib.loads((files("cohorts.words") / file).read_text("utf-8"))
    return frozenset(word for words in table.values() for word in words.split())
