"""What would become of a round if it were composed now: all that can be said before it is.

Composing stops at the first thing that cannot be; whoever still chooses what to ask sees all of
them, each at what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cohorts.composing.demands import rules_in_force
from cohorts.composing.inputs import Given
from cohorts.composing.preflight import (
    check_counts,
    check_known,
    check_pins,
    check_relations,
    open_conditions,
    usable_rule,
)
from cohorts.composing.prepare import as_given, check_merit
from cohorts.composing.unheard import unheard_of
from cohorts.errors import CohortsError, Problem
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.sizes import even_sizes, most_placed


@dataclass(frozen=True, eq=False)
class Foreseen:
    """``round``: None where none can be made of what is given.

    ``clashes``: why it could not be composed; ``notices``: what is worth knowing beforehand. The
    place of each is the key of the rule or condition it is about, or "".
    """

    round: Round | None
    clashes: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How large the groups would be by the counts alone; () where these cannot work."""
        if self.round is None or self.clashes:
            return ()
        frame = self.round.frame()
        even = even_sizes(frame, most_placed(frame))
        return tuple(int(size) for size in even if size)


@dataclass
class _Gathering:
    clashes: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)

    def of(self, looked: Callable[[], Iterable[Problem] | None], place: str | None = None) -> None:
        """What a check notices, or why it refuses; ``place``: what it is about."""
        try:
            self.notices += _placed(looked() or (), place)
        except CohortsError as error:
            self.clashes += _placed(error.problems, place)

    def usable(self, rule: Rule, round_: Round) -> bool:
        """Whether a rule has anything to go by; what there is to say of it is gathered."""
        try:
            is_usable, noticed = usable_rule(rule, round_)
        except CohortsError as error:
            self.clashes += error.problems
            return False
        self.notices += noticed
        return is_usable


def foreseen(applicants: Sequence[Applicant], programme: Programme, given: Given) -> Foreseen:
    """Of these people and what is asked. Raises nothing that composing would."""
    try:
        round_ = as_given(applicants, programme, **given)
    except CohortsError as error:
        return Foreseen(None, error.problems)
    found = _Gathering()
    found.of(lambda: check_counts(round_, programme), "")
    found.of(lambda: check_merit(round_), "")
    if not found.clashes:
        _of_rules(found, programme, round_)
    found.of(lambda: open_conditions(programme, round_))
    return Foreseen(round_, tuple(found.clashes), tuple(found.notices))


def _of_rules(found: _Gathering, programme: Programme, round_: Round) -> None:
    """What the rules ask of each other and of the people; each rule by itself, so that all tell."""
    in_force = rules_in_force(programme, round_)
    asked = programme.model_copy(update={"rules": in_force})
    found.of(lambda: check_pins(asked, round_), "")
    apart = next((rule.key for rule in in_force if any(rule.musts_apart(round_))), "")
    found.of(lambda: check_relations(asked, round_), apart)
    usable = [rule for rule in in_force if found.usable(rule, round_)]
    if not found.clashes:
        found.of(lambda: check_known(asked, usable, round_), "")
    found.of(lambda: unheard_of(asked, round_))


def _placed(problems: Iterable[Problem], place: str | None) -> Iterator[Problem]:
    for one in problems:
        yield one if place is None else Problem(one.code, place, one.facts)
