"""How well people would sit together, by the rules' own measure in the round they applied to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition, Options
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.choices import best_options
from solver.terms.choice import choices_of

Groups = Mapping[int, Sequence[Applicant]]


def judged(
    groups: Groups, rules: Iterable[Rule], round_: Round
) -> dict[str, dict[int, GroupFinding]]:
    """Rule key → group number → finding. Somebody may sit in several of these groups at once."""
    people = {n: tuple(sorted(members, key=lambda a: a.id)) for n, members in groups.items()}
    rows = {n: np.array([round_.rows[a.id] for a in members]) for n, members in people.items()}
    found = {}
    for rule in rules:
        # what each group would take by itself
        choices: dict[str, dict[int, Options]] = {
            term.name: {n: tuple(best_options(term, own).tolist()) for n, own in rows.items()}
            for term in choices_of(demand.term for demand in rule.demands(round_))
        }
        finding = rule.measure(Composition(people, (), choices), round_)
        found[rule.key] = {group.group: group for group in finding.groups}
    return found
