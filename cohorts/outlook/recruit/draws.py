"""People drawn at random from profiles: whoever fits the words must do."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from cohorts.outlook.recruit.newcomer import OTHERS, moved, value_of, with_value
from cohorts.outlook.recruit.profile import Trait, Value
from cohorts.outlook.recruit.towns import FAR_AWAY, towns
from cohorts.outlook.recruit.trial import Trial
from cohorts.people.applicant import Applicant

DRAWS = 8
"""Joint trials of all that was widened one by one."""
People = tuple[Applicant, ...]


def known_values(trial: Trial, field: str) -> tuple[str, ...]:
    """The values that anybody in the round has, in order."""
    return tuple(sorted({v for a in trial.round.applicants for v in a.values(field)}))


def known_numbers(trial: Trial, field: str) -> tuple[float, ...]:
    """The numbers that anybody in the round has."""
    found = (a.number(field) for a in trial.round.applicants)
    return tuple(number for number in found if number is not None)


def draws(
    trial: Trial, newcomers: People, named: Mapping[int, tuple[Trait, ...]]
) -> Iterator[People]:
    """Newcomers with other values that fit their traits; the same draws every time.

    ``named``: place among the newcomers → traits.
    """
    dice = random.Random(0)  # noqa: S311 - trials, not secrets
    for _ in range(DRAWS):
        taken: dict[str, set[Value]] = {}
        yield tuple(
            _drawn(trial, one, named[place], dice, taken) for place, one in enumerate(newcomers)
        )


def _drawn(
    trial: Trial,
    one: Applicant,
    traits: tuple[Trait, ...],
    dice: random.Random,
    taken: dict[str, set[Value]],
) -> Applicant:
    by_field = {trait.field: trait for trait in traits}
    for field in trial.fields:
        value = value_of(one, field)
        if value is not None:
            fitting = _fitting(trial, by_field.get(field), field, value)
            used = taken.setdefault(field, set())
            trait = by_field.get(field)
            free = [v for v in fitting if not (trait and trait.different and v in used)]
            if trait and trait.same:
                free = [v for v in fitting if v in used] or fitting
            picked = dice.choice(free or [value])
            used.add(picked)
            one = with_value(one, field, picked)
    return _from_elsewhere(trial, one, by_field.get("place"), dice)


def _from_elsewhere(
    trial: Trial, one: Applicant, trait: Trait | None, dice: random.Random
) -> Applicant:
    """Another home that fits; anywhere, also where it is not known, if nothing is said of it."""
    if not trial.reads_map:
        return one
    if trait is None:
        return moved(one, dice.choice((FAR_AWAY, None, *(t.point for t in towns(trial)))))
    named = [town.point for town in towns(trial) if town.name in trait.values]
    return moved(one, dice.choice(named)) if named else one


def _fitting(trial: Trial, trait: Trait | None, field: str, value: Value) -> list[Value]:
    """Values that the words of the trait allow; all that are known where there are none."""
    if isinstance(value, tuple):
        return [trait.values] if trait else [value, OTHERS[:1]]
    if isinstance(value, str):
        known = known_values(trial, field)
        if trait is None:
            return [*known, OTHERS[0]]
        return (
            [v for v in (*known, *OTHERS) if v not in trait.values]
            if trait.other
            else [*trait.values]
        )
    known_here = sorted(known_numbers(trial, field))
    low = known_here[0] if trait is None or trait.low is None else trait.low
    high = known_here[-1] if trait is None or trait.high is None else trait.high
    return [value, min(low, value), max(high, value)]
