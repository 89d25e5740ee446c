"""What a change on a board comes to, in one sentence of facts: what decides, and what it costs.

Facts of people and groups, never our points. Whoever loses a place is said first, and that is
never said to be better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cohorts.hands.change import Change, RuleChange
from cohorts.programme.programme import Programme
from cohorts.reports.called import called
from cohorts.reports.step import broken
from cohorts.round.finding import OF_ALL, GroupFinding
from cohorts.rules.in_short import in_short
from cohorts.words import Language, say

SAYABLE = 0.05
"""Below half a tenth of a point nobody can see a difference."""
TELLING = 0.25
"""So much of what decides is worth a second clause."""


class Mark(StrEnum):
    """What a change is; each has its word, so that no colour or sign says it alone."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    BROKEN = "broken"
    FULL = "full"
    OUT = "out"


@dataclass(frozen=True)
class Consequence:
    """``word``: what ``mark`` says; ``sentence``: the facts. ``excused``: it takes a reason."""

    mark: Mark
    word: str
    sentence: str

    @property
    def excused(self) -> bool:
        """Whether it is only done with a reason and a name."""
        return self.mark in (Mark.BROKEN, Mark.FULL)


@dataclass(frozen=True)
class _Effect:
    """One rule in one group: points more (below zero: better), and what it finds there."""

    points: float
    group: int
    rule: RuleChange
    before: GroupFinding | None
    after: GroupFinding | None

    @property
    def is_seen(self) -> bool:
        """Whether what the rule finds in the group goes the same way as the points."""
        if self.before is None or self.after is None:
            return True
        return (self.after.quality - self.before.quality) * self.points < 0


def consequence(
    change: Change,
    programme: Programme,
    language: Language,
    of: int | None = None,
    *,
    done: bool = False,
) -> Consequence:
    """Of a change, told to somebody who looks at the group ``of`` (from 1); ``done``: it is so."""
    with programme.in_own_words():
        mark = mark_of(change)
        said = _Sentence(change, programme, language, of, done)
        return Consequence(mark, say(f"consequence.{mark}", language), said.made(mark))


def mark_of(change: Change) -> Mark:
    """A must before everything, then whoever loses a place, then the whole score."""
    if change.sizes or change.places_off > 0:
        return Mark.FULL
    if change.broken:
        return Mark.BROKEN
    if any(move.target is None for move in change.moves):
        return Mark.OUT
    if change.decided_by is None and abs(change.points) < SAYABLE:
        return Mark.SAME
    return Mark.BETTER if change.better else Mark.WORSE


