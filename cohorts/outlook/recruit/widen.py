"""From one made-up person to everybody who would do as well: each widening is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cohorts.outlook.recruit.bands import steps_down, steps_up
from cohorts.outlook.recruit.complete import MOST_VALUES, alike, completed, given, settled
from cohorts.outlook.recruit.draws import draws, known_numbers, known_values
from cohorts.outlook.recruit.newcomer import OTHERS, value_of
from cohorts.outlook.recruit.profile import Profile, Trait, Wanted
from cohorts.outlook.recruit.towns import FAR_AWAY, can_be_told, town_at, towns
from cohorts.outlook.recruit.trial import Trial
from cohorts.people.applicant import Applicant

FAR = 1_000.0
"""A number so many times larger or smaller than any that is there."""
People = tuple[Applicant, ...]


def widened(trial: Trial, newcomers: People) -> Wanted:
    """The profiles of ``newcomers``, as wide as they were tried; else as they are."""
    newcomers = completed(trial, newcomers)
    kinds = alike(trial, newcomers)
    wide = [tuple(_traits(trial, newcomers, kind)) for kind in kinds]
    for different, same in ((False, False), (True, False), (False, True)):
        traits = [
            tuple(replace(t, different=different, same=same) if t.other else t for t in ts)
            for ts in wide
        ]
        named = {place: traits[i] for i, kind in enumerate(kinds) for place in kind}
        if all(trial.works(drawn) for drawn in draws(trial, newcomers, named)):
            return Wanted(_profiles(kinds, traits), newcomers)
    exact = [tuple(_exact(trial, newcomers, newcomers[kind[0]])) for kind in kinds]
    return Wanted(_profiles(kinds, exact), newcomers)


def _profiles(kinds: list[list[int]], traits: list[tuple[Trait, ...]]) -> tuple[Profile, ...]:
    """Kinds with the same traits are one profile."""
    people: dict[tuple[Trait, ...], int] = {}
    for kind, named in zip(kinds, traits, strict=True):
        people[named] = people.get(named, 0) + len(kind)
    return tuple(Profile(count, named) for named, count in people.items())


def _traits(trial: Trial, newcomers: People, kind: list[int]) -> Iterator[Trait]:
    for field in trial.fields:
        value = value_of(newcomers[kind[0]], field)
        if isinstance(value, tuple):
            yield from _several(trial, newcomers, kind, field, value)
        elif isinstance(value, str):
            yield from _one(trial, newcomers, kind, field, value)
        elif value is not None:
            yield from _number(trial, newcomers, kind, field, value)
        elif known_values(trial, field):
            # every value was tried: only with none it is possible
            yield Trait(field, missing=True)
    if trial.reads_map:
        yield from _home(trial, newcomers, kind)


def _home(trial: Trial, newcomers: People, kind: list[int]) -> Iterator[Trait]:
    """Near which places they may live; nothing where that does not matter."""
    if newcomers[kind[0]].latitude is None:
        yield from [Trait("place", missing=True)] if towns(trial) else []
    elif not trial.works(settled(newcomers, kind, FAR_AWAY)):
        own = newcomers[kind[0]]
        home = town_at(trial, own.latitude, own.longitude)
        tried = [town for town in towns(trial)[:MOST_VALUES] if town != home]
        fine = [t for t in tried if trial.works(settled(newcomers, kind, t.point))]
        names = {t.name for t in (home, *fine) if t is not None and can_be_told(t)}
        yield Trait("place", tuple(sorted(names)), near=True)


def _several(
    trial: Trial, newcomers: People, kind: list[int], field: str, value: tuple[str, ...]
) -> Iterator[Trait]:
    """The fewest of the values with which it still is possible; nothing where any would do."""
    if trial.works(given(newcomers, kind, field, OTHERS[:1])):
        return
    kept = value
    for one in value:
        fewer = tuple(v for v in kept if v != one)
        if fewer and trial.works(given(newcomers, kind, field, fewer)):
            kept = fewer
    yield Trait(field, kept, every=True)


def _one(
    trial: Trial, newcomers: People, kind: list[int], field: str, value: str
) -> Iterator[Trait]:
    """Which values would do as well; nothing where every value would."""
    known = known_values(trial, field)
    tried = [v for v in known[:MOST_VALUES] if v != value]
    fine = {v for v in tried if trial.works(given(newcomers, kind, field, v))} | {value}
    others = value in OTHERS or trial.works(given(newcomers, kind, field, OTHERS[0]))
    if others and len(known) <= MOST_VALUES:
        wrong = tuple(v for v in known if v not in fine)
        if wrong:
            yield Trait(field, wrong, other=True)
    else:
        yield Trait(field, tuple(sorted(fine - set(OTHERS))))


def _number(
    trial: Trial, newcomers: People, kind: list[int], field: str, value: float
) -> Iterator[Trait]:
    """How much less and how much more would do as well; None where it does not matter."""
    known = known_numbers(trial, field)
    least, most = min(known, default=value), max(known, default=value)

    def lower(other: float) -> bool:
        return trial.works(given(newcomers, kind, field, other))

    low = _end(value, _beyond(least, down=True), steps_down(value, least, field), lower)

    def higher(other: float) -> bool:
        """Also with half of them at the other end."""
        half = given(newcomers, kind[1::2], field, value if low is None else low)
        return lower(other) and trial.works(given(half, kind[::2], field, other))

    high = _end(value, _beyond(most, down=False), steps_up(value, most, field), higher)
    if low is not None or high is not None:
        yield Trait(field, low=low, high=high)


def _end(
    value: float, beyond: float, steps: Iterator[float], works: Callable[[float], bool]
) -> float | None:
    """The last of the steps before one that does not work; None where every number works."""
    if works(beyond):
        return None
    for step in steps:
        if not works(step):
            break
        value = step
    return value


def _beyond(end: float, *, down: bool) -> float:
    """Far below or above everything that is there."""
    if down:
        return end / FAR if end > 0 else end * FAR - 1
    return end * FAR if end > 0 else FAR


def _exact(trial: Trial, newcomers: People, one: Applicant) -> Iterator[Trait]:
    """Somebody just like the one that was tried."""
    for field in trial.fields:
        value = value_of(one, field)
        if value is None:
            yield from [Trait(field, missing=True)] if known_values(trial, field) else []
        elif isinstance(value, float):
            yield Trait(field, low=value, high=value)
        elif isinstance(value, tuple):
            yield Trait(field, value, every=True)
        elif value in OTHERS:
            same = sum(value_of(a, field) == value for a in newcomers) > 1
            known = known_values(trial, field)
            yield Trait(field, known, other=True, different=not same, same=same)
        else:
            yield Trait(field, (value,))
    if trial.reads_map and towns(trial):
        home = town_at(trial, one.latitude, one.longitude)
        named = (home.name,) if home is not None and can_be_told(home) else ()
        yield Trait("place", named, near=home is not None, missing=home is None)
