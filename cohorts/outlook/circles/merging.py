"""A circle merged with another or with a group: what that costs, by each rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.outlook.circles.circle import Effect, Merge, With
from cohorts.outlook.circles.judged import judged
from cohorts.people.applicant import Applicant
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule

NOTICED = 0.05
MOST = 2
Members = tuple[Applicant, ...]
Sides = Mapping[tuple[With, str], Members]


def merges(
    members: Members, others: Sides, rules: Sequence[Rule], round_: Round
) -> tuple[Merge, ...]:
    """The best two circles and the best two groups to merge ``members`` with."""
    sides = list(others.items())
    together = {i: (*members, *people) for i, (_, people) in enumerate(sides)}
    apart = {i: people for i, (_, people) in enumerate(sides)}
    own = judged({0: members}, rules, round_)
    after, before = judged(together, rules, round_), judged(apart, rules, round_)
    found = []
    for i, ((kind, name), people) in enumerate(sides):
        broken = tuple(r.key for r in rules if i in after[r.key] and after[r.key][i].broken)
        wishes = [r for r in rules if not r.is_must and i in after[r.key]]
        changes = [
            Effect(
                rule.key,
                _mean(own[rule.key].get(0), len(members), before[rule.key].get(i), len(people)),
                after[rule.key][i].quality,
            )
            for rule in wishes
        ]
        noticed = [c for c in changes if abs(c.before - c.after) >= NOTICED]
        total = len(members) + len(people)
        over = max(total - round_.largest, 0)
        worst_first = tuple(sorted(noticed, key=lambda c: (c.after - c.before, c.rule)))
        found.append(Merge(kind, name, total, over, broken, worst_first))
    return tuple(
        merge
        for kind in With
        for merge in sorted((m for m in found if m.kind is kind), key=_worth)[:MOST]
    )


def _worth(merge: Merge) -> tuple[bool, int, float, str]:
    """The better to do, the smaller."""
    loss = sum(change.before - change.after for change in merge.changes)
    return (merge.over > 0, len(merge.broken), round(loss, 6), merge.name)


def _mean(
    here: GroupFinding | None, of_here: int, there: GroupFinding | None, of_there: int
) -> float:
    """The quality of two groups, by their people."""
    one, other = (here.quality if here else 0.0), (there.quality if there else 0.0)
    return round((one * of_here + other * of_there) / (of_here + of_there), 3)
