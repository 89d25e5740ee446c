"""What a programme's rules ask of the solver, with prices; rules that can ask nothing drop out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cohorts.errors import InputError
from cohorts.errors import Problem as Fault
from cohorts.programme import Programme
from cohorts.round import Round
from cohorts.rules import rules
from cohorts.rules.pin import Pin
from cohorts.rules.rule import Demand, Level, Rule
from solver.errors import InvalidProblemError
from solver.pricing import breach_price, graded_price
from solver.problem import Problem
from solver.terms import Choice, Stay, Term


@dataclass(frozen=True)
class Asked:
    """The problem to solve, the rules behind it, and the rules that had to be left out."""

    problem: Problem
    rules: tuple[Rule, ...]
    left_out: tuple[Fault, ...]

    @property
    def weights(self) -> dict[str, int | None]:
        """Term name → price per unit of amount, None for a must."""
        return {term.name: term.price for term in self.problem.terms}


def rules_in_force(programme: Programme, round_: Round) -> tuple[Rule, ...]:
    """The programme's rules, and those that pins, merit or an earlier composition bring along."""
    named = {rule.rule for rule in programme.rules}
    brought = {"merit": round_.merit, "stay": round_.previous}
    extra = [
        rules()[name](rule=name, key=name)
        for name, given in brought.items()
        if given is not None and name not in named
    ]
    pins = [
        Pin(rule="pin", key=f"pinned-{person}", person=person, group=group)
        for person, group in sorted(round_.pins.items())
    ]
    found = tuple(
        rule.named(round_) if isinstance(rule, Pin) else rule
        for rule in (*programme.rules, *pins, *extra)
    )
    if not round_.keep:
        return found
    must = {"level": Level.MUST}
    return tuple(r.model_copy(update=must) if r.rule == "stay" else r for r in found)


def ask(programme: Programme, round_: Round) -> Asked:
    """All demands of a round, priced.

    Raises InputError where no rule has anything to say, or the arithmetic overflows.
    """
    frame = round_.frame()
    terms: list[Term] = []
    kept: list[Rule] = []
    left_out: list[Fault] = []
    for rule in programme.rules:
        try:
            terms += _priced(rule, round_, frame)
        except InvalidProblemError as error:
            left_out.append(_fault(rule, error))
        else:
            kept.append(rule)
    try:
        problem = replace(frame, terms=tuple(terms))
    except InvalidProblemError as error:
        name = str(error.facts.get("term"))
        rule = next((r for r in kept if name == r.key or name.startswith(f"{r.key}.")), kept[0])
        raise InputError(_too_large(rule)) from None
    return Asked(problem, tuple(kept), tuple(left_out))


def musts(rules_: Sequence[Rule], round_: Round) -> Problem:
    """The problem with only what must hold, and no wishes."""
    frame = round_.frame()
    demands = (demand for rule in rules_ for demand in rule.demands(round_))
    terms = tuple(_with_price(demand, frame) for demand in demands if demand.weight is None)
    return replace(frame, terms=terms)


def _priced(rule: Rule, round_: Round, frame: Problem) -> Iterator[Term]:
    return iter([_with_price(demand, frame) for demand in rule.demands(round_)])


def _with_price(demand: Demand, frame: Problem) -> Term:
    term = demand.term
    if demand.weight is None:
        # what a choice or a move may not do is hard already; there is nothing to price
        price = 0 if isinstance(term, Choice | Stay) else None
    elif demand.people is None:
        price = graded_price(frame, term, demand.weight)  # type: ignore[arg-type]
    else:
        price = breach_price(demand.weight, demand.people)
    return replace(term, price=price)  # type: ignore[type-var]


def _fault(rule: Rule, error: InvalidProblemError) -> Fault:
    """Why a rule is left out; arithmetic that cannot be done at all is an error."""
    if error.code in ("no_difference", "weight_zero"):
        return Fault(f"compose.{error.code}", rule.key, {"rule": rule.titles})
    raise InputError(_too_large(rule))


def _too_large(rule: Rule) -> Fault:
    return Fault("compose.too_large_numbers", rule.key, {"rule": rule.titles})
