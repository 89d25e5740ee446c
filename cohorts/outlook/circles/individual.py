"""Who is better served alone: whoever fits badly, whichever circle or group they were put in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cohorts.outlook.circles.circle import Individual
from cohorts.outlook.circles.judged import judged
from cohorts.people.applicant import Applicant
from cohorts.round.round import Round
from cohorts.rules.rule import Rule

LOW = 0.3
"""Below this, people have too little in common with those they would sit with."""
FEWEST = 12
"""Likeness is measured against everybody in the round: among fewer it says too little."""
Members = tuple[Applicant, ...]


def best_fit(
    person: Applicant, places: Sequence[Members], rules: Iterable[Rule], round_: Round
) -> float | None:
    """The best place's mean quality of somebody beside each member there, weighed over the wishes.

    None: there is no place.
    """
    wishes = [r for r in rules if not r.is_must and r.needs() and not r.MENDED_BY_MORE]
    others = [tuple(a for a in members if a.id != person.id) for members in places]
    company = sorted({a.id: a for members in others for a in members}.values(), key=lambda a: a.id)
    if not wishes or not company:
        return 1.0 if company else None
    beside = judged({i: (person, a) for i, a in enumerate(company)}, wishes, round_)
    number = {a.id: i for i, a in enumerate(company)}
    total = sum(rule.weight for rule in wishes)

    def fit(members: Members) -> float:
        pairs = [number[a.id] for a in members]
        qualities = (
            rule.weight * sum(beside[rule.key][i].quality for i in pairs) / len(pairs)
            for rule in wishes
        )
        return sum(qualities) / total

    return round(max(fit(members) for members in others if members), 3)


def individual(
    people: Iterable[Applicant], places: Sequence[Members], rules: Sequence[Rule], round_: Round
) -> tuple[Individual, ...]:
    """Those who may sit nowhere, or fit badly wherever they may."""
    found = []
    for person in people:
        open_ = _open_to(person, places, rules, round_)
        fit = best_fit(person, open_, rules, round_)
        if fit is None or (fit < LOW and round_.n >= FEWEST):
            found.append(Individual(person, fit))
    return tuple(found)


def _open_to(
    person: Applicant, places: Sequence[Members], rules: Sequence[Rule], round_: Round
) -> list[Members]:
    """The places where everything that must hold would, or could with others coming in."""
    musts = [r for r in rules if r.is_must and not r.MENDED_BY_MORE]
    with_them = {
        i: (*(a for a in members if a.id != person.id), person) for i, members in enumerate(places)
    }
    found = judged(with_them, musts, round_)
    return [
        members
        for i, members in enumerate(places)
        if not any(groups[i].broken for groups in found.values() if i in groups)
    ]
