"""The smallest number of people that makes it possible, and what would help where nobody can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Unpack

from cohorts.composing.prepare import Given
from cohorts.outlook.recruit.candidates import candidates
from cohorts.outlook.recruit.profile import Profile
from cohorts.outlook.recruit.trial import Trial
from cohorts.outlook.recruit.widen import widened
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.room import RoomMode
from cohorts.words.texts import Texts

MORE = 4
"""So many people more than the counts alone ask for are tried."""
MOST_GROUPS_MORE = 3
MOST_RELATIONS = 20


@dataclass(frozen=True)
class Remedy:
    """What else would make it possible, with ``people`` more where the counts lack them.

    Another number of ``groups``; letting a ``rule`` go; or a relation between two ``labels``.
    """

    people: int
    groups: int = 0
    rule: Texts | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Advice:
    """Whom to recruit; ``newcomers``: the made-up people with whom it was tried.

    ``possible``: nobody is needed. No profiles and not possible: nobody who was tried helps, and
    ``remedies`` holds what does. ``tried``: False where the round is too large to try it.
    """

    possible: bool
    profiles: tuple[Profile, ...] = ()
    newcomers: tuple[Applicant, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    tried: bool = True

    @property
    def people(self) -> int:
        """How many are to be recruited."""
        return sum(profile.people for profile in self.profiles)


def whom_to_recruit(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Advice:
    """Adds made-up people until what must hold can hold. Nothing is said that was not tried.

    Raises InputError for a wrong setting.
    """
    trial = Trial(applicants, programme, **given)
    short = _short(trial)
    if trial.is_too_large(short):
        return Advice(possible=False, tried=False)
    if short == 0 and trial.works(()):
        return Advice(possible=True)
    for count in range(max(short, 1), short + MORE + 1):
        newcomers = trial.choose(candidates(trial, count), count)
        if newcomers and trial.works(newcomers):
            wanted = widened(trial, newcomers)
            return Advice(possible=False, profiles=wanted.profiles, newcomers=wanted.newcomers)
    return Advice(possible=False, remedies=tuple(_remedies(trial, short)))


def _short(trial: Trial) -> int:
    """How many people the counts alone lack."""
    round_ = trial.round
    need = round_.groups * round_.smallest
    if round_.places.mode is RoomMode.EXACTLY:
        need = round_.places.number or 0
    return max(need - round_.n, 0)


def _remedies(trial: Trial, short: int) -> Iterator[Remedy]:
    """More groups; else every relation, or else every rule, that alone stands in the way."""
    round_ = trial.round
    people = round_.n + short
    most = min(people // round_.smallest, round_.groups + MOST_GROUPS_MORE)
    for groups in range(round_.groups + 1, most + 1):
        if _possible(trial.without(groups=groups), short):
            yield Remedy(short, groups=groups)
            break
    names = {a.id: a.label for a in round_.applicants}
    found = False
    for relation in round_.relations[:MOST_RELATIONS]:
        if _possible(trial.without(relation=relation), short):
            found = True
            yield Remedy(short, labels=(names[relation.a], names[relation.b]))
    for rule in () if found else trial.rules:
        if _possible(trial.without(rule=rule.key), short):
            yield Remedy(short, rule=rule.titles)


def _possible(trial: Trial, short: int) -> bool:
    """Whether it is possible with so many people more of any kind that is offered."""
    return trial.choose(candidates(trial, short) if short else (), short) is not None
