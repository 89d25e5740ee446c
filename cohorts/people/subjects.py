"""Which subjects of business a text is about, by the everyday words for them.

*Exporteren*, *over de grens verkopen* and *buitenlandse klanten* share no word, and are one
question. What counts stands in ``subjects.toml``: data, to be extended. A part of a sentence that
says that something is not the question (``denied.toml``) counts for nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from cohorts.people.stems import CACHED, stem, tokens

SENTENCE = re.compile(r"[.!?;\n\r|•*]+(?=\s|$)")
PART = re.compile(r"[,:()]| [-–—] ")
LISTED = 3
"""The words at most of a part that is one more of a list."""
Run = tuple[str, ...]
"""Words one after the other: each a word, a beginning (``personeel*``) or an end (``*prijs``)."""


@dataclass(frozen=True)
class Way:
    """One way to name ``subject``: all of ``runs`` in one sentence."""

    subject: str
    runs: tuple[Run, ...]


class Lexicon:
    """The ways to name each subject. Raises KeyError where a table has no ``words`` or ``runs``."""

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        self.subjects = tuple(tables)
        self._ways = [way for key, table in tables.items() for way in _ways(key, table)]
        self._runs = sorted({run for way in self._ways for run in way.runs})
        number = {run: place for place, run in enumerate(self._runs)}
        self._asked = [(w.subject, frozenset(number[r] for r in w.runs)) for w in self._ways]
        self._by_stem: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        for place, (first, *_) in enumerate(self._runs):
            by = self._by_part if "*" in first else self._by_stem
            by.setdefault(first if "*" in first else stem(first), []).append(place)
        self._by_word = lru_cache(maxsize=CACHED)(self._beginning)
        self._of_run: dict[int, list[int]] = {}
        for way, (_, runs) in enumerate(self._asked):
            for run in runs:
                self._of_run.setdefault(run, []).append(way)

    def named(self, words: Sequence[str]) -> frozenset[str]:
        """The subjects that one sentence names; ``words``: those of one sentence."""
        may = [(i, place) for i, word in enumerate(words) for place in self._by_word(word)]
        found = {place for i, place in may if self._stands(place, words, i)}
        ways = {way for run in found for way in self._of_run[run]}
        return frozenset(self._asked[way][0] for way in ways if self._asked[way][1] <= found)

    def _stands(self, place: int, words: Sequence[str], i: int) -> bool:
        """Whether a run whose beginning fits word i stands in the sentence from there on."""
        run = self._runs[place]
        return len(words) - i >= len(run) and all(map(_fits, run[1:], words[i + 1 :]))

    def _beginning(self, word: str) -> tuple[int, ...]:
        """The runs that may begin with a word."""
        by_part = (p for part, places in self._by_part.items() if _fits(part, word) for p in places)
        return (*self._by_stem.get(stem(word), ()), *by_part)


def subjects_of(text: str) -> frozenset[str]:
    """The keys of the subjects that a text is about."""
    return frozenset().union(*(lexicon().named(words) for words in meant(text)))


def meant(text: str) -> Iterator[list[str]]:
    """The words of each sentence, without its parts that say what is not the question."""
    denied, parts = _denied()
    for sentence in SENTENCE.split(text):
        kept: list[str] = []
        before = False
        for words in (w for part in PART.split(sentence) for w in _parted(tokens(part), parts)):
            # "not about staff, price or rules": what is only listed goes with what came before
            goes_on = before and len(words) <= LISTED and not parts & set(words)
            before = goes_on or bool(denied.named(words))
            kept += [] if before else words
        yield kept


def _parted(words: list[str], at: frozenset[str]) -> Iterator[list[str]]:
    """Apart before each word of ``at``, but for the last word: "export wel" is one part."""
    start = 0
    for place, word in enumerate(words):
        if word in at and place < len(words) - 1:
            yield words[start:place]
            start = place
    yield words[start:]


def _fits(said: str, word: str) -> bool:
    """Whether a word is one that a line of the lexicon names."""
    if said.endswith("*"):
        return word.startswith(said[:-1])
    if said.startswith("*"):
        return word.endswith(said[1:])
    return stem(word) == stem(said)


def _ways(subject: str, table: Mapping[str, str]) -> Iterator[Way]:
    for word in table["words"].split():
        yield Way(subject, ((word,),))
    for line in filter(None, map(str.strip, table["runs"].splitlines())):
        yield Way(subject, tuple(tuple(run.split()) for run in line.split("&")))


@cache
def lexicon() -> Lexicon:
    """The subjects that come along."""
    return Lexicon(_table("subjects.toml"))


@cache
def _denied() -> tuple[Lexicon, frozenset[str]]:
    table = _table("denied.toml")
    runs = Lexicon({"denied": {"words": "", "runs": str(table["runs"])}})
    return runs, frozenset(str(table["parts"]).split())


def _table(file: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("cohorts.people") / file).read_text("utf-8"))
