"""A word for somebody or something: one of it, more of it, and its article.

Plurals follow the Dutch ones of the Taalunie (*meervoud: -s, -en, -'s*) and the English ones; what
goes otherwise a programme says itself: ``"het gilde|gilden"``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cohorts.words.language import Language

ARTICLES = {Language.NL: ("de ", "het "), Language.EN: ("a ", "an ", "the ")}
NEUTER = re.compile(
    r"(team|gezelschap|netwerk|cluster|duo|trio|koppel|gilde|lab|huis|atelier|platform|verbond"
    r"|panel|cohort|consortium|bestuur|collectief|genootschap|lid|bedrijf|\w{2,}(?<!oran)je)$"
)
"""Dutch words that go with *het*: these, what ends in one of them, and diminutives."""
LOANED = re.compile(r"(team|pilot|club|lab|hub|pod|squad|track|panel|crew|board|circle|host|lead)$")
"""Words of Dutch from English: *teams*, not *teamen*."""
UNSTRESSED = re.compile(
    r"[aeiouy][^aeiouy]+(\w*[^aeiouy])?(e[lmnr]|aar|aard|erd|um|ie|ier|eur|foon)$"
)
"""Ends after another syllable: *tafels, ondernemers, makelaars*; but *cellen, paren*."""
TABLES = re.compile(r"(tafel|table)$")
"""One sits *aan* or *at* these, and *in* the others."""
PEOPLE = re.compile(r"(ige|nde|lde|wde)$")
"""Adjectives and participles that became people: *deskundigen, genodigden*."""


@dataclass(frozen=True)
class Noun:
    """``one`` and ``many`` of it; ``neuter``: whether Dutch says *het*; ``at``: one sits in it."""

    one: str
    many: str
    neuter: bool = False
    at: str = "in"


@cache
def noun(given: str, language: Language) -> Noun:
    """``kring``, ``het team`` or ``gilde|gilden``: what is not said is worked out."""
    one, many = (part.strip() for part in (*given.split("|"), "")[:2])
    article = next((a for a in ARTICLES[language] if one.lower().startswith(a)), "")
    one = one[len(article) :].strip() or given.strip("| ")
    dutch = language is Language.NL
    neuter = dutch and (article == "het " if article else bool(NEUTER.search(one.lower())))
    at = ("aan" if dutch else "at") if TABLES.search(one.lower()) else "in"
    return Noun(one, many or (_dutch(one) if dutch else _english(one)), neuter, at)


def _english(one: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", one):
        return f"{one}es"
    return f"{one[:-1]}ies" if re.search(r"[^aeiou]y$", one) else f"{one}s"


def _dutch(one: str) -> str:
    low = one.lower()
    if re.search(r"[aiouy]$", low) and not low.endswith("ie"):
        return f"{one}'s"
    if PEOPLE.search(low):
        return f"{one}n"
    if low.endswith(("ch", "e")) or LOANED.search(low) or UNSTRESSED.search(low):
        return f"{one}es" if low.endswith("ch") else f"{one}s"
    return f"{_open(one)}en"


def _open(one: str) -> str:
    """The stem before *-en*: *klass*, *kamer-* as it is, *pan* → *pann*, *paar* → *par*."""
    if re.search(r"(?<![aeiou])[aeiou][bdfgklmnprst]$", one) and not one.endswith("or"):
        return one + one[-1]
    if long := re.search(r"(aa|ee|oo|uu)([bdfgklmnprst])$", one):
        return one[: long.start()] + long[1][0] + long[2]
    return re.sub(r"(?<=[aeou]i)s$|(?<=[aeo]u)s$", "z", one)
