"""The smallest number of people that makes it possible, and what would help where nobody can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Unpack

from cohorts.composing.inputs import Given
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
    """What else would make it possible, with the people of ``profiles`` where the counts lack any.

    Another number of ``groups``; letting a ``rule`` go; or what is known between two ``labels``.
    ``newcomers``: the made-up people with whom it was tried.
    """

    groups: int = 0
    rule: Texts | None = None
    labels: tuple[str, ...] = ()
    profiles: tuple[Profile, ...] = ()
    newcomers: tuple[Applicant, ...] = ()

    @property
    def people(self) -> int:
        """How many are to be recruited beside."""
        return len(self.newcomers)


class Stuck(StrEnum):
    """Why nothing is advised where nobody to recruit was found.

    ``SEVERAL``: letting any one must go is not enough, each was tried. ``NUMBERS``: without any
    must at all it is impossible. ``UNSURE``: there was too little time to know.
    """

    SEVERAL = "several"
    NUMBERS = "numbers"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Advice:
    """Whom to recruit; ``newcomers``: the made-up people with whom it was tried.

    ``possible``: nobody is needed. No profiles and not possible: nobody who was tried helps;
    ``remedies`` holds what does, and where that is nothing either ``stuck`` says why. ``tried``:
    False where the round is too large to try it.
    """

    possible: bool
    profiles: tuple[Profile, ...] = ()
    newcomers: tuple[Applicant, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    stuck: Stuck | None = None
    tried: bool = True

    @property
    def people(self) -> int:
        """How many are to be recruited."""
        return sum(profile.people for profile in self.profiles)


def whom_to_recruit(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Advice:
    """Adds made-up people until what must hold can hold. Nothing is said that was not tried.

    Where groups may stay closed, people are sought with whom all groups start, and only where
    nobody is found people with whom there is a composition at all. Raises InputError for a wrong
    setting.
    """
    trial = Trial(applicants, programme, **given)
    short = _short(trial)
    if trial.is_too_large(short):
        return Advice(possible=False, tried=False)
    if short == 0 and trial.works(()):
        return Advice(possible=True)
    proven = True
    for asked in (trial.where_all_start(), trial) if trial.may_close else (trial,):
        for count in range(max(short, 1), short + MORE + 1):
            found = asked.choose(candidates(asked, count), count)
            if found.people and asked.works(found.people):
                wanted = widened(asked, found.people)
                return Advice(possible=False, profiles=wanted.profiles, newcomers=wanted.newcomers)
            proven = proven and found.proven
    return _otherwise(trial, short, proven=proven)


def _short(trial: Trial) -> int:
    """How many people the counts alone lack."""
    round_ = trial.round
    need = round_.groups * round_.smallest
    if round_.places.mode is RoomMode.EXACTLY:
        need = round_.places.number or 0
    return max(need - round_.n, 0)


def _otherwise(trial: Trial, short: int, *, proven: bool) -> Advice:
    """What helps beside recruiting: more groups; else every relation, or else every must, alone.

    ``proven``: nobody to recruit was missed for lack of time.
    """
    if _verdict(trial.without(rules=trial.rules), short).verdict is False:
        return Advice(possible=False, stuck=Stuck.NUMBERS)
    remedies = [*_groups(trial, short)]
    relations = [*_relations(trial, short)]
    remedies += relations
    for rule in () if relations else trial.rules:
        with_it = _verdict(trial.without(rules=(rule,)), short)
        if with_it.verdict:
            remedies.append(with_it.remedy(rule=rule.titles))
        proven = proven and with_it.verdict is not None
    if remedies:
        return Advice(possible=False, remedies=tuple(remedies))
    return Advice(possible=False, stuck=Stuck.SEVERAL if proven else Stuck.UNSURE)


def _groups(trial: Trial, short: int) -> Iterator[Remedy]:
    """The fewest groups more with which it is possible."""
    round_ = trial.round
    most = min((round_.n + short) // round_.smallest, round_.groups + MOST_GROUPS_MORE)
    for groups in range(round_.groups + 1, most + 1):
        with_them = _verdict(trial.without(groups=groups), short)
        if with_them.verdict:
            yield with_them.remedy(groups=groups)
            return


def _relations(trial: Trial, short: int) -> Iterator[Remedy]:
    """Two people of whom what is known between them alone stands in the way."""
    round_ = trial.round
    names = {a.id: a.label for a in round_.applicants}
    pairs = dict.fromkeys(frozenset((r.a, r.b)) for r in round_.relations)
    for pair in list(pairs)[:MOST_RELATIONS]:
        without_it = _verdict(trial.without(pair=pair), short)
        if without_it.verdict:
            yield without_it.remedy(labels=tuple(names[i] for i in sorted(pair)))


@dataclass(frozen=True)
class _Tried:
    """Whether it is possible (None: not known in time), and with whom of those who were lacking."""

    trial: Trial
    verdict: bool | None
    newcomers: tuple[Applicant, ...] = ()

    def remedy(
        self, *, groups: int = 0, rule: Texts | None = None, labels: tuple[str, ...] = ()
    ) -> Remedy:
        """What was done to make it possible."""
        if not self.newcomers:
            return Remedy(groups, rule, labels)
        wanted = widened(self.trial, self.newcomers)
        return Remedy(groups, rule, labels, wanted.profiles, wanted.newcomers)


def _verdict(trial: Trial, short: int) -> _Tried:
    """Tried with so many people more, of any kind that is offered."""
    if not short:
        return _Tried(trial, trial.verdict())
    found = trial.choose(candidates(trial, short), short)
    if found.people is None:
        return _Tried(trial, False if found.proven else None)
    return _Tried(trial, trial.verdict(found.people), found.people)
