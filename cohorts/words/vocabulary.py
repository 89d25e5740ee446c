"""In whose words is spoken: what a programme calls a group, a coach, a participant, a partner.

Every template says ``groep`` and ``deelnemer``. While a programme is :func:`speaking`, its own
words stand there instead, in their own plural and behind their own article: ``deze groep`` becomes
``dit team``. What is filled in (names, answers) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial

from cohorts.words.language import Language
from cohorts.words.noun import Noun, noun
from cohorts.words.sentences import sentences

Vocabulary = tuple[tuple[str, Language, str], ...]
"""(``group``, ``coach`` …; the language; what it is called), only where a programme says so."""
_SPOKEN: ContextVar[Vocabulary] = ContextVar("vocabulary", default=())

BEFORE_NEUTER = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "elke": "elk",
    "iedere": "ieder",
    "dezelfde": "hetzelfde",
    "welke": "welk",
    "onze": "ons",
}
"""Dutch words before a noun → the same before a noun with *het*."""
INDEFINITE = ("een", "één", "geen", "elke", "iedere", "welke")
"""After these an adjective before a noun with *het* has no *-e*."""
BARE = {
    "andere": "ander",
    "gewone": "gewoon",
    "willekeurige": "willekeurig",
    "nieuwe": "nieuw",
    "eerdere": "eerder",
    "kleine": "klein",
    "grote": "groot",
    "vaste": "vast",
}
"""The adjectives that stand so in our sentences → without *-e*."""


@contextmanager
def speaking(words: Mapping[str, Mapping[Language, str]]) -> Iterator[None]:
    """Within it, sentences use these words: idea → what it is called in a language."""
    token = _SPOKEN.set(vocabulary_of(words))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def speak(words: Mapping[str, Mapping[Language, str]]) -> None:
    """From here on sentences use these words, until whoever is :func:`speaking` around it ends."""
    _SPOKEN.set(vocabulary_of(words))


def vocabulary_of(words: Mapping[str, Mapping[Language, str]]) -> Vocabulary:
    """As it is kept; a word with braces or without letters would be no word in a template."""
    return tuple(
        (idea, lang, word)
        for idea, own in words.items()
        for lang, word in own.items()
        if word.strip() and not {"{", "}"} & set(word)
    )


def spoken(template: str, language: Language) -> str:
    """``template`` with the usual words replaced; what stands in braces keeps its name."""
    words = _SPOKEN.get()
    return _replaced(template, language, words) if words else template


@cache
def _replaced(template: str, language: Language, words: Vocabulary) -> str:
    for idea, of, word in words:
        if of == language:
            usual = noun(sentences(language)[f"programme.word_{idea}"], language)
            own = noun(word, language)
            if own.at != usual.at:
                template = _seat(usual, idea).sub(partial(_at, own.at), template)
            template = _pattern(usual).sub(_Replacing(usual, own), template)
    return template


@cache
def _pattern(usual: Noun) -> re.Pattern[str]:
    """The word itself, no part of another, of a file (``groups.csv``), an option or a name."""
    before = r"(?:(?P<det>\b[^\W\d]+)(?P<gap>\s+)(?:(?P<adj>[^\W\d]+)(?P<space>\s+))?)?"
    words = rf"(?P<word>{re.escape(usual.many)}|{re.escape(usual.one)})"
    return re.compile(rf"{before}(?<![\w{{\-]){words}(?![\w\-=]|\.\w|\[)", re.IGNORECASE)


@cache
def _seat(usual: Noun, idea: str) -> re.Pattern[str]:
    """*in* before the word, or before the name of one that is filled in."""
    words = rf"(?:{re.escape(usual.many)}|{re.escape(usual.one)})\b|\{{{idea}s?\}}"
    return re.compile(rf"\b(in)(?=\s+(?:[^\W\d]+\s+)?(?:{words}))", re.IGNORECASE)


def _at(at: str, found: re.Match[str]) -> str:
    return at.capitalize() if found[1][0].isupper() else at


class _Replacing:
    """What a match becomes; kept by what it depends on."""

    def __init__(self, usual: Noun, own: Noun) -> None:
        self.usual, self.own = usual, own

    def __call__(self, found: re.Match[str]) -> str:
        many = found["word"].lower() == self.usual.many.lower()
        word = self.own.many if many else self.own.one
        det, adj = found["det"] or "", found["adj"] or ""
        if self.own.neuter and not many:
            det, adj = _neuter(det, adj)
        elif not adj and not many:
            det = _article(det, word)
        if found["word"][0].isupper():
            word = word[:1].upper() + word[1:]
        return det + (found["gap"] or "") + adj + (found["space"] or "") + word


def _neuter(det: str, adj: str) -> tuple[str, str]:
    """The words before a Dutch noun, as they are before one with *het*."""
    if adj and det.lower() in INDEFINITE:
        adj = BARE.get(adj, adj)
    if adj and det.lower() not in BEFORE_NEUTER:
        return det, BEFORE_NEUTER.get(adj, adj)
    new = BEFORE_NEUTER.get(det.lower(), det)
    return (new.capitalize() if det[:1].isupper() else new), adj


def _article(det: str, word: str) -> str:
    """``a`` or ``an``, by the sound the English word begins with."""
    if det.lower() not in ("a", "an"):
        return det
    an = word[:1].lower() in "aeiou" and not word.lower().startswith(("uni", "use", "eu"))
    new = "an" if an else "a"
    return new.capitalize() if det[:1].isupper() else new
