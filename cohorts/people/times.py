"""What people wrote of when they can come, as values of which each part of the week is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cohorts.people.day_parts import DayPart, reading, written_in
from cohorts.people.values import commonest, plain, spelling_of, tidy


def same_time(value: str) -> str:
    """What is equal for two texts that name the same part of the week."""
    alone = reading(value).alone
    return plain(value) if alone is None else f"{alone.weekday} {alone.part}"


def times_of(often: Mapping[str, int]) -> Mapping[str, tuple[str, ...]]:
    """What people wrote (and how often) → the values of it, as they are shown.

    "Maandag- en dinsdagochtend" is two; who wrote a whole day, a part of any day or "altijd" has
    also what others wrote that falls in it. Nothing becomes a value that nobody named.
    """
    names = _names(often)
    spelling = spelling_of(often)
    everything = tuple(dict.fromkeys([*names.values(), *_others(often, spelling)]))
    return {value: _values(value, names, spelling, everything) for value in often}


def _names(often: Mapping[str, int]) -> Mapping[DayPart, str]:
    """Every part of the week that somebody named → how it is shown, in the order of the week."""
    alone: dict[DayPart, Counter[str]] = {}
    in_lists: dict[DayPart, Counter[str]] = {}
    for value, count in often.items():
        said = reading(value)
        if said.alone is not None:
            alone.setdefault(said.alone, Counter())[tidy(value)] += count
        elif not (said.of_any_day or said.always):
            for part in said.parts:
                name = part.name(written_in(value))
                in_lists.setdefault(part, Counter())[name] += count
    return {part: commonest(alone.get(part) or in_lists[part]) for part in sorted(alone | in_lists)}


def _others(often: Mapping[str, int], spelling: Mapping[str, str]) -> Iterable[str]:
    """What is no part of the week, such as a date."""
    return sorted(spelling[plain(value)] for value in often if not reading(value).parts)


def _values(
    value: str,
    names: Mapping[DayPart, str],
    spelling: Mapping[str, str],
    everything: tuple[str, ...],
) -> tuple[str, ...]:
    said = reading(value)
    itself = spelling[plain(value)]
    if said.always:
        return (itself, *everything)
    covered = [n for p, n in names.items() if any(told.covers(p) for told in said.parts)]
    if said.of_any_day or not said.parts:
        return (itself, *covered)
    named = [names[part] for part in said.parts]
    return tuple(dict.fromkeys([*named, *covered]))
