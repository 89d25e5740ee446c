"""What a composition costs, in words."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.outlook.prices import MustPrice, Prices, ProbablePrice, ShapePrice, Weakest
from cohorts.programme.programme import Programme
from cohorts.reports.step import SAYABLE, points_of
from cohorts.words import Language, say
from cohorts.words.first_of import first_of

MOST_NAMED = 20


def price_lines(found: Prices, language: Language) -> list[str]:
    """Musts, the weakest wish, other lots, other sizes and the probable ones; one part each."""
    with found.proposal.programme.in_own_words():
        return _lines(found, language)


def _lines(found: Prices, language: Language) -> list[str]:
    programme = found.proposal.programme
    lines = [say("prices.musts", language)]
    lines += [f"  {_must(must, programme, language)}" for must in found.musts]
    if not found.musts:
        lines.append("  " + say("prices.no_musts", language))
    if found.weakest is not None:
        lines += ["", say("prices.weakest", language)]
        lines += [f"  {line}" for line in _weakest(found.weakest, programme, language)]
    lines += ["", say("prices.lots", language, count=len(found.lots.seeds))]
    lines += [f"  {line}" for line in _lots(found, language)]
    lines += ["", say("prices.shapes", language)]
    for shape in found.shapes:
        lines += [f"  {line}" for line in _shape(shape, found, language)]
    if found.probable is not None:
        lines += ["", say("prices.probable", language, count=len(found.probable.probable))]
        lines += [f"  {line}" for line in _probable(found.probable, language)]
    return [*lines, "", say("step.scale", language)]


def _must(must: MustPrice, programme: Programme, language: Language) -> str:
    title = programme.rule(must.rule).titles
    if must.placed > 0:
        return say("prices.must_placed", language, rule=title, count=must.placed)
    if must.points < SAYABLE:
        return say("prices.must_free", language, rule=title)
    points = points_of(must.points, language)
    facts = {"rule": title, "points": points, "count": must.breaches, "moved": must.moved}
    return say("prices.must", language, **facts)


def _weakest(weakest: Weakest, programme: Programme, language: Language) -> Iterator[str]:
    rule = programme.rule(weakest.rule)
    sentence = rule.sentence(weakest.finding, language)
    facts = {"rule": rule.titles, "group": weakest.finding.group, "sentence": sentence}
    yield say("prices.weakest_in", language, **facts)
    if weakest.swap is None:
        yield say("prices.no_swap", language)
        return
    people = tuple(person.label for person in weakest.swap)
    points = points_of(weakest.points, language)
    yield say("prices.swap", language, people=people, points=points)
    holds = tuple(programme.rule(key).title(language) for key in weakest.holds)
    if holds:
        yield say("prices.holds", language, rules=holds)


def _lots(found: Prices, language: Language) -> Iterator[str]:
    restless = found.lots.restless
    if not restless:
        yield say("prices.lots_same", language)
        return
    placed = found.proposal.round.n
    yield say("prices.lots_others", language, count=len(restless), n=placed)
    few = first_of(restless, MOST_NAMED)
    for one in few:
        facts = {"person": one.person.label, "times": one.times, "count": len(found.lots.seeds)}
        yield say("prices.lot_of", language, **facts)
    if more := len(restless) - len(few):
        yield say("prices.more", language, count=more)


def _shape(shape: ShapePrice, found: Prices, language: Language) -> Iterator[str]:
    """Points can be compared only where as many people have a place as now."""
    if not shape.possible:
        yield say(f"prices.{shape.shape}_not", language)
        return
    yield say(f"prices.{shape.shape}", language, groups=shape.groups, placed=shape.placed)
    now = sum(len(group) for group in found.proposal.composition.groups.values())
    if abs(shape.points) >= SAYABLE and shape.placed == now:
        key = "better" if shape.points < 0 else "worse"
        yield "  " + say(f"step.{key}", language, points=points_of(shape.points, language))
    for key, rules in (("rules_better", shape.better), ("rules_worse", shape.worse)):
        titles = tuple(found.proposal.programme.rule(rule).title(language) for rule in rules)
        if titles:
            yield "  " + say(f"prices.{key}", language, rules=titles)


def _probable(probable: ProbablePrice, language: Language) -> Iterator[str]:
    if not probable.possible:
        yield say("prices.probable_not", language)
        return
    facts = {"groups": probable.groups, "count": len(probable.placed)}
    yield say("prices.probable_groups", language, **facts)
    for key, people in (("moved", probable.moved), ("left", probable.left)):
        labels = [person.label for person in first_of(people, MOST_NAMED)]
        if more := len(people) - len(labels):
            labels.append(say("report.more", language, count=more))
        if labels:
            yield say(f"prices.probable_{key}", language, people=tuple(labels))
    if not (probable.moved or probable.left):
        yield say("prices.probable_stay", language)
