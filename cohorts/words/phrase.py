"""Fills a template with facts, written the way people say them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from string import Formatter

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from cohorts.words.language import Language
from cohorts.words.sentences import sentences
from cohorts.words.vocabulary import spoken

MILLION = 1_000_000
WHOLE_FROM = 10
CODED = {"life_phase": "report.phase"}
"""Fields whose values are codes of ours → where their words stand."""
STOPPED = "\0"
"""Behind what is filled in and ends as a sentence does, while a sentence is made."""
ENDS = (".", "?", "!", "…")
TWICE = re.compile(rf"{STOPPED}(”?)\.(?!\.)")
"""A full stop behind that, also where quotes close in between."""
DISTINCT = 100_000
"""Of so many numbers and templates is kept how they are written."""
QUOTED = re.compile(r"‘\{(\w+)[^{}]*\}’")
"""A fact of which a template says that it is literally so."""
OWN_QUOTES = re.compile(r"‘(.+?)’(?!\w)")
"""A header within what is filled in; an apostrophe (thema’s) closes nothing."""
SAYABLE = 10**15
"""From here on nobody says a number in full; it is a slip of the hand."""


def phrase(template: str, facts: Mapping[str, object], language: Language) -> str:
    """``template`` with each ``{name}`` written out.

    Lists become "a, b en c", numbers of things "1 a en 2 b"; a text per language is taken in this
    one; numbers get the language's signs; the facts ``field``, ``fields``, ``kinds`` and
    ``subject`` name fields, relations and subjects and become their words. The header of an
    organiser's own column and a theme stand in quotes: they are no words of the sentence. A fact
    ``unit`` says in which unit the numbers stand.
    ``{name:person|people}`` is the first word where ``name`` is one (or a list of one), else the
    second. Where a programme has words of its own, the template speaks in those.
    """
    unit = str(facts.get("unit") or "")
    if facts.get("field") in CODED:
        facts = {k: _decoded(str(facts["field"]), v, language) for k, v in facts.items()}
    words = spoken(template, language)
    told = {k: facts[k] for k in _filled(words) if k in facts}
    within = _quoted(words)
    said = words.format(
        **{
            k: _Written(_written(k, v, unit, language, within=k in within), _is_one(v), k in within)
            for k, v in told.items()
        }
    )
    # a name that ends in a full stop (B.V.) needs no second one, a question (Klopt dat?) none
    return TWICE.sub(r"\1", said).replace(STOPPED, "")


@lru_cache(maxsize=DISTINCT)
def _filled(template: str) -> tuple[str, ...]:
    """The facts that a template names: only these are written out."""
    return tuple(dict.fromkeys(name for _, name, *_ in Formatter().parse(template) if name))


@lru_cache(maxsize=DISTINCT)
def _quoted(template: str) -> frozenset[str]:
    """The facts that stand in single quotes in a template."""
    return frozenset(QUOTED.findall(template))


def value_said(field: str, value: str, language: Language) -> str:
    """A value of a field as it is said: ``transfer (3)`` of a phase is ``overdracht (3)``."""
    word, space, rest = value.partition(" ")
    known = sentences(language).get(f"{CODED.get(field, '')}_{word}")
    return f"{known or word}{space}{rest}"


def _decoded(field: str, value: object, language: Language) -> object:
    if isinstance(value, tuple | list):
        return [_decoded(field, one, language) for one in value]
    return value_said(field, value, language) if isinstance(value, str) else value


@dataclass(frozen=True)
class _Written:
    """A fact in words; with ``one|many`` behind its name, the word that goes with it.

    ``within``: it stands in quotes itself, and so the quotes in it are double ones.
    """

    text: str
    one: bool
    within: bool = False

    def __format__(self, words: str) -> str:
        if words:
            return _going_with(self.one, words)
        text = _to_quote(self.text) if self.within else self.text
        return f"{text}{STOPPED}" if text.endswith(ENDS) else text


def quoted(text: str) -> str:
    """Between quotes; those within become double ones."""
    return f"‘{_to_quote(text)}’"


def _to_quote(text: str) -> str:
    return OWN_QUOTES.sub(r"“\1”", text)


def _going_with(one: bool, words: str) -> str:
    singular, _, plural = words.partition("|")
    return singular if one else plural or singular


def _is_one(value: object) -> bool:
    if isinstance(value, tuple | list):
        return len(value) == 1
    if isinstance(value, str):
        return value == "1"
    return isinstance(value, int | float) and abs(value) < SAYABLE and round(value, 1) == 1


def _written(
    key: str, value: object, unit: str, language: Language, *, within: bool = False
) -> str:
    if key in ("field", "fields"):
        names = value if isinstance(value, tuple | list) else (value,)
        return listed((field_said(str(name), language) for name in names), language)
    if key == "subject":
        # of a theme that is no subject of ours these are the words of who named it
        known = sentences(language).get(f"subjects.{value}")
        return known or (str(value) if within or not value else quoted(str(value)))
    if key == "kinds" and isinstance(value, tuple | list):
        return listed((sentences(language)[f"relations.{kind}"] for kind in value), language)
    if isinstance(value, Mapping) and language in value:  # what is said, or a list of it
        value = value[language]
    if isinstance(value, Mapping):
        value = [f"{count} {name}" for name, count in value.items()]
    if isinstance(value, tuple | list):
        return listed((str(v) for v in value), language)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return amount(value, unit, language) if unit else number(value, language)


def listed(items: Iterable[str], language: Language) -> str:
    """Joins as people do: a, b en c."""
    return format_list(list(items), locale=_locale({"nl": "nl", "en": "en_GB"}[language.value]))


def number(value: float, language: Language) -> str:
    """A number as people say it: whole from ten up, at most one decimal below."""
    if not abs(value) < SAYABLE:
        return f"{Decimal(value):.3g}"
    rounded = round(value) if abs(value) >= WHOLE_FROM else round(value, 1)
    return _decimal(rounded, language)


def _decimal(value: float, language: Language) -> str:
    return _signed(str(value), language)


@lru_cache(maxsize=DISTINCT)
def _signed(value: str, language: Language) -> str:
    """By the digits, for 0.0 and -0.0 are one key and not one text."""
    return format_decimal(Decimal(value), locale=_locale(language.value))


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


def exactly(value: float, language: Language) -> str:
    """A number to the thousandth, for sums that a reader may do again: 29.5 is not 30."""
    if not abs(value) < SAYABLE:
        return number(value, language)
    return _decimal(round(value, 3), language)


def amount(value: float, unit: str, language: Language) -> str:
    """A number with its unit: ``euro``, ``year``, ``fte`` …; unknown units stand behind it."""
    if unit == "year" and abs(value) < SAYABLE:
        return str(round(value))
    if unit == "euro":
        return _euros(value, language)
    if unit == "number":
        return number(value, language)
    if unit == "fte" and value > 1:
        value = round(value)
    words = sentences(language).get(f"units.{unit}", unit)
    return f"{number(value, language)} {_going_with(_is_one(value), words)}"


def _euros(value: float, language: Language) -> str:
    if not abs(value) < SAYABLE:
        return f"€ {number(value, language)}"
    if abs(value) >= MILLION:
        shown = _decimal(round(value / MILLION, 1), language)
        return f"€ {shown} {'miljoen' if language is Language.NL else 'million'}"
    digits = 3 if abs(value) >= MILLION / 10 else 2
    steps = 10 ** max(len(str(abs(round(value)))) - digits, 0)
    return f"€ {_decimal(round(value / steps) * steps, language)}"


@cache
def field_name(field: str, language: Language) -> str:
    """The word for an applicant's field; an extra column keeps its header."""
    return sentences(language).get(f"fields.{field}", field)


def field_said(field: str, language: Language) -> str:
    """The word for a field within a sentence; the header of an extra column stands in quotes."""
    name = field_name(field, language)
    own = name == field and field not in _field_words(language)
    return quoted(field.strip()) if own and field.strip() else name


@cache
def _field_words(language: Language) -> frozenset[str]:
    known = sentences(language).items()
    return frozenset(word for key, word in known if key.startswith("fields."))
