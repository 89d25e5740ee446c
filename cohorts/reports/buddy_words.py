"""What is said of two who are buddies: why they are, what is not ideal, and what else there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cohorts.after.buddies import Bond, Buddies, GroupBuddies, Instead, People
from cohorts.after.buddy_fit import UNIT, Told
from cohorts.programme.buddy_plan import Form
from cohorts.words import Language, say
from cohorts.words.phrase import listed

MOST_REASONS, MOST_REGRETS = 3, 2
ALMOST, SOMEWHAT = 0.1, 0.5
"""Up to such a share of what an average pair costs more, another way is almost as good, or less."""
MOST_NAMED = 4
LEAST = 0.1
"""The smallest difference in points that is told as a number."""


@dataclass(frozen=True)
class BondSaid:
    """One bond in words; lists and texts may be empty.

    ``who``: the two or three; ``label``: that it was decided by hand, or is a trio.
    """

    who: str
    label: str
    reasons: tuple[str, ...]
    regrets: tuple[str, ...]
    instead: str


class BuddyWords:
    """The words for the buddies of one group, in one language."""

    def __init__(self, buddies: Buddies, group: GroupBuddies, language: Language) -> None:
        self.buddies, self.group, self.language = buddies, group, language
        self.labels = buddies.fit.labels

    def bonds(self) -> Iterator[BondSaid]:
        """All of the group; what comes instead is told once where it is the same for several."""
        first: dict[tuple[tuple[People, ...], People], str] = {}
        for bond in self.group.bonds:
            said = self.bond(bond)
            other = bond.instead
            key = None if other is None else (other.come, other.out)
            if key is None or first.setdefault(key, said.who) == said.who:
                yield said
                continue
            facts = {"without": self._without(bond), "who": first[key]}
            yield replace(said, instead=say("buddies.as_without", self.language, **facts))

    def bond(self, bond: Bond) -> BondSaid:
        """All that is said of it."""
        told = [one for one in self.told(bond) if self._known(one, bond.people)]
        better = tuple(self._reasons(bond, told))
        return BondSaid(
            who=self.who(bond.people, directed=bond.directed),
            label=self._label(bond),
            reasons=better or (self._left_over(bond), *self._true(told)),
            regrets=tuple(self._regrets(bond, told)),
            instead=self._instead(bond, reasoned=bool(better) or bool(self.buddies.untold)),
        )

    def who(self, people: People, *, directed: bool) -> str:
        """The two or three by what they are called; an arrow where the first is the second's."""
        return (" → " if directed else " – ").join(self.labels[one] for one in people)

    def out(self) -> str:
        """Who has no buddy, and why; empty where everybody has one. Guides without anybody too."""
        guiding = {bond.people[0] for bond in self.group.bonds}
        idle = [self.labels[one] for one in self.group.guides if one not in guiding]
        if idle:
            return say("buddies.idle", self.language, who=idle)
        if not self.group.out:
            return ""
        people = [self.labels[one] for one in self.group.out]
        code = "alone" if len(self.group.members) == 1 else "out"
        facts = {"who": people, "count": len(self.group.members)}
        return say(f"buddies.{code}", self.language, **facts)

    def told(self, bond: Bond) -> list[Told]:
        """What the rules find in them, of which something may be told."""
        found = self.buddies.fit.told(bond.people)
        return [one for one in found if one[0].key not in self.buddies.untold]

    def sentence(self, told: Told, bond: Bond) -> str:
        """What the rule finds in them; empty where it knows nothing of one of them."""
        rule, finding = told
        return rule.sentence(finding, self.language) if self._known(told, bond.people) else ""

    def _known(self, told: Told, people: People) -> bool:
        return not self.buddies.fit.silent(told[0], people)

    def _label(self, bond: Bond) -> str:
        if _is_trio(bond):
            return say("buddies.trio", self.language, count=len(self.group.members))
        return say("buddies.pinned", self.language) if bond.pinned else ""

    def _gain(self, bond: Bond, key: str) -> float:
        """Units by which an average pair that may be costs more by this rule, per pair."""
        pairs = len(bond.people) * (len(bond.people) - 1) // 2
        return self.group.average.get(key, 0.0) - bond.costs.get(key, 0) / pairs

    def _reasons(self, bond: Bond, told: Sequence[Told]) -> Iterator[str]:
        """What is true of them and makes them a better pair than an average one, most first."""
        found = [
            (-self._gain(bond, rule.key), place, rule.sentence(finding, self.language))
            for place, (rule, finding) in enumerate(told)
            if finding.verdict in rule.joins_few and self._gain(bond, rule.key) > 0
        ]
        yield from (sentence for *_, sentence in sorted(found)[:MOST_REASONS])

    def _true(self, told: Sequence[Told]) -> Iterator[str]:
        """What joins them all the same, where it makes them no better than an average pair."""
        joins = [rule.sentence(f, self.language) for rule, f in told if f.verdict in rule.joins_few]
        yield from joins[:MOST_REASONS]

    def _regrets(self, bond: Bond, told: Sequence[Told]) -> Iterator[str]:
        """What is told in any case, then what makes them a worse pair than an average one."""
        found = [
            (
                finding.verdict not in rule.ALWAYS_TOLD,
                self._gain(bond, rule.key),
                place,
                rule.sentence(finding, self.language),
            )
            for place, (rule, finding) in enumerate(told)
            if finding.verdict in rule.ALWAYS_TOLD
            or (finding.verdict not in rule.joins_few and self._gain(bond, rule.key) < 0)
        ]
        yield from (sentence for *_, sentence in sorted(found)[:MOST_REGRETS])

    def _left_over(self, bond: Bond) -> str:
        if self.buddies.untold:
            return say("buddies.untold", self.language)
        if bond.pinned or bond.instead is None:
            return say(f"buddies.{'by_hand' if bond.pinned else 'only_way'}", self.language)
        if self.group.equal:
            return say("buddies.all_as_good", self.language)
        keys = {*self.group.average, *bond.costs}
        fits = sum(self._gain(bond, key) for key in sorted(keys)) > 0
        return say(f"buddies.{'little_against' if fits else 'as_a_whole'}", self.language)

    def _instead(self, bond: Bond, *, reasoned: bool) -> str:
        """What comes in its place, how much less good that is, and by what.

        ``reasoned``: that there is no other way is not told yet.
        """
        other = bond.instead
        without = self._without(bond)
        if other is None:
            known = (bond.pinned and not _is_trio(bond)) or not reasoned
            return "" if known else say("buddies.no_other", self.language, without=without)
        come = self._come(bond, other)
        parts = [say("buddies.instead", self.language, without=without, come=come)]
        if other.out and other.out != self.group.out:
            who = listed([self.labels[one] for one in other.out], self.language)
            parts.append(say("buddies.instead_out", self.language, who=who))
        if self.buddies.untold:
            return " ".join(parts)
        how, cost = self._how(other), max(round(abs(other.cost) / UNIT, 1), LEAST)
        parts.append(say(f"buddies.{how}", self.language, points=cost))
        worse = self._titles(other, worse=True)
        better = self._titles(other, worse=False)
        if worse:
            parts.append(say("buddies.worse", self.language, rules=worse))
        if better:
            parts.append(say("buddies.better", self.language, rules=better))
        return " ".join(parts)

    def _without(self, bond: Bond) -> str:
        what = "trio" if _is_trio(bond) else "link" if bond.directed else "pair"
        return say(f"buddies.without_{what}", self.language)

    def _come(self, bond: Bond, other: Instead) -> str:
        directed = bond.directed and not self.group.ring  # which way round a ring runs is free
        named = [self.who(p, directed=directed) for p in other.come]
        more = len(named) - MOST_NAMED
        if more > 0:
            named = [*named[:MOST_NAMED], say("report.more", self.language, count=more)]
        return listed(named, self.language)

    def _how(self, other: Instead) -> str:
        """How much less good it is, beside what an average pair costs."""
        average = sum(self.group.average.values())
        if other.cost <= 0:
            return "fairer" if other.cost else "as_good"
        share = other.cost / average if average > 0 else 1.0
        return "almost" if share <= ALMOST else "somewhat" if share <= SOMEWHAT else "clearly"

    def _titles(self, other: Instead, *, worse: bool) -> str:
        """The rules by which it is worse, or better; the most first."""
        sign = 1 if worse else -1
        found = sorted((-sign * cost, key) for key, cost in other.costs.items() if sign * cost > 0)
        title = {rule.key: rule.title(self.language) for rule in self.buddies.fit.rules}
        return listed([title[key] for _, key in found], self.language)


def _is_trio(bond: Bond) -> bool:
    return len(bond.people) > 2  # noqa: PLR2004 - a pair


def about(buddies: Buddies, language: Language) -> list[str]:
    """In what form, by what, and that it is the best there is."""
    plan = buddies.plan
    facts = {"most": plan.most, "field": plan.guide_field}
    lines = [say(f"buddies.form_{plan.form}", language, **facts)]
    if plan.form is Form.GUIDE and plan.guide_from is not None:
        lines.append(
            say("buddies.guide_from", language, number=plan.guide_from, field=plan.guide_field)
        )
    lines.append(say("buddies.proven", language))
    if not buddies.own:
        lines.append(say("buddies.usual", language))
    return lines
