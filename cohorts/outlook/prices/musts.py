"""What every must costs: compose on without it, from where everybody sits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cohorts.composing import engines
from cohorts.hands.standing import Standing
from cohorts.outlook.prices.price import MustPrice
from cohorts.outlook.prices.seatings import seating_of
from cohorts.round.diff import diff
from cohorts.rules.rule import Rule
from solver.grouping import Grouping
from solver.pricing import POINT, with_cheapest_choices
from solver.solution import Effort
from solver.terms import Term


def must_prices(here: Standing, effort: Effort) -> Iterator[MustPrice]:
    """The rules that demand anything, in the programme's order."""
    for rule in here.asked.rules:
        hard = [term for term in here.asked.terms_of(rule.key) if term.freed() is not term]
        if hard:
            yield _price(here, rule, hard, effort)


def _price(here: Standing, rule: Rule, hard: list[Term], effort: Effort) -> MustPrice:
    task, round_ = here.asked.task, here.round
    let_go = {term.name for term in hard}
    # a wish stays a wish: only what is demanded goes
    freed = (t.freed() if t.name in let_go else t for t in task.terms)
    freer = replace(task, terms=tuple(t for t in freed if t is not None))
    found = engines.solve(freer, seed=round_.seed, effort=effort, start=here.grouping)
    # what nobody asks any more is still chosen as well as can be, to count what it breaks
    chosen = with_cheapest_choices(hard, found.grouping.assignment, task)
    whole = Grouping(
        found.grouping.assignment, task.groups, {**chosen.choices, **found.grouping.choices}
    )
    before, after = seating_of(here.grouping, round_), seating_of(found.grouping, round_)
    return MustPrice(
        rule=rule.key,
        points=(here.score.points - found.score.points) / POINT,
        placed=here.score.not_placed - found.score.not_placed,
        breaches=sum(int(term.charge(whole).breaches.sum()) for term in hard),
        moved=len(diff(before, after).moved),
    )
