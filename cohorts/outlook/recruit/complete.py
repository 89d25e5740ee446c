"""Made-up people with something in every field that decides: nobody real has it empty by choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cohorts.outlook.recruit.bands import rounded
from cohorts.outlook.recruit.newcomer import OTHERS, TUPLES, moved, value_of, with_value
from cohorts.outlook.recruit.profile import Value
from cohorts.outlook.recruit.towns import towns
from cohorts.outlook.recruit.trial import Trial
from cohorts.people.applicant import Applicant

MOST_VALUES = 10
People = tuple[Applicant, ...]


def completed(trial: Trial, newcomers: People) -> People:
    """The newcomers with a value and a home wherever it still is possible with one."""
    for kind in alike(trial, newcomers):
        for field in trial.fields:
            if value_of(newcomers[kind[0]], field) is None:
                tried = (given(newcomers, kind, field, v) for v in _values(trial, field))
                newcomers = next(filter(trial.works, tried), newcomers)
        if trial.reads_map:
            at_home = (settled(newcomers, kind, town.point) for town in towns(trial))
            newcomers = next(filter(trial.works, at_home), newcomers)
    return newcomers


def alike(trial: Trial, newcomers: People) -> list[list[int]]:
    """Which of the newcomers are the same in everything that decides, by their places."""
    kinds: dict[tuple[Value | None, ...], list[int]] = {}
    for place, one in enumerate(newcomers):
        known = tuple(value_of(one, f) for f in (*trial.fields, "latitude", "longitude"))
        kinds.setdefault(known, []).append(place)
    return list(kinds.values())


def given(newcomers: People, kind: list[int], field: str, value: Value) -> People:
    """Those of a kind with another value in a field."""
    return tuple(
        with_value(one, field, value) if place in kind else one
        for place, one in enumerate(newcomers)
    )


def settled(newcomers: People, kind: list[int], point: tuple[float, float]) -> People:
    """Those of a kind with another home."""
    return tuple(moved(one, point) if place in kind else one for place, one in enumerate(newcomers))


def _values(trial: Trial, field: str) -> Iterator[Value]:
    """What somebody may have there: every value at once, a number, or one of the values."""
    people = trial.round.applicants
    known = Counter(v for a in people for v in a.values(field))
    numbers = sorted(n for a in people if (n := a.number(field)) is not None)
    if field in TUPLES:
        yield from [tuple(sorted(known))] if known else []
    elif numbers:
        for number in (numbers[len(numbers) // 2], numbers[0], numbers[-1]):
            yield rounded(number, field)
    elif known:
        yield from [value for value, _ in known.most_common(MOST_VALUES)]
        yield OTHERS[0]
