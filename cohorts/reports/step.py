"""What moving people does, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cohorts.hands.change import Change, Move, RuleChange
from cohorts.programme.programme import Programme
from cohorts.words import Language, say

SAYABLE = 0.05
"""Below half a tenth of a point nobody can see a difference."""


def step_lines(change: Change, programme: Programme, language: Language) -> list[str]:
    """Who moves, what breaks, what it does over everything, and then each rule that changes."""
    with programme.in_own_words():
        return _lines(change, programme, language)


def _lines(change: Change, programme: Programme, language: Language) -> list[str]:
    lines = [_move(move, language) for move in change.moves]
    if not lines:
        return [say("step.nothing", language)]
    for off in change.sizes:
        facts = {"group": off.group, "size": off.size}
        facts |= {"smallest": off.smallest, "largest": off.largest}
        lines.append(say("step.size", language, **facts))
    if change.places_off > 0:
        lines.append(say("step.places", language))
    lines += [broken(rule, programme, language) for rule in change.broken]
    lines += _overall(change, language)
    for rule in change.rules:
        lines += _rule(rule, programme, language)
    return lines


def step_data(change: Change, programme: Programme, language: Language) -> dict[str, Any]:
    """The same for machines."""
    return {
        "moves": [
            {"person": str(m.person.id), "from": m.source, "to": m.target} for m in change.moves
        ],
        "points": change.points,
        "decided_by": change.decided_by,
        "allowed": change.allowed,
        "rules": [
            {
                "rule": rule.rule,
                "points": rule.points,
                "breaches": rule.breaches,
                "people": [str(person.id) for person in rule.people],
            }
            for rule in change.rules
        ],
        "sizes": [asdict(off) for off in change.sizes],
        "sentences": step_lines(change, programme, language),
    }


def broken(rule: RuleChange, programme: Programme, language: Language) -> str:
    """The must that is no longer met, and whom it is about."""
    key = "step.rule_broken_people" if rule.people else "step.rule_broken"
    people = tuple(person.label for person in rule.people)
    return say(key, language, rule=programme.rule(rule.rule).title(language), people=people)


def _move(move: Move, language: Language) -> str:
    key = "placed" if move.source is None else "out" if move.target is None else "move"
    facts = {"person": move.person.label, "source": move.source, "target": move.target}
    return say(f"step.{key}", language, **facts)


def _overall(change: Change, language: Language) -> Iterator[str]:
    """What decides, where that comes before the points; and the points."""
    points = change.points
    key = "same" if abs(points) < SAYABLE else "better" if points < 0 else "worse"
    if change.decided_by is not None:
        yield decisive(change, "step", language)
        key = f"fit_{key}"
    yield say(f"step.{key}", language, points=points_of(points, language))


def decisive(change: Change, where: str, language: Language) -> str:
    """The sentence of ``where`` about the level that decides; "" where the points do."""
    if change.decided_by is None:
        return ""
    way = "better" if change.better else "worse"
    return say(f"{where}.{change.decided_by}_{way}", language)


def points_of(points: float, language: Language) -> str:
    """So many points, whichever way."""
    return say("step.points", language, number=abs(points))


def _rule(rule: RuleChange, programme: Programme, language: Language) -> Iterator[str]:
    """How much better or worse, and below it each group's own sentence where that is another."""
    asked = programme.rule(rule.rule)
    before = {f.group: asked.sentence(f, language) for f in rule.before}
    after = {f.group: asked.sentence(f, language) for f in rule.after}
    said = {g: sentence for g, sentence in after.items() if sentence != before.get(g)}
    if abs(rule.points) >= SAYABLE:
        key = "rule_better" if rule.points < 0 else "rule_worse"
        points = points_of(rule.points, language)
        yield say(f"step.{key}", language, rule=asked.titles, points=points)
    elif rule.breaches < 0:
        yield say("step.rule_mended", language, rule=asked.titles)
    elif said and not rule.breaches:
        key = "rule_same" if rule.weighed else "rule_told"
        yield say(f"step.{key}", language, rule=asked.titles)
    for group, sentence in said.items():
        yield "  " + say("step.in_group", language, group=group, sentence=sentence)
