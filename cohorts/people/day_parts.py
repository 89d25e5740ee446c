"""Parts of the week, however they are written: the one meaning for rules, pages and calendars.

``di-ochtend``, ``Dinsdagochtend``, ``ochtend (dinsdag)`` and ``Tue am`` are one value. What a text
says beside days and parts of days (an hour, a date, "every other week") makes another value of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import groupby, product

from cohorts.people.values import CACHED, plain
from cohorts.words.language import Language


class Part(IntEnum):
    """Of a day; ALL: the whole of it, or said of the day without a part."""

    MORNING = 0
    AFTERNOON = 1
    EVENING = 2
    ALL = 3


@dataclass(frozen=True, order=True)
class DayPart:
    """``weekday`` as Python numbers them: 0 is Monday."""

    weekday: int
    part: Part

    def covers(self, other: DayPart) -> bool:
        """Whether who can at this can at the other."""
        return self.weekday == other.weekday and self.part in (Part.ALL, other.part)

    def name(self, language: Language) -> str:
        """As it is written where nobody wrote it: ``dinsdagochtend``, ``Tuesday morning``."""
        day, part = DAY_NAMES[language][self.weekday], PART_NAMES[language][self.part]
        return f"{day}{part}".strip()


@dataclass(frozen=True)
class Reading:
    """What a text says; ``of_any_day``: it names no day, so ``parts`` are those of a working week.

    ``always``: it says that everything suits.
    """

    parts: tuple[DayPart, ...]
    of_any_day: bool = False
    always: bool = False

    @property
    def alone(self) -> DayPart | None:
        """The one part that it names, if it is one."""
        return self.parts[0] if len(self.parts) == 1 else None


LONGEST = 120
"""A longer text is no answer to when somebody can come."""
WORKING_WEEK = range(5)
DAY_NAMES = {
    Language.NL: (
        *("maandag", "dinsdag", "woensdag", "donderdag"),
        "vrijdag",
        "zaterdag",
        "zondag",
    ),
    Language.EN: (*("Monday", "Tuesday", "Wednesday", "Thursday"), "Friday", "Saturday", "Sunday"),
}
PART_NAMES = {
    Language.NL: ("ochtend", "middag", "avond", ""),
    Language.EN: (" morning", " afternoon", " evening", ""),
}
WEEKDAYS = tuple(name.lower() for name in DAY_NAMES[Language.EN])
"""The days of the week as they are named in TOML."""
DUTCH_DAYS = ("maa ma", "din di", "woe wo", "don do", "vrij vr", "zat za", "zon zo")
ENGLISH_DAYS = ("mon", "tues tue", "weds wed", "thurs thur thu", "fri", "sat", "sun")
DUTCH_PARTS = (
    "ochtend ochtends ochtenden morgen morgens voormiddag voormiddags vm",
    "middag middags middagen namiddag namiddags nm",
    "avond avonds avonden",
    "heledag",
)
ENGLISH_PARTS = ("morning mornings am", "afternoon afternoons pm", "evening evenings eve", "allday")
JOINING = (
    *("en", "and", "of", "or", "op", "on", "in", "de", "het", "the", "s", "alleen", "only"),
    *("elke", "iedere", "alle", "every", "each", "any"),
)
"""Words that stand between days and parts and say nothing themselves."""
WRITTEN_TOGETHER = (
    (re.compile(r"\b([ap])\. ?m\b\.?"), r"\1m"),
    (re.compile(r"\b(de )?(ge)?hele dag(en)?\b"), " heledag "),
    (re.compile(r"\b(all|the whole|whole|full) day\b"), " allday "),
    (re.compile(r"\b(t/m|tot en met|through)\b"), "-"),
    (
        re.compile(r"\b(doordeweeks|doordeweekse|door de week|werkdagen|weekdagen)\b"),
        " ma - vr ",
    ),
    (re.compile(r"\b(working days|weekdays)\b"), " mon - fri "),
    (re.compile(r"\bweekend(en|s)?\b"), " zat zon "),
)
ALWAYS = frozenset(
    {
        *("altijd", "alles", "alle dagen", "alle dagdelen", "elke dag", "iedere dag"),
        *("elk dagdeel", "maakt niet uit", "always", "any time", "anytime", "any day"),
        *("every day", "all days"),
    }
)
"""What says that everything suits."""


def _days() -> Iterator[tuple[str, int]]:
    for number in range(7):
        dutch, english = DAY_NAMES[Language.NL][number], DAY_NAMES[Language.EN][number].lower()
        short = f"{DUTCH_DAYS[number]} {ENGLISH_DAYS[number]}".split()
        for word in (dutch, f"{dutch}s", english, f"{english}s", *short):
            yield word, number


DAYS = dict(_days())
"""What a day of the week is called → its number."""
PARTS = {
    word: Part(number)
    for many in (DUTCH_PARTS, ENGLISH_PARTS)
    for number, words in enumerate(many)
    for word in words.split()
}
ENGLISH = frozenset(
    f"{' '.join(ENGLISH_DAYS)} {' '.join(ENGLISH_PARTS)}".split()
    + [f"{name.lower()}{s}" for name in DAY_NAMES[Language.EN] for s in ("", "s")]
)


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


FULL = _any([name.lower() for names in DAY_NAMES.values() for name in names])
TOGETHER = re.compile(rf"\b({FULL})(?=(?:{_any(list(PARTS))})\b)")
"""A day to which a part is written: dinsdagochtend."""
RANGE = re.compile(rf"\b({_any(list(DAYS))})\b\.? ?[-\u2013\u2014] ?({_any(list(DAYS))})\b")
HOUR = r"\d{1,2}([:.]\d{2})?( ?(uur|u|h)\b)?"
HOURS = re.compile(
    rf"\b{HOUR} ?([-\u2013\u2014]|tot|to) ?\d{{1,2}}([:.]\d{{2}}( ?(uur|u|h)\b)?| ?(uur|u|h)\b)"
)
"""Not 12-5, which may be a day in May."""
SIGN = re.compile(r"[\s.,;:/()&+'\u2019|-]+")


@lru_cache(maxsize=CACHED)
def reading(text: str) -> Reading:
    """What a text says of parts of the week; without parts where it says anything else too."""
    if len(text) > LONGEST:
        return Reading(())
    said = _plain(text)
    if SIGN.sub(" ", said).strip() in ALWAYS:
        return Reading(tuple(DayPart(day, Part.ALL) for day in WORKING_WEEK), always=True)
    said = RANGE.sub(_days_between, TOGETHER.sub(r"\1 ", said))
    words = [word for word in SIGN.split(said) if word and word not in JOINING]
    if not words or not all(word in DAYS or word in PARTS for word in words):
        return Reading(())
    runs = [list(run) for _, run in groupby(words, lambda word: word in DAYS)]
    if len(runs) == 1 and runs[0][0] in PARTS:
        parts = {DayPart(day, PARTS[word]) for day in WORKING_WEEK for word in runs[0]}
        return Reading(tuple(sorted(parts)), of_any_day=True)
    if len(runs) % 2 and runs[0][0] in PARTS:
        return Reading(())  # of the day in the middle nobody can say which part is meant
    return Reading(tuple(sorted(set(_paired(runs)))))


def parts_told(text: str) -> tuple[DayPart, ...]:
    """The parts of the week that a text is about, whatever hours it gives beside them."""
    return reading(text).parts or reading(HOURS.sub(" ", _plain(text))).parts


def part_said(text: str, language: Language) -> str:
    """A text that is one part of the week, in this language; any other text as it is."""
    part = reading(text).alone
    return part.name(language) if part else text


def written_in(text: str) -> Language:
    """The language in which somebody wrote a part of the week."""
    words = SIGN.split(TOGETHER.sub(r"\1 ", _plain(text)))
    return Language.EN if ENGLISH.intersection(words) else Language.NL


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", plain(text))
    said = "".join(letter for letter in bare if not unicodedata.combining(letter))
    for pattern, instead in WRITTEN_TOGETHER:
        said = pattern.sub(instead, said)
    return said


def _days_between(found: re.Match[str]) -> str:
    """The days from the first to the last; as it was where they are in the other order."""
    first, last = DAYS[found[1]], DAYS[found[2]]
    names = DAY_NAMES[Language.NL][first : last + 1]
    return " ".join(names) if names else "~"


def _paired(runs: Sequence[Sequence[str]]) -> Iterator[DayPart]:
    """Days in a row share the parts behind them, or before them where the text begins with one."""
    for place in range(0, len(runs), 2):
        pair = runs[place : place + 2]
        days = next((run for run in pair if run[0] in DAYS), ())
        parts = next((run for run in pair if run[0] in PARTS), ("heledag",))
        for day, part in product(days, parts):
            yield DayPart(DAYS[day], PARTS[part])
