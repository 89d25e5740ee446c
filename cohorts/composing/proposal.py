"""A proposal: groups, who is not placed and why, findings per rule and group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cohorts.composing.improved import Step
from cohorts.composing.unheard import had_by_nobody
from cohorts.errors import Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.programme.referral import Referral, referrals
from cohorts.round.composition import Composition
from cohorts.round.finding import ABSENT, Fact, Finding, GroupFinding
from cohorts.round.merit import Standing
from cohorts.round.overrides import Override
from cohorts.round.repaired import Repaired
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from solver.score import Score
from solver.solution import Effort, Status

REFERRED = (Aside.REFUSED, Aside.NOT_ON)
"""Who of those set aside is told where else to go."""


@dataclass(frozen=True)
class Hindrance:
    """One cause that keeps somebody out.

    ``code``: key of its sentence in ``words/*/reasons.toml``; of what decided a kind of
    :mod:`cohorts.composing.hindrances.causes`. ``rule``: the key of the rule that is in the way;
    ``groups``: the groups it holds for; ``people``: labels of those it is about: who stands ahead,
    who may not sit with this person; ``facts``: what its sentence counts.
    """

    code: str
    groups: tuple[int, ...] = ()
    rule: str = ""
    people: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class NotPlaced:
    """Somebody without a group, and why: taken away together the causes admit, no part does."""

    applicant: Applicant
    hindrances: tuple[Hindrance, ...]


@dataclass(frozen=True)
class Reached:
    """How standing counted, where merit was given; sums in units of merit (see the round).

    ``merit``: the sum over who is placed. ``floor``: the sum below which it may not fall, where
    there is a ``margin``. ``proven``: no other people could be placed who stand higher; None where
    merit was weighed.
    """

    mode: Standing
    margin: int
    merit: int
    floor: int | None
    proven: bool | None


@dataclass(frozen=True)
class Against:
    """A rule's points here, beside the mean over random groupings of the same sizes."""

    value: float
    random: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Proposal:
    """A checked composition of a round, with everything needed to explain it.

    ``weights``: term name → price per unit of amount (None: a must). ``random``: rule key →
    its amount beside chance. ``notices``: what the pre-flight found worth saying. ``bound`` is
    proven, None where nothing is. ``findings`` stand in the order of the programme's rules.
    ``standing``: how merit counted and what it came to, where it was given.
    ``asked_by``: the programme as it was given; ``programme``: with the rules that are in force.
    ``story``: how the points fell while it was searched for, of what nobody moved since.
    ``answer``: where it is one of several that differ, which one (from 2; the first is the best
    that was found, as any proposal is). ``by_hand``: somebody moved people after composing;
    ``overrides``: the breaches that allows. ``repaired``: it came out of an earlier one, with as
    few moves as could be.
    ``worked_out``: what costs time and follows from it, by name; it goes when the proposal goes.
    """

    round: Round
    programme: Programme
    asked_by: Programme
    composition: Composition
    findings: tuple[Finding, ...]
    not_placed: tuple[NotPlaced, ...]
    score: Score
    status: Status
    bound: int | None
    weights: Mapping[str, int | None]
    random: Mapping[str, Against]
    notices: tuple[Problem, ...]
    effort: Effort
    reproducible: bool
    seconds: float
    input_sha256: str
    versions: Mapping[str, str] = field(default_factory=dict)
    standing: Reached | None = None
    overrides: tuple[Override, ...] = ()
    by_hand: bool = False
    repaired: Repaired | None = None
    answer: int | None = None
    story: tuple[Step, ...] = ()
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def composed_freely(self) -> bool:
        """Whether a search over all there is gave it: nobody moved people, or held them back."""
        return not self.by_hand and self.repaired is None

    @cached_property
    def referrals(self) -> Mapping[ApplicantId, tuple[Referral, ...]]:
        """Where everybody can go who found no place, was refused or did not go on."""
        round_ = self.round
        refused = (s.applicant for s in round_.set_aside if s.why in REFERRED)
        return {
            applicant.id: referrals(applicant, self.programme, round_.on)
            for applicant in (*(left.applicant for left in self.not_placed), *refused)
        }

    @cached_property
    def found_in(self) -> Mapping[int, tuple[tuple[str, GroupFinding], ...]]:
        """Number of a group → the key of each rule that says something of it, and what."""
        found: dict[int, list[tuple[str, GroupFinding]]] = {n: [] for n in self.composition.groups}
        for finding in self.findings:
            for group in finding.groups:
                found.setdefault(group.group, []).append((finding.rule, group))
        return {number: tuple(each) for number, each in found.items()}

    @property
    def nothing_said_of(self) -> tuple[str, ...]:
        """The keys of musts of which nothing can be said, for nobody has what they name."""
        of_nobody = (f.rule for f in self.findings if any(g.verdict == ABSENT for g in f.groups))
        return tuple(key for key in of_nobody if self.programme.rule(key).is_must)

    @property
    def partly_said_of(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of other musts that name values which nobody has → those values."""
        musts = (rule for rule in self.programme.rules if rule.is_must)
        found = {rule.key: had_by_nobody(rule, self.round) for rule in musts}
        silent = self.nothing_said_of
        return {key: values for key, values in found.items() if values and key not in silent}

    def finding(self, key: str) -> Finding:
        """The finding of the rule with this key. Raises KeyError."""
        return {finding.rule: finding for finding in self.findings}[key]
