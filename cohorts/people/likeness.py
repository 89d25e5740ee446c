"""How alike short texts are: by the subjects they name, and by their words and pieces of words.

Subjects first: *exporteren* and *over de grens verkopen* share no word. Pieces of words (3 to 5
letters) are needed for Dutch compounds: *personeelstekort* and *tekort aan personeel*. What many
wrote in the same words counts for less (:mod:`cohorts.people.copied`). There is no safe threshold:
it is a wish, never a demand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from cohorts.people.copied import copies
from cohorts.people.sparse_rows import SparseRows, starts
from cohorts.people.stems import CACHED, stem, tokens
from cohorts.people.subjects import SENTENCE, lexicon, subjects_of
from cohorts.people.word_lists import says_nothing
from solver.quantise import BoolArray, FloatArray, IntArray

OF_SUBJECTS = 0.6
"""The part of the subjects where two short texts both name one; the rest is that of the words."""
BRIEF = 10
"""A text of more words that say something names subjects in passing: they count for less there."""
PIECES = (3, 4, 5)
DIGITS = 9


class TextLikeness:
    """What everybody wrote, and how alike that is; capitals, accents and endings aside.

    ``texts``: own words; ``values``: what else everybody has, which many have in common by nature.
    """

    def __init__(self, texts: Sequence[str], values: Sequence[Sequence[str]] = ()) -> None:
        values = values or [()] * len(texts)
        written = [[tokens(s) for s in SENTENCE.split(text)] for text in texts]
        often = copies(written)
        self.known: BoolArray = np.array(
            [bool(text.strip()) or bool(v) for text, v in zip(texts, values, strict=True)], bool
        )
        rows = [
            [*_weighed(sentences, counts), *_weighed([tokens(v) for v in more])]
            for sentences, counts, more in zip(written, often, values, strict=True)
        ]
        self.subjects = [
            _subjects(text, sentences, counts) | frozenset().union(*map(_of_value, more))
            for text, sentences, counts, more in zip(texts, written, often, values, strict=True)
        ]
        self._words = _vectors(rows)
        self._subjects = _subject_vectors(self.subjects)
        self._part = np.array(
            [
                np.sqrt(OF_SUBJECTS) * min(1.0, BRIEF / max(len(row), 1)) * bool(named)
                for row, named in zip(rows, self.subjects, strict=True)
            ]
        )

    def between(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """(rows, columns) likeness 0 … 1 of these with those, NaN where either wrote nothing."""
        words, subjects = (
            table.taken(rows).dots(table.taken(columns)) for table in (self._words, self._subjects)
        )
        part = self._part[rows][:, None] * self._part[columns][None, :]
        both = part * subjects + (1 - part) * words
        like: FloatArray = np.round(np.clip(both, 0.0, 1.0), DIGITS)
        like[~(self.known[rows][:, None] & self.known[columns][None, :])] = np.nan
        return np.asarray(like)


def cosines(texts: Sequence[str]) -> FloatArray:
    """(n, n) likeness of the words alone 0 … 1, symmetric, NaN where a text is empty."""
    vectors = _vectors([_weighed([tokens(text)]) for text in texts])
    both = vectors.dots(vectors)
    middle = np.clip((both + both.T) / 2, 0.0, 1.0)
    like: FloatArray = np.asarray(np.round(middle, DIGITS), dtype=np.float64)
    known = np.array([bool(text.strip()) for text in texts], dtype=bool)
    like[~(known[:, None] & known[None, :])] = np.nan
    return np.asarray(like)


Weighed = list[tuple[str, float]]
"""The words of a text that say something, with the weight of each."""


def _weighed(
    sentences: Sequence[Sequence[str]], counts: Sequence[Sequence[int]] | None = None
) -> Weighed:
    counts = counts or [[1] * len(words) for words in sentences]
    return [
        (word, 1 / float(np.sqrt(k)))
        for words, of_words in zip(sentences, counts, strict=True)
        for word, k in zip(words, of_words, strict=True)
        if not says_nothing(word)
    ]


def _subjects(
    text: str, sentences: Sequence[Sequence[str]], counts: Sequence[Sequence[int]]
) -> frozenset[str]:
    """What the text is about beyond what was copied; what was copied where there is no more."""
    own = [
        [word for word, k in zip(words, of_words, strict=True) if k < TEMPLATE]
        for words, of_words in zip(sentences, counts, strict=True)
    ]
    everything = subjects_of(text)
    if own == list(map(list, sentences)):
        return everything
    beyond = everything & frozenset().union(*map(lexicon().named, own))
    return beyond or everything


TEMPLATE = 3
"""What so many wrote in the same words was no choice of words of theirs."""


@lru_cache(maxsize=CACHED)
def _of_value(value: str) -> frozenset[str]:
    return lexicon().named(tokens(value))


def _vectors(rows: Sequence[Weighed]) -> SparseRows:
    """One row a text; words and pieces count for half each; length 1 where nothing was copied."""
    words, parts = _tf_idf(rows, _stems), _tf_idf(rows, _pieces)
    return words.beside(parts, np.sqrt(0.5))


def _tf_idf(
    rows: Sequence[Weighed], of: Callable[[Weighed], Iterable[tuple[str, float]]]
) -> SparseRows:
    """Weight × (1 + ln count) × (ln((1 + n) / (1 + texts with it)) + 1), of length 1."""
    found = [_counted(of(row)) for row in rows]
    number = {f: i for i, f in enumerate(sorted({f for one in found for f in one}))}
    size = sum(map(len, found))
    column = np.fromiter((number[f] for one in found for f in one), dtype=np.int64, count=size)
    count = np.fromiter((c for one in found for c, _ in one.values()), dtype=float, count=size)
    weight = np.fromiter((w for one in found for _, w in one.values()), dtype=float, count=size)
    start = starts(np.array([len(one) for one in found], dtype=np.int64))
    texts = np.bincount(column, minlength=len(number))
    said = sum(map(bool, found))  # who said nothing makes no word rarer
    value = (1 + np.log(count)) * (np.log((1 + said) / (1 + texts)) + 1)[column]
    row = np.repeat(np.arange(len(rows)), np.diff(start))
    length = np.sqrt(np.bincount(row, weights=value**2, minlength=len(rows)))
    values = weight * value / length[row]
    order = np.lexsort((column, row))
    return SparseRows(start, column[order], values[order], len(number))


def _counted(features: Iterable[tuple[str, float]]) -> dict[str, tuple[int, float]]:
    """Feature → how often, and the largest weight."""
    found: dict[str, tuple[int, float]] = {}
    for feature, weight in features:
        count, most = found.get(feature, (0, 0.0))
        found[feature] = (count + 1, max(most, weight))
    return found


def _stems(row: Weighed) -> Iterable[tuple[str, float]]:
    """Each word without its endings, and each two in a row."""
    stems = [(stem(word), weight) for word, weight in row]
    return [*stems, *((f"{a} {b}", min(v, w)) for (a, v), (b, w) in pairwise(stems))]


def _pieces(row: Weighed) -> Iterable[tuple[str, float]]:
    return ((piece, weight) for word, weight in row for piece in pieces(word))


@lru_cache(maxsize=CACHED)
def pieces(word: str) -> tuple[str, ...]:
    """Pieces of 3 to 5 letters of a word with a space on both sides; a short one whole, once."""
    padded = f" {word} "
    found = [padded[i : i + size] for size in PIECES for i in range(len(padded) - size + 1)]
    return tuple(found) or (padded,)


def _subject_vectors(subjects: Sequence[frozenset[str]]) -> SparseRows:
    """Dot of two rows: over the subjects of both, 1 − the share that names it; over √(a × b).

    ``a`` and ``b``: how many subjects each names.
    """
    number = {key: i for i, key in enumerate(lexicon().subjects)}
    named = Counter(key for one in subjects for key in one)
    some = max(sum(map(bool, subjects)), 1)
    root = {key: np.sqrt(1 - named[key] / some) for key in number}
    return SparseRows.of(
        [[(number[key], root[key] / np.sqrt(len(one))) for key in one] for one in subjects],
        len(number),
    )
