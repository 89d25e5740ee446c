"""Who might be recruited: people like those who are there, and people with what is lacking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cohorts.outlook.recruit.bands import rounded
from cohorts.outlook.recruit.newcomer import OTHERS, TUPLES, newcomer, value_of
from cohorts.outlook.recruit.profile import Value
from cohorts.outlook.recruit.trial import Trial
from cohorts.people.applicant import Applicant, Status

MOST_OFFERED, FEWEST_KINDS, MANY = 80, 16, 20
"""Made-up people in one question, and kinds of them unless very many are wanted; each kind is
offered as often as there are people wanted."""
Kind = Mapping[str, Value]


def candidates(trial: Trial, count: int) -> tuple[Applicant, ...]:
    """Made-up people of every kind that may help, the most usual first; ``count`` of each."""
    fewest = FEWEST_KINDS if count <= MANY else 1
    kinds: dict[tuple[tuple[str, Value], ...], Kind] = {}
    for kind in _kinds(trial):
        kinds.setdefault(tuple(kind.items()), kind)
        if len(kinds) >= fewest and len(kinds) * count >= MOST_OFFERED:
            break
    offered = [kind for kind in kinds.values() for _ in range(count)]
    # where nobody's status is known everybody counts, and one who has one would be the only one
    known = any(a.status is not None for a in trial.round.applicants)
    status = Status.SIGNED if known else None
    return tuple(newcomer(i, kind, status) for i, kind in enumerate(offered, 1))


def _kinds(trial: Trial) -> Iterator[Kind]:
    """The most usual one; it with what is lacking; the others; those with what is lacking."""
    usual = [_kind(a, trial.fields) for a in _most_usual_first(trial)] or [{}]
    lacking = [*_lacking(trial), *((f, v) for f in _texts(trial) for v in OTHERS)]
    everything: dict[str, Value] = {}
    for field, value in _lacking(trial):
        everything.setdefault(field, value)
    yield usual[0]
    yield from ({**usual[0], field: value} for field, value in lacking)
    yield {**usual[0], **everything}
    for kind in usual[1:]:
        yield from ({**kind, **everything}, kind)
    for kind in usual[1:]:
        yield from ({**kind, field: value} for field, value in lacking)


def _lacking(trial: Trial) -> Iterator[tuple[str, Value]]:
    for rule in trial.rules:
        for field, values in rule.lacks(trial.round).items():
            for value in values:
                yield field, (value,) if field in TUPLES and isinstance(value, str) else value


def _texts(trial: Trial) -> Iterator[str]:
    """The fields that hold one text, in which a newcomer may have a value of their own."""
    for field in trial.fields:
        if any(isinstance(value_of(a, field), str) for a in trial.round.applicants):
            yield field


def _kind(applicant: Applicant, fields: tuple[str, ...]) -> Kind:
    given = {field: value_of(applicant, field) for field in fields}
    return {
        field: rounded(value, field) if isinstance(value, float) else value
        for field, value in given.items()
        if value is not None
    }


def _most_usual_first(trial: Trial) -> list[Applicant]:
    """By how much is known of them, and how often what they have occurs."""
    people, fields = trial.round.applicants, trial.fields
    often = {f: Counter(value_of(a, f) for a in people) for f in fields}
    middle = {f: _middle([n for a in people if (n := a.number(f)) is not None]) for f in fields}

    def unusual(a: Applicant) -> tuple[int, int, float, str]:
        known = [f for f in fields if value_of(a, f) is not None]
        texts = [f for f in known if a.number(f) is None]
        away = sum(abs((a.number(f) or 0) - middle[f]) for f in known if f not in texts)
        return (-len(known), -sum(often[f][value_of(a, f)] for f in texts), away, a.id)

    return sorted(people, key=unusual)


def _middle(numbers: list[float]) -> float:
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0
