"""Random rounds with votes: is what is said of everybody without a place what kept them out?

Of each: the causes taken away together admit the person, and no proper part of them does; those
who are said to stand ahead do; the lot decided among as many as is said. By every grouping of up to
ten people, and of up to 24 where standing alone decides (:mod:`benchmarks.all_subsets`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import Any

from benchmarks.all_subsets import Asked, Judge
from benchmarks.ledger import Ledger, parser
from cohorts.composing.compose import compose, demands_of
from cohorts.composing.hindrances.causes import Cause, Kind
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import NotPlaced, Proposal
from cohorts.errors import InputError, NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.reports.by_standing import standing_said
from cohorts.round.finding import Fact
from cohorts.round.merit import THOUSANDTHS
from cohorts.words import Language
from cohorts.words.phrase import number

Dice = random.Random
ALONE = 24
"""People up to which standing alone decides; with fit up to SMALL."""
SMALL = 10
OTHER = 1_000_003
"""Added to the number of a round, so that its margin is drawn from other numbers."""


def made(seed: int) -> tuple[tuple[Applicant, ...], Programme, Given]:
    """A round of votes: few different numbers of them, so that there are ties."""
    dice = Dice(seed)
    alone = dice.random() < 0.4
    n = dice.randint(11, dice.choice([14, 18, ALONE])) if alone else dice.randint(5, SMALL)
    groups = 1 if alone else dice.choice([1, 1, 2])
    places = dice.randint(2, max(2, min(11, n - 2)))
    high = max(-(-places // groups), 1) + dice.randint(0, 1)
    ranked = alone or dice.random() < 0.75
    rules: list[dict[str, Any]] = [{"rule": "merit", "weight": dice.choice([1, 4, 8])}]
    kinds = {RelationKind.COMPETITOR: dice.choice([0, 2, 4]), RelationKind.TOGETHER: 0}
    if kinds[RelationKind.COMPETITOR]:
        rules.append({"rule": "keep_apart"})
    if dice.random() < 0.35:
        rules.append({"rule": "keep_together"})
        kinds[RelationKind.TOGETHER] = dice.randint(1, 2)
    if dice.random() < 0.35:
        most = dice.randint(1, 3)
        rules.append({"rule": "at_most", "field": "branche", "most": most, "level": "must"})
    if not alone and dice.random() < 0.5:
        rules.append({"rule": "past_contact", "wish": "avoid", "kinds": ["met"]})
        kinds[RelationKind.MET] = dice.randint(2, 6)
    if dice.random() < 0.3:
        for person in dice.sample(range(n), dice.randint(1, min(2, places))):
            group = dice.randint(1, groups)
            pin = {"rule": "pin", "key": f"pin{person}", "person": f"p{person:02}", "group": group}
            rules.append(pin)
    ids = [ApplicantId(f"p{i:02}") for i in range(n)]
    people = tuple(
        Applicant(id=one, name=f"N{i}", extra={"branche": dice.choice("abcd")})
        for i, one in enumerate(ids)
    )
    other = Dice(seed + OTHER)
    margin = other.choice([0, 0, other.randint(1, 8)]) if ranked else 0
    plan = {"size": (1, high), "target": max(1, min(high, places // groups))}
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {
                **plan,
                "places": f"at most {places}",
                "standing": "first" if ranked else "weighed",
                "margin": margin,
            },
            "rules": rules,
        }
    )
    relations: dict[tuple[int, int], Relation] = {}
    for kind, count in kinds.items():
        for _ in range(count):
            a, b = sorted(dice.sample(range(n), 2))
            relations.setdefault((a, b), Relation(ids[a], ids[b], kind, None))
    top = dice.choice([2, 4, 9])
    merit = {one: THOUSANDTHS * dice.randint(0, top) for one in ids}
    given = Given(relations=tuple(relations.values()), merit=merit, seed=seed, groups=groups)
    return people, programme, given


def as_asked(proposal: Proposal) -> Asked:
    """The round in plain sets, with the prices by which it was composed."""
    round_, rules = proposal.round, {rule.rule: rule for rule in proposal.programme.rules}
    row = round_.rows
    pairs: dict[RelationKind, list[int]] = {kind: [] for kind in RelationKind}
    for one in round_.relations:
        pairs[one.kind].append((1 << row[one.a]) | (1 << row[one.b]))
    trades: dict[str, int] = {}
    for a in round_.applicants:
        trades[a.extra["branche"]] = trades.get(a.extra["branche"], 0) | 1 << row[a.id]
    weights = proposal.weights
    pins = [rule for rule in proposal.programme.rules if rule.rule == "pin"]
    return Asked(
        n=round_.n,
        groups=round_.groups,
        low=round_.smallest,
        high=round_.largest,
        places=round_.places.number or round_.n,
        lot=round_.lot,
        merit=[(round_.merit or {})[a.id] for a in round_.applicants],
        ranked=round_.ranked,
        apart=tuple(pairs[RelationKind.COMPETITOR]) if "keep_apart" in rules else (),
        together=joined(pairs[RelationKind.TOGETHER]) if "keep_together" in rules else (),
        trades=tuple(trades.values()) if "at_most" in rules else (),
        most=getattr(rules.get("at_most"), "most", 0),
        pins=tuple((row[p.person], p.group - 1) for p in pins),  # type: ignore[attr-defined]  # all are pins
        dislikes=tuple(pairs[RelationKind.MET]) if "past_contact" in rules else (),
        price=next((w or 0 for name, w in weights.items() if name.startswith("past_contact")), 0),
        merit_price=weights.get("merit") or 0,
        floor=proposal.standing.floor if proposal.standing is not None else None,
    )


def joined(sets: list[int]) -> tuple[int, ...]:
    """Sets that share somebody are one."""
    left: list[int] = []
    for one in sets:
        whole = one
        for other in left:
            whole |= other if other & one else 0
        left = [*(other for other in left if not other & one), whole]
    return tuple(left)


def faults(left: NotPlaced, proposal: Proposal, judge: Judge) -> list[str]:
    """What is not so in what is said of one person."""
    round_ = proposal.round
    row = round_.rows[left.applicant.id]
    known = {kind.value for kind in Kind}
    codes = [h.code for h in left.hindrances]
    if not set(codes) <= known:
        return [f"undecided {codes}"]
    causes = [Cause(Kind(h.code), h.rule) for h in left.hindrances]
    found = [] if judge.admits(row, causes) else [f"does not admit {codes}"]
    found += [
        f"{[c.kind.value for c in part]} of {codes} admits"
        for size in range(len(causes))
        for part in combinations(causes, size)
        if judge.admits(row, part)
    ]
    merit = round_.merit or {}
    mine = merit[left.applicant.id]
    by_label = {a.label: merit[a.id] for a in round_.applicants}
    lower = any(merit[one] < mine for one in proposal.composition.seats)
    for one in left.hindrances:
        if one.code == Kind.STANDING:
            ahead = {label for label, points in by_label.items() if points > mine}
            found += [] if set(one.people) == ahead else ["ahead is wrong"]
        if one.code == Kind.LOT:
            found += wrong_lot(one.facts, proposal, judge)
    rules = any(h.rule or h.facts.get("lower_by") for h in left.hindrances)
    may_pass = [[Kind.COUNT], [Kind.ROOM], *([[Kind.FIT]] if round_.margin else [])]
    if round_.ranked and lower and not rules and codes not in may_pass:
        found.append(f"passed over, told {codes}")
    return found


def wrong_lot(facts: Mapping[str, Fact], proposal: Proposal, judge: Judge) -> list[str]:
    """Where the lot decided among others than is said; of a large round, among fewer than said."""
    some, every = judge.drawn()
    placed = len(proposal.composition.seats)
    true = ((some & ~every).bit_count(), placed - every.bit_count())
    said = (int(str(facts["equals"])), int(str(facts["drawn"])))
    fewer = proposal.round.n > SMALL and said[0] <= true[0] and said[1] <= true[1]
    return [] if said == true or fewer else [f"lot among {said}, true {true}"]


def wrong_floor(proposal: Proposal) -> list[str]:
    """Where the floor is not what the best by standing leaves, or the margin gave too much."""
    said, asked = proposal.standing, as_asked(proposal)
    if said is None or said.floor is None:
        return []
    highest = Judge(replace(asked, floor=None)).highest()
    merit = sum(asked.merit[proposal.round.rows[one]] for one in proposal.composition.seats)
    cost = number((highest - merit) / THOUSANDTHS, Language.EN)
    told = standing_said(proposal, Language.EN)
    is_told = highest <= merit or not proposal.not_placed or cost in told
    found = [] if said.floor == highest - said.margin else [f"floor {said.floor}, best {highest}"]
    found += [] if is_told else [f"cost {cost}: {told}"]
    return found


def measure(seed: int) -> dict[str, Any]:
    """One round: who has no place, what is said of them, and what of it is not so."""
    people, programme, given = made(seed)
    record: dict[str, Any] = {"people": len(people)}
    try:
        round_ = prepare(people, programme, **given)
        demands_of(programme, round_)
        proposal = compose(people, programme, effort="quick", **given)
    except (InputError, NoCompositionError):
        return {**record, "composed": False}
    judge = Judge(as_asked(proposal))
    kinds = Counter("+".join(h.code for h in left.hindrances) for left in proposal.not_placed)
    floor = wrong_floor(proposal)
    wrong = {
        str(left.applicant.id): found
        for left in proposal.not_placed
        if (found := faults(left, proposal, judge))
    }
    if floor:
        wrong["the floor"] = floor
    margin = proposal.round.margin / THOUSANDTHS
    told = {"kinds": dict(sorted(kinds.items())), "wrong": wrong}
    return {**record, "composed": True, "margin": margin, **told}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--seed", type=int, default=0, help="number of the first round")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=True)
    kinds: Counter[str] = Counter()
    rounds, wrong, number = 0, 0, given.seed * 1_000
    while rounds < given.rounds:
        record = ledger.measure(f"round {number}", partial(measure, number))
        number += 1
        if record["composed"]:
            rounds += 1
            kinds.update(record["kinds"])
            wrong += len(record["wrong"])
    total = {"rounds": rounds, "without": sum(kinds.values()), "kinds": dict(kinds), "wrong": wrong}
    ledger.measure(f"rounds of seed {given.seed}", lambda: total)


if __name__ == "__main__":
    main()
