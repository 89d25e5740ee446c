"""What a programme's rules ask of the solver, with prices; rules that can ask nothing drop out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cohorts.composing.likeness_first import alike_of, not_first
from cohorts.errors import InputError, Problem
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.rule import Demand, Rule
from solver.errors import InvalidTaskError
from solver.pricing import breach_price, graded_price
from solver.task import Task
from solver.terms import Term


@dataclass(frozen=True)
class Asked:
    """The task to solve, the rules behind it, and the rules that had to be left out."""

    task: Task
    rules: tuple[Rule, ...]
    left_out: tuple[Problem, ...]

    def terms_of(self, key: str) -> tuple[Term, ...]:
        """The terms by which the rule with this key asks."""
        return tuple(term for term in self.task.terms if term.owner == key)

    def with_floor(self, floor: int | None) -> Asked:
        """The same, by the sum of standings that an answer states it may not fall below."""
        return self if floor is None else replace(self, task=replace(self.task, floor=floor))

    @property
    def weights(self) -> dict[str, int | None]:
        """Term name → price per unit of amount, None for a must."""
        return {term.name: term.price for term in self.task.terms}


def rules_in_force(programme: Programme, round_: Round) -> tuple[Rule, ...]:
    """The programme's rules, and those that pins, merit or an earlier composition bring along."""
    named = {rule.rule for rule in programme.rules}
    brought = [
        rule
        for name, kind in rules().items()
        for rule in kind.brought_by(round_, name, asked=name in named)
    ]
    # who sits where comes first
    brought.sort(key=lambda rule: rule.fixed_seat(round_) is None)
    asked = (rule for rule in (*programme.rules, *brought) if not rule.idle_in(round_))
    return tuple(rule.in_round(round_) for rule in asked)


def ask(programme: Programme, round_: Round) -> Asked:
    """All demands of a round, priced.

    Raises InputError where no rule has anything to say, or the arithmetic overflows.
    """
    frame = round_.frame()
    terms: list[Term] = []
    kept: list[Rule] = []
    left_out: list[Problem] = []
    for rule in programme.rules:
        asked, refused = _priced(rule, round_, frame)
        terms += asked
        left_out += refused
        if asked or not refused:
            kept.append(rule)
    try:
        alike = alike_of(programme.groups.alike_first, kept, terms, frame)
        task = replace(frame, terms=tuple(terms), alike=alike)
    except InvalidTaskError as error:
        owner = error.facts.get("owner")
        rule = next((r for r in kept if r.key == owner), kept[0])
        raise InputError(_too_large(rule)) from None
    left_out += [
        Problem("compose.not_alike_first", rule.key, {"rule": rule.titles})
        for rule in not_first(programme.groups.alike_first, kept, terms, alike)
    ]
    return Asked(task, tuple(kept), tuple(left_out))


def musts(rules_: Sequence[Rule], round_: Round) -> Task:
    """The task with only what must hold, and no wishes."""
    frame = round_.frame()
    terms = (
        replace(demand.term.demanded(), owner=rule.key)
        for rule in rules_
        for demand in rule.demands(round_)
        if demand.breach
    )
    return replace(frame, terms=tuple(terms))


def _priced(rule: Rule, round_: Round, frame: Task) -> tuple[list[Term], list[Problem]]:
    """What the rule asks, with prices; and why a wish of it can ask nothing.

    A must never falls with a wish of the same rule.
    """
    terms: list[Term] = []
    refused: list[InvalidTaskError] = []
    try:
        demands = rule.demands(round_)
    except InvalidTaskError as error:
        return [], [_fault(rule, error, beside_must=False)]
    for demand in demands:
        try:
            terms.append(_with_price(replace(demand.term, owner=rule.key), demand, frame))
        except InvalidTaskError as error:
            refused.append(error)
            if demand.breach:
                terms.append(replace(demand.term.demanded(), owner=rule.key))
    must = any(demand.breach for demand in demands)
    return terms, [_fault(rule, error, beside_must=must) for error in refused]


def _with_price(term: Term, demand: Demand, frame: Task) -> Term:
    if demand.weight is None:
        return term.demanded()
    if demand.people is None:
        return replace(term, price=graded_price(frame, term, demand.weight))
    return replace(term, price=breach_price(demand.weight, demand.people))


def _fault(rule: Rule, error: InvalidTaskError, *, beside_must: bool) -> Problem:
    """Why a wish is left out; arithmetic that cannot be done at all is an error."""
    if error.code in ("no_difference", "weight_zero"):
        code = f"compose.{error.code}{'_beside_must' if beside_must else ''}"
        return Problem(code, rule.key, {"rule": rule.titles})
    raise InputError(_too_large(rule))


def _too_large(rule: Rule) -> Problem:
    return Problem("compose.too_large_numbers", rule.key, {"rule": rule.titles})
