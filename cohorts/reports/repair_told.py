"""What a repair changed, who must be told what, and the options beside each other: in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.programme.own_words import in_own_words
from cohorts.reports.step import points_of
from cohorts.reports.without_group import names
from cohorts.round.repaired import Repaired, Seats, Weighed
from cohorts.round.set_aside import Aside
from cohorts.words import Language, say
from cohorts.words.phrase import listed
from solver.pricing import POINT

MOST_WHY = 4
"""Sentences of groups under one option: more than anybody reads beside another."""


@dataclass(frozen=True)
class Told:
    """Somebody, or a group, who has to hear something, and what that is."""

    who: str
    what: str


@dataclass(frozen=True)
class OptionSaid:
    """An option: how many move, who, and what it brings."""

    title: str
    lines: tuple[str, ...]
    taken: bool


@dataclass(frozen=True)
class Mended:
    """``began``: who stopped and who came; ``proof``: whether fewer moves could do.

    ``people``, ``groups``: who must be told what; ``rest``: who need not be told anything.
    """

    began: tuple[str, ...]
    proof: str
    people: tuple[Told, ...]
    groups: tuple[Told, ...]
    rest: str
    options: tuple[OptionSaid, ...]


@in_own_words
def mended(
    proposal: Proposal, language: Language, called: Mapping[str, str] | None = None
) -> Mended | None:
    """Of a proposal that was repaired; None of any other.

    ``called``: id → what people are called whom it does not know any more.
    """
    if proposal.repaired is None:
        return None
    told = _Telling(proposal, proposal.repaired, language, called or {})
    return Mended(
        tuple(told.began()),
        told.proof(),
        tuple(told.people()),
        tuple(told.groups()),
        told.rest(),
        tuple(told.options()),
    )


class _Telling:
    """``now``: who has a group; ``left``: who is composed and has none."""

    def __init__(
        self,
        proposal: Proposal,
        repaired: Repaired,
        language: Language,
        called: Mapping[str, str],
    ) -> None:
        self.proposal, self.repaired, self.language = proposal, repaired, language
        self.labels = {**called, **names(proposal)}
        self.now = proposal.composition.seats
        self.here = proposal.round.rows
        self.moved = repaired.moved(self.now, self.here)
        self.aside = {s.applicant.id: s.why for s in proposal.round.set_aside}

    def say(self, key: str, **facts: object) -> str:
        return say(f"repair.{key}", self.language, **facts)

    def label(self, who: ApplicantId) -> str:
        return self.labels.get(str(who), str(who))

    def listed(self, people: Iterable[ApplicantId]) -> str:
        return listed([self.label(who) for who in people], self.language)

    def began(self) -> Iterator[str]:
        """Who stopped or takes no part any more, and who came in; who was asked to stay."""
        before = self.repaired.before
        for key, people in self._out(before):
            if people:
                shown = [self._with_group(who, before[who]) for who in people]
                yield self.say(key, people=listed(shown, self.language))
        came = [who for who in self.here if who not in before]
        if came:
            yield self.say("came", people=self.listed(came))
        for key, wished in (
            ("stay", self.repaired.stay),
            ("rather_not", self.repaired.rather_not),
            ("moved_before", self.repaired.moved_before),
        ):
            if people := [who for who in wished if who in self.here]:
                yield self.say(f"asked_{key}", people=self.listed(people), count=len(people))

    def _out(self, people: Iterable[ApplicantId]) -> Iterator[tuple[str, list[ApplicantId]]]:
        """Who of these has stopped, also who is in no file any more; who had a group and fell out.

        Who waited, and still may not take part, has nothing to hear.
        """
        out = [who for who in people if who not in self.here]
        stopped = [who for who in out if self.aside.get(who, Aside.GONE) is Aside.GONE]
        had = [who for who in out if self.repaired.before[who] is not None]
        yield "stopped", stopped
        yield "fell_out", [who for who in had if who not in stopped]

    def _with_group(self, who: ApplicantId, group: int | None) -> str:
        if group is None:
            return self.label(who)
        return self.say("from_group", who=self.label(who), group=group)

    def proof(self) -> str:
        """Whether fewer moves could do."""
        least = min(self.repaired.options, key=lambda option: len(option.moved))
        if not least.moved:
            return ""
        key = "proven" if self.repaired.proven else "not_proven"
        loses = "_loses" if None in least.moved.values() else ""
        return self.say(f"{key}{loses}", count=len(least.moved))

    def people(self) -> Iterator[Told]:
        """Who moves, loses a place, or gets one."""
        for who, group in self.moved.items():
            yield Told(self.label(who), self._moved(who, group))
        for who in self.here:
            if self.repaired.before.get(who) is None and (what := self._came(who)):
                yield Told(self.label(who), what)

    def _moved(self, who: ApplicantId, group: int | None) -> str:
        facts = {"before": self.repaired.before[who], "after": group}
        said = [self.say("moves" if group is not None else "loses", **facts)]
        if who in self.repaired.rather_not:
            said.append(self.say("unwilling"))
        if who in self.repaired.moved_before:
            said.append(self.say("again"))
        return " ".join(said)

    def _came(self, who: ApplicantId) -> str:
        """Of somebody who had no group, or was not there; nothing where they knew that already."""
        group, known = self.now.get(who), who in self.repaired.before
        if group is None:
            return "" if known else self.say("new_without")
        return self.say("reserve" if known else "new", group=group)

    def groups(self) -> Iterator[Told]:
        """What each group sees of it."""
        word = self.proposal.programme.word("group", self.language).capitalize()
        for number in self.proposal.composition.groups:
            if said := tuple(self._group(number)):
                yield Told(f"{word} {number}", " ".join(said))
        there = {group for group in self.repaired.before.values() if group is not None}
        for number in sorted(there.difference(self.proposal.composition.groups)):
            yield Told(f"{word} {number}", " ".join(self._closed(number)))

    def _closed(self, number: int) -> Iterator[str]:
        """What whoever is left of a group hears that there is no more."""
        yield from self._gone(number)
        were = self.repaired.before.items()
        left = sum(group == number and who in self.here for who, group in were)
        smallest = self.proposal.round.fewest(number)
        key = "too_small" if left < smallest else "closed"
        yield self.say(f"group_{key}", left=left, smallest=smallest)

    def _gone(self, number: int) -> Iterator[str]:
        """Who of a group has stopped, or takes no part any more."""
        were = [who for who, group in self.repaired.before.items() if group == number]
        for key, out in self._out(were):
            if out:
                yield self.say(f"group_{key}", people=self.listed(out), count=len(out))

    def _group(self, number: int) -> Iterator[str]:
        before = self.repaired.before
        yield from self._gone(number)
        for who in [who for who, group in before.items() if group == number]:
            if who in self.moved:
                group = self.moved[who]
                key = "group_leaves" if group is not None else "group_loses"
                yield self.say(key, who=self.label(who), group=group)
        if came := [w for w, g in self.now.items() if g == number and before.get(w) != number]:
            yield self.say("group_gets", people=self.listed(came), count=len(came))
        for key in self.repaired.anew.get(number, ()):
            yield from self._took(key, number)

    def _took(self, key: str, number: int) -> Iterator[str]:
        """What a group takes now in place of what it took."""
        for rule, finding in self.proposal.found_in.get(number, ()):
            if rule == key:
                sentence = self.proposal.programme.rule(key).sentence(finding, self.language)
                yield self.say("group_takes", sentence=sentence)

    def rest(self) -> str:
        """The groups in which nothing changes."""
        same = [n for n in self.proposal.composition.groups if not any(self._group(n))]
        if not same:
            return ""
        return self.say("untouched", groups=listed(map(str, same), self.language), count=len(same))

    def options(self) -> Iterator[OptionSaid]:
        """Each beside the others."""
        for number, option in enumerate(self.repaired.options, 1):
            taken = number == self.repaired.taken
            title = self._title(option, number)
            lines = tuple(self._option(option, number))
            yield OptionSaid(f"{title} {self.say('taken')}" if taken else title, lines, taken)

    def _title(self, option: Weighed, number: int) -> str:
        """How many move, and how many lose a place, which is another thing to hear."""
        loses = sum(group is None for group in option.moved.values())
        moves = len(option.moved) - loses
        key = "moves_and_loses" if moves and loses else "loses" if loses else "moves"
        return self.say(
            f"option_{key if option.moved else 'nobody'}", number=number, count=moves, loses=loses
        )

    def _option(self, option: Weighed, number: int) -> Iterator[str]:
        yield from self._seats(option)
        if option.unwilling:
            yield self.say("option_unwilling", count=option.unwilling)
        # where votes are hidden nobody tells who stands higher
        if option.level and (option.level != "standing" or self.proposal.round.merit is not None):
            points = points_of(option.gain / POINT, self.language)
            yield self.say(f"gains_{option.level}", number=number - 1, points=points)
        for key, rules in (("better", option.better), ("worse", option.worse)):
            titles = self._titles(rules)
            if titles:
                yield self.say(f"option_{key}", rules="; ".join(titles), count=len(titles))
        if number == self.repaired.taken:
            yield from self._why(option.worse)

    def _why(self, worse: Mapping[str, Collection[int]]) -> Iterator[str]:
        """What these rules say now of the groups in which they are less good."""
        rule = self.proposal.programme.rule
        found = [
            say("step.in_group", self.language, group=number, sentence=sentence)
            for number, findings in self.proposal.found_in.items()
            for key, finding in findings
            if number in worse.get(key, ())
            and (sentence := rule(key).sentence(finding, self.language))
        ]
        yield from found[:MOST_WHY]

    def _titles(self, keys: Collection[str]) -> list[str]:
        rules = self.proposal.programme.rules
        return [rule.title(self.language) for rule in rules if rule.key in keys]

    def _seats(self, option: Weighed) -> Iterator[str]:
        before: Seats = self.repaired.before
        for who, group in option.moved.items():
            key = "goes" if group is not None else "goes_out"
            yield self.say(key, who=self.label(who), before=before.get(who), after=group)
        for who, group in option.placed.items():
            yield self.say("comes", who=self.label(who), group=group)
