"""How well people would sit together, by the rules' own measure in the round they applied to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition, Options
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.quantise import IntArray
from solver.terms import Choice

Groups = Mapping[int, Sequence[Applicant]]


def judged(
    groups: Groups, rules: Iterable[Rule], round_: Round
) -> dict[str, dict[int, GroupFinding]]:
    """Rule key → group number → finding. Somebody may sit in several of these groups at once."""
    people = {n: tuple(sorted(members, key=lambda a: a.id)) for n, members in groups.items()}
    rows = {n: np.array([round_.rows[a.id] for a in members]) for n, members in people.items()}
    found = {}
    for rule in rules:
        terms = (demand.term for demand in rule.demands(round_))
        choices = {t.name: _taken(t, rows) for t in terms if isinstance(t, Choice)}
        finding = rule.measure(Composition(people, (), choices), round_)
        found[rule.key] = {group.group: group for group in finding.groups}
    return found


def _taken(term: Choice, rows: Mapping[int, IntArray]) -> dict[int, Options]:
    """What each group would take by itself: what most members allow, then what costs least."""
    taken = {}
    for number, members in rows.items():
        against = (~term.allowed[members]).sum(axis=0)
        order = np.lexsort((term.cost[members].sum(axis=0), against))
        taken[number] = tuple(sorted(int(option) for option in order[: term.take]))
    return taken
