"""How alike short texts are: by the subjects they name, and by their words and pieces of words.

Subjects first: *exporteren* and *over de grens verkopen* share no word. Pieces of words (3 to 5
letters) are needed for Dutch compounds: *personeelstekort* and *tekort aan personeel*. What many
wrote in the same words counts for less (:mod:`cohorts.people.copied`). There is no safe threshold:
it is a wish, never a demand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from cohorts.people.copied import copies
from cohorts.people.sparse_rows import SparseRows, spans, starts
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
    said = _said(rows)
    words, parts = _tf_idf(_stems(said), len(rows)), _tf_idf(_pieces(said), len(rows))
    return words.beside(parts, np.sqrt(0.5))


@dataclass(frozen=True)
class Said:
    """Everything all texts say, one after the other.

    ``row``: (k,) of which text each is; ``what``: (k,) which of ``features`` it is, each of which
    stands there once; ``weight``: (k,).
    """

    row: IntArray
    what: IntArray
    weight: FloatArray
    features: Sequence[str]


def _said(rows: Sequence[Weighed]) -> Said:
    """Each word of each text in their order."""
    number: dict[str, int] = {}
    what = [number.setdefault(word, len(number)) for row in rows for word, _ in row]
    return Said(
        np.repeat(np.arange(len(rows)), np.array([len(row) for row in rows], dtype=np.int64)),
        np.array(what, dtype=np.int64),
        np.array([weight for row in rows for _, weight in row], dtype=np.float64),
        list(number),
    )


def _tf_idf(said: Said, texts: int) -> SparseRows:
    """Weight × (1 + ln count) × (ln((1 + n) / (1 + texts with it)) + 1), of length 1.

    What stands in a text several times has the largest of its weights.
    """
    width = len(said.features)
    place = np.empty(width, dtype=np.int64)
    place[np.array(sorted(range(width), key=said.features.__getitem__), dtype=np.int64)] = (
        np.arange(width)
    )
    key = said.row * width + place[said.what]
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    row, column = np.divmod(key[order[first]], max(width, 1))
    count = np.diff(first, append=key.size).astype(np.float64)
    lengths = np.bincount(row, minlength=texts).astype(np.int64)
    some = int(np.count_nonzero(lengths))  # who said nothing makes no word rarer
    often = np.bincount(column, minlength=width)
    value = (1 + np.log(count)) * (np.log((1 + some) / (1 + often)) + 1)[column]
    as_said = np.argsort(order[first])
    squares = np.bincount(row[as_said], weights=value[as_said] ** 2, minlength=texts)
    weight = np.maximum.reduceat(said.weight[order], first) if first.size else said.weight
    return SparseRows(starts(lengths), column, weight * value / np.sqrt(squares)[row], width)


def _stems(said: Said) -> Said:
    """Each word without its endings, and then each two in a row."""
    number: dict[str, int] = {}
    stems = np.array(
        [number.setdefault(stem(word), len(number)) for word in said.features], dtype=np.int64
    )
    what, names = stems[said.what], list(number)
    pair = np.flatnonzero(said.row[1:] == said.row[:-1])
    both, which = np.unique(what[pair] * len(names) + what[pair + 1], return_inverse=True)
    row = np.concatenate([said.row, said.row[pair]])
    order = np.argsort(row, kind="stable")
    return Said(
        row[order],
        np.concatenate([what, len(names) + which])[order],
        np.concatenate([said.weight, np.minimum(said.weight[pair], said.weight[pair + 1])])[order],
        [*names, *(f"{names[a]} {names[b]}" for a, b in (divmod(k, len(names)) for k in both))],
    )


def _pieces(said: Said) -> Said:
    number: dict[str, int] = {}
    of = [[number.setdefault(p, len(number)) for p in pieces(word)] for word in said.features]
    start = starts(np.array([len(one) for one in of], dtype=np.int64))
    flat = np.array([piece for one in of for piece in one], dtype=np.int64)
    many = np.diff(start)[said.what]
    return Said(
        np.repeat(said.row, many),
        flat[spans(start[said.what], many)],
        np.repeat(said.weight, many),
        list(number),
    )


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
