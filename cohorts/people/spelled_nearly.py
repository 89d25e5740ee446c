"""Names that look like a name: without the article, one slip of the hand away, or half of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cohorts.people.activity import trade_words
from cohorts.people.person_name import one_slip

LITTLE = frozenset(
    {"de", "het", "een", "t", "the", "en", "and", "und", "of", "van", "in", "te", "uit"}
    | {"vd", "fam", "familie", "family"}
)
"""Words that people leave out of a name, or put in."""
ENDINGS = frozenset({"nl", "com", "eu", "be", "org", "net", "www", "http", "https"})
"""Parts of an address on the web."""
ENDS_ALIKE = (("zonen", "zn"), ("zoon", "zn"), ("gebroeders", "gebr"), ("company", "co"))
LONG = 5
TELLING = 3
"""The letters of a word that can tell a company by itself, if it does not say what it does."""
SHORTEST = 4
"""The letters of a name, without signs between words, of which one may be a slip of the hand."""
SHARED_BY = 2
"""A word in the names of more companies than this tells none of them: bouw, advies, Zwolle."""


def loosely(key: str) -> tuple[str, ...]:
    """The words of a name that count, each in its short form."""
    short = dict(ENDS_ALIKE)
    words = (short.get(word, word) for word in key.split() if word not in LITTLE | ENDINGS)
    return tuple(words)


class Nearly:
    """Names of companies (key, sign, places), looked up by what is like them."""

    def __init__(self, named: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        self._joined: dict[str, set[str]] = {}
        self._slips: dict[str, set[str]] = {}
        self._with: dict[str, set[tuple[tuple[str, ...], str, frozenset[str]]]] = {}
        for key, sign, places in named:
            words = loosely(key)
            for joined in _joined(key):
                if joined not in self._joined:
                    for less in _one_less(joined):
                        self._slips.setdefault(less, set()).add(joined)
                self._joined.setdefault(joined, set()).add(sign)
            whereabouts = frozenset(word for place in places for word in place.split())
            for word in words:
                self._with.setdefault(word, set()).add((words, sign, whereabouts))

    def like(self, key: str) -> set[str]:
        """The signs of those that are like it: the first way in which any is."""
        words = loosely(key)
        written = _joined(key)
        alike = {sign for joined in written for sign in self._joined.get(joined, ())}
        slips = alike or {sign for joined in written for sign in self._one_slip(joined)}
        return slips or self._in_part(words)

    def _one_slip(self, joined: str) -> set[str]:
        near = {other for less in _one_less(joined) for other in self._slips.get(less, ())}
        close = (other for other in near if one_slip(joined, other))
        return {sign for other in close for sign in self._joined[other]}

    def _in_part(self, words: tuple[str, ...]) -> set[str]:
        """Those of which one name holds the other, with a word in it that tells; places aside."""
        found: set[str] = set()
        for word in dict.fromkeys(words):
            holding = self._with.get(word, set())
            tells = len(word) >= TELLING and word not in trade_words()
            if not tells or len({sign for _, sign, _ in holding}) > SHARED_BY:
                continue
            found |= {sign for own, sign, where in holding if _holds(words, own, where, word)}
        return found


def _holds(
    words: tuple[str, ...], own: tuple[str, ...], where: frozenset[str], telling: str
) -> bool:
    """Whether all of one is in the other; of what is more, at most as much as what is shared.

    A text that holds a whole name of several words, or a long one, may say whatever else it wants.
    """
    if telling in where:
        return False
    said, name = set(words) - where, set(own) - where
    if not (said <= name or name <= said):
        return False
    shared, whole = len(said & name), len(said | name)
    whole_name = name <= said and (len(name) > 1 or len(telling) > LONG)
    return whole_name or 2 * shared >= whole


def _joined(key: str) -> tuple[str, ...]:
    """A name as one word: without what people leave out, and with all of it but the address."""
    whole = "".join(word for word in key.split() if word not in ENDINGS)
    return tuple(filter(None, dict.fromkeys(("".join(loosely(key)), whole))))


def _one_less(joined: str) -> Iterator[str]:
    """The text, and without each of its letters: two texts one slip apart share one."""
    if len(joined) >= SHORTEST:
        yield joined
        yield from (joined[:i] + joined[i + 1 :] for i in range(len(joined)))
