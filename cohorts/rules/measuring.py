"""From what a rule says of one group to a finding over all; and again after a few groups changed.

Here, and nowhere else, it is decided what is *broken*: where any amount that is demanded is above
zero. A must and a wish of one rule are two demands, so that neither the level of the rule nor that
of a row can say otherwise than the solver counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition, Options
from cohorts.round.finding import ABSENT, FEW, NO_AMOUNTS, Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.seated import Seated

if TYPE_CHECKING:
    from cohorts.rules.rule import Rule


@dataclass(frozen=True, eq=False)
class Measured:
    """A rule measured in a composition.

    ``others``: what its groups were told of each other; ``by_group``: what it finds in each open
    group; ``missing``: see :class:`Finding`. ``since``: what it found by group when it was measured
    before, and the groups that were looked at again; None where all were.
    """

    rule: Rule
    composition: Composition
    round_: Round
    others: Any
    by_group: Mapping[int, GroupFinding]
    missing: int
    since: tuple[Mapping[int, GroupFinding], Collection[int]] | None = None

    @cached_property
    def finding(self) -> Finding:
        """What it finds in every group, and over all."""
        groups = tuple(self.by_group[n] for n in self.composition.groups if n in self.by_group)
        return Finding(self.rule.key, groups, self.whole, self.missing)

    @cached_property
    def whole(self) -> GroupFinding:
        """What belongs to no single group: broken where no group has part in the breach."""
        if not self.rule.speaks_in(self.round_):
            return NO_AMOUNTS
        pool = pool_of(self.rule, self.round_)
        whole = self.rule.measure_whole(self.composition, pool, self.others)
        names = {n for n, amount in whole.amounts.items() if amount > 0}
        names &= demanded(self.rule, self.round_)
        if names:
            shares = (share for group in self.by_group.values() for share in group.shares.items())
            names -= {n for n, amount in shares if amount > 0}
        return replace(whole, broken=True) if names else whole

    def differs_in(self, before: Measured) -> list[int]:
        """The groups, ascending, in which something else was found before, or nothing."""
        old, now = before.by_group, self.by_group
        look: Collection[int] = {*old, *now}
        if self.since is not None and self.since[0] is old:
            look = self.since[1]
        pairs = ((n, old.get(n), now.get(n)) for n in sorted(look))
        return [n for n, one, other in pairs if one is not other and one != other]


class Known:
    """What was found of single groups, for as long as several places of one person are tried.

    The group that they leave is as it is wherever they go.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, int], list[tuple[Seated, GroupFinding]]] = {}

    def of(self, rule: Rule, group: Seated, round_: Round) -> GroupFinding:
        """What ``rule`` finds in ``group``."""
        known = self._found.setdefault((rule.key, group.number), [])
        for seated, found in known:
            if seated == group:
                return found
        found = _group(rule, group, round_)
        known.append((group, found))
        return found


def pool_of(rule: Rule, round_: Round) -> Any:
    """What the rule needs of the whole round, worked out once in a round."""
    return round_.once(rule, "pool", lambda: rule.pool(round_))


def demanded(rule: Rule, round_: Round) -> frozenset[str]:
    """The names of the rule's amounts of which every unit is a breach."""
    return round_.once(
        rule, "demanded", lambda: frozenset(d.breach for d in rule.demands(round_) if d.breach)
    )


def unknown_to(rule: Rule, round_: Round) -> frozenset[ApplicantId]:
    """Of whom the rule knows nothing."""
    pool = pool_of(rule, round_)
    people = round_.applicants
    return round_.once(
        rule, "unknown", lambda: frozenset(a.id for a in people if rule.is_unknown(a, pool))
    )


def measured(rule: Rule, composition: Composition, round_: Round) -> Measured:
    """The rule in every group; in none where it does not speak."""
    if not rule.speaks_in(round_):
        return Measured(rule, composition, round_, None, {}, 0)
    others = rule.others(composition, pool_of(rule, round_))
    groups = [_seated(rule, composition, number, others) for number in composition.groups]
    found = {group.number: _group(rule, group, round_) for group in groups}
    missing = sum(_missing(rule, members, round_) for members in composition.groups.values())
    return Measured(rule, composition, round_, others, found, missing)


def among_few(
    rule: Rule, members: tuple[Applicant, ...], taken: Options, round_: Round
) -> GroupFinding:
    """What the rule finds in two or three people by themselves, who take these options."""
    alone = Composition({FEW: members}, choices={rule.key: {FEW: taken}})
    others = rule.others(alone, pool_of(rule, round_))
    return _group(rule, _seated(rule, alone, FEW, others), round_)


def remeasured(
    before: Measured, now: Composition, touched: Collection[int], known: Known
) -> Measured:
    """What ``measured`` gives for ``now``, where only the groups ``touched`` are not as before."""
    rule, round_, was = before.rule, before.round_, before.composition.groups
    if not rule.speaks_in(round_):
        return before
    others = rule.others(now, pool_of(rule, round_))
    look = set(touched)
    if others != before.others:
        mind = rule.minding(before.others, others, now)
        look.update(now.groups if mind is None else mind)
    found = dict(before.by_group)
    for number in look:
        found.pop(number, None)
        if number in now.groups:
            one = known.of(rule, _seated(rule, now, number, others), round_)
            old = before.by_group.get(number)
            # the very same where nothing changed, which is quickly seen
            found[number] = old if old is not None and one == old else one
    missing = before.missing
    if now.not_placed is not before.composition.not_placed:
        for number in touched:
            missing += _missing(rule, now.groups.get(number, ()), round_)
            missing -= _missing(rule, was.get(number, ()), round_)
    return Measured(rule, now, round_, others, found, missing, (before.by_group, look))


def _seated(rule: Rule, composition: Composition, number: int, others: Any) -> Seated:
    taken = composition.choices.get(rule.key, {}).get(number, ())
    return Seated(number, composition.groups[number], taken, others)


def _group(rule: Rule, group: Seated, round_: Round) -> GroupFinding:
    found = rule.measure_group(group, pool_of(rule, round_))
    counted = (*found.amounts.items(), *found.shares.items())
    if (absent := _absent(rule, round_)) and not any(amount for _, amount in counted):
        return replace(found, verdict=ABSENT, facts=absent, people=(), quality=0.0)
    broken = any(name in demanded(rule, round_) and amount > 0 for name, amount in counted)
    return replace(found, broken=broken) if broken != found.broken else found


def _absent(rule: Rule, round_: Round) -> Mapping[str, Fact]:
    """The facts of the verdict ABSENT; none where somebody has a value that the rule names."""
    named = round_.once(rule, "absent", lambda: rule.absent(round_))
    return {"field": next(iter(named)), "absent": tuple(chain(*named.values()))} if named else {}


def _missing(rule: Rule, members: tuple[Applicant, ...], round_: Round) -> int:
    unknown = unknown_to(rule, round_)
    return sum(a.id in unknown for a in members)
