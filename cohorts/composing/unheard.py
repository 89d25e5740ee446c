"""Values that a programme names and nobody has: a slip of the hand, more often than not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from cohorts.conditions.condition import Condition
from cohorts.errors import Problem
from cohorts.people.applicant import Applicant
from cohorts.people.values import ALMOST, NEAR, nearest, plain
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.words import Language, say

MOST_NAMED = 8


def unheard_of(programme: Programme, round_: Round) -> Iterator[Problem]:
    """A notice for each rule and condition of the programme that names such a value."""
    yield from unheard_in_rules(programme.rules, round_)
    yield from unheard_in_conditions(programme.conditions, round_)


def unheard_in_rules(rules: Iterable[Rule], round_: Round) -> Iterator[Problem]:
    """Of rules, held against the people who are composed."""
    for rule in rules:
        yield from _notices(rule, round_.applicants, any_will_do=rule.NAMES_A_SCALE)


def unheard_in_conditions(conditions: Iterable[Condition], round_: Round) -> Iterator[Problem]:
    """Of conditions, held against everybody who applied."""
    everybody = (*round_.applicants, *(aside.applicant for aside in round_.set_aside))
    for condition in conditions:
        yield from _notices(condition, everybody, any_will_do=True)


def had_by_nobody(rule: Rule, round_: Round) -> tuple[str, ...]:
    """The values that a rule names and nobody has, so that it says nothing of them."""
    found: list[str] = []
    for field, named in rule.named().items():
        had = {plain(value): value for a in round_.applicants for value in a.values(field)}
        found += _told(named, had, any_will_do=rule.NAMES_A_SCALE)
    return tuple(found)


def _notices(
    one: Rule | Condition, people: Collection[Applicant], *, any_will_do: bool
) -> Iterator[Problem]:
    """``any_will_do``: most of the values may well occur nowhere, so that only a likely slip tells.

    That is one that looks like what somebody wrote, or all of them.
    """
    for field, named in one.named().items():
        had = {plain(value): value for a in people for value in a.values(field)}
        told = _told(named, had, any_will_do=any_will_do)
        if told:
            facts = {"what": one.titles, "field": field, "values": tuple([*told][:MOST_NAMED])}
            near = tuple(dict.fromkeys(value for value in told.values() if value is not None))
            yield Problem("compose.unheard", one.key, {**facts, "instead": _instead(near, had)})


def _told(
    named: Collection[str], had: Mapping[str, str], *, any_will_do: bool
) -> dict[str, str | None]:
    """Values that are named and that nobody has → what looks like it; ``had``: plain → as shown."""
    absent = [value for value in dict.fromkeys(named) if plain(value) not in had]
    others = [had[value] for value in had.keys() - set(map(plain, named))]
    some_will_do = any_will_do and len(absent) < len(set(named))
    alike = ALMOST if some_will_do else NEAR
    found = {value: nearest(value, others, alike=alike) for value in absent} if had else {}
    return {value: near for value, near in found.items() if near or not some_will_do}


def _instead(near: tuple[str, ...], had: Mapping[str, str]) -> dict[Language, str]:
    """What people did write: what looks like it, else what there is."""
    values = near or tuple(had[value] for value in sorted(had))
    key = "compose.unheard_near" if near else "compose.unheard_known"
    more = (f"+ {len(values) - MOST_NAMED}",) if len(values) > MOST_NAMED else ()
    return {lang: say(key, lang, values=(*values[:MOST_NAMED], *more)) for lang in Language}