@dataclass(frozen=True)
class _Sentence:
    change: Change
    programme: Programme
    language: Language
    of: int | None
    done: bool

    def made(self, mark: Mark) -> str:
        """A capital, one or two clauses, a full stop."""
        if mark is Mark.FULL:
            said = self._off()
        elif mark is Mark.BROKEN:
            said = next(self._breaches())
        elif mark is Mark.OUT:
            said = self._out()
        else:
            said = self._facts(mark)
        if not said:
            return say("consequence.no_difference", self.language)
        return f"{said[:1].upper()}{said[1:].rstrip('.')}."

    def _off(self) -> str:
        """A group that gets too small or too large, or the number of places."""
        if not self.change.sizes:
            return say("consequence.places", self.language)
        first = self.change.sizes[0]
        facts = {"size": first.size, "smallest": first.smallest, "largest": first.largest}
        return say("consequence.size", self.language, group=self._called(first.group), **facts)

    def _breaches(self) -> Iterator[str]:
        """Each must that breaks: what is found where it does; else its name."""
        for rule in self.change.broken:
            was = {found.group for found in rule.before if found.broken}
            new = [f for f in rule.after if f.broken and f.group not in was]
            for found in new or [f for f in rule.after if f.broken]:
                yield self._clause(rule, found, None)
            yield broken(rule, self.programme, self.language)

    def _out(self) -> str:
        """Who has no place then, and what is worst about it: nothing is praised."""
        out = tuple(m.person.label for m in self.change.moves if m.target is None)
        said = say("consequence.no_place", self.language, people=out)
        worst = max(self._effects(), key=lambda one: one.points, default=None)
        if worst is None or worst.points < SAYABLE:
            return said
        return self._joined("and", said, self._told(worst))

    def _facts(self, mark: Mark) -> str:
        """What decides, and behind it what weighs most the other way, or else as well."""
        sign = -1 if mark is Mark.BETTER else 1
        effects = sorted(self._effects(), key=lambda one: -abs(one.points))
        effects = list(self._said_once(effects))
        toward = [e for e in effects if e.points * sign > 0]
        against = [e for e in effects if e.points * sign < 0]
        level = self._level()
        first = level or next(map(self._told, toward), "")
        named = None if level or not toward or toward[0].group == OF_ALL else toward[0].group
        rest = toward if level else toward[1:]
        if not first:
            return next(map(self._told, against), "")
        weight = abs(toward[0].points) if toward else 0.0
        for word, others in (("but", against), ("and", rest)):
            for one in others[:1]:
                if abs(one.points) >= TELLING * weight:
                    return self._joined(word, first, self._told(one, named))
        return first

    def _level(self) -> str:
        """What comes before how well it fits, where that decides."""
        if self.change.decided_by is None:
            return ""
        placed = tuple(m.person.label for m in self.change.moves if m.source is None)
        if self.change.decided_by == "not_placed" and placed:
            return say("consequence.place", self.language, people=placed)
        way = "better" if self.change.better else "worse"
        return say(f"consequence.{self.change.decided_by}_{way}", self.language)

    def _effects(self) -> list[_Effect]:
        """Each rule in each group where it comes to something, and is seen to.

        A sum is smaller in a group of fewer people however these go together; so nobody's leaving
        is told as a gain, nor anybody's coming as a loss, where the rule finds the opposite.
        """
        found = []
        for rule in self.change.rules:
            for group, points in rule.by_group.items():
                if abs(points) < SAYABLE:
                    continue
                seen = [one for one in self._places(rule, group, points) if one.is_seen]
                found += seen[:1]
        return found

    def _places(self, rule: RuleChange, group: int, points: float) -> list[_Effect]:
        """The effect with what the rule finds there; of no group, what it finds in each."""
        after = {one.group: one for one in rule.after}
        before = {one.group: one for one in rule.before}
        where = [group]
        if group == OF_ALL and after:
            where = sorted(after, key=lambda number: number != self.of)
        return [_Effect(points, g, rule, before.get(g), after.get(g)) for g in where]

    def _said_once(self, effects: list[_Effect]) -> Iterator[_Effect]:
        """Without what tells what another told of the same group: that they share this theme."""
        told = set()
        for one in effects:
            tells = self.programme.rule(one.rule.rule).TELLS
            facts = one.after.facts if one.after else {}
            what = (one.group, str(facts.get(tells) or "").casefold())
            if what not in told or not what[1]:
                yield one
            told.add(what)

    def _told(self, effect: _Effect, named: int | None = None) -> str:
        """``named``: the group of the clause before it, which is not named again."""
        rule, group, before, after = effect.rule, effect.group, effect.before, effect.after
        if after is not None:
            said = self._clause(rule, after, before, named)
            if before is None or said != self._clause(rule, before, None, named):
                return said
        way = "better" if effect.points < 0 else "worse"
        title = self.programme.rule(rule.rule).titles
        said = say(f"consequence.a_little_{way}", self.language, rule=title)
        return self._in(group, said, named)

    def _clause(
        self,
        rule: RuleChange,
        now: GroupFinding,
        was: GroupFinding | None,
        named: int | None = None,
    ) -> str:
        said = in_short(self.programme.rule(rule.rule), now, self.language, was, done=self.done)
        return self._in(now.group, said, named)

    def _in(self, group: int, said: str, named: int | None) -> str:
        """With the group before it, unless that is the one looked at, or was named just now."""
        if group in (OF_ALL, self.of if named is None else named):
            return said
        return say("consequence.in_group", self.language, group=self._called(group), clause=said)

    def _called(self, group: int) -> str:
        return called(self.programme, group, self.language)

    def _joined(self, word: str, first: str, second: str) -> str:
        return say(f"consequence.{word}", self.language, first=first, second=second)
