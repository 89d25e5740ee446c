"""A proposal as a card beside others: in facts of people, without a figure of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cohorts.composing.proposal import Proposal
from cohorts.outlook.alternatives import Answer, RuleStep
from cohorts.outlook.prices.seatings import seating
from cohorts.pages.proposals.beside_first import beside_first, findings_of
from cohorts.pages.proposals.elsewhere import count_elsewhere, elsewhere
from cohorts.programme.own_words import in_own_words
from cohorts.reports.outcome import counts, how_sure, musts, weakest_wish
from cohorts.reports.step import SAYABLE
from cohorts.round.diff import diff
from cohorts.round.finding import GroupFinding
from cohorts.rules.in_short import as_it_was
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed

MOST_RULES = 4
MOST_NAMED = 6


@dataclass(frozen=True)
class Change:
    """A rule that is met otherwise than in the first, and what it now finds in which groups."""

    rule: str
    found: tuple[str, ...]


@dataclass(frozen=True)
class SideCard:
    """What stands on it; of the first ``moved`` is 0, and what is better is so beside all others.

    ``sure``: how good it is known to be; ``without``: who has no place, by name.
    """

    counts: str
    musts: str
    holds: bool
    sure: str
    without: str
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    not_ideal: str
    moved: int
    lines: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """What is said once where it is the same of all."""
        return (self.counts, self.musts, self.without)


def first_card(first: Proposal, others: Sequence[Proposal], language: Language) -> SideCard:
    """Of the first of them."""
    answers = [beside_first(first, other) for other in others]
    with first.programme.in_own_words():
        worse = [_noticed(first, answer, language) for answer in answers]
    ahead = set.intersection(*worse) if worse else set()
    better = tuple(
        Change(first.programme.rule(key).title(language), ())
        for key in _order(first)
        if key in ahead
    )
    return _card(first, language, better[:MOST_RULES])


def _noticed(first: Proposal, answer: Answer, language: Language) -> set[str]:
    """The rules that the answer meets less well, as somebody can see."""
    beside = _Beside(first, 0, answer.proposal, language)
    return {s.rule for s in answer.rules if s.points >= SAYABLE and beside.change(s)}


def card_beside(first: Proposal, number: int, other: Proposal, language: Language) -> SideCard:
    """Of another beside the first; ``number``: of the first."""
    answer = beside_first(first, other)
    return _card_beside(first, number, answer, language)


@lru_cache(maxsize=128)
def _card_beside(first: Proposal, number: int, answer: Answer, language: Language) -> SideCard:
    other = answer.proposal
    difference = diff(seating(first), seating(other))
    with first.programme.in_own_words():
        beside = _Beside(first, number, other, language)
        better = beside.changes([s for s in answer.rules if s.points <= -SAYABLE])
        worse = beside.changes([s for s in answer.rules if s.points >= SAYABLE])
        lines = tuple(elsewhere(first, other, number, difference, language))
    return _card(other, language, better, worse, moved=count_elsewhere(difference), lines=lines)


@in_own_words
def _card(
    proposal: Proposal,
    language: Language,
    better: tuple[Change, ...] = (),
    worse: tuple[Change, ...] = (),
    *,
    moved: int = 0,
    lines: tuple[str, ...] = (),
) -> SideCard:
    silent = proposal.nothing_said_of or proposal.partly_said_of
    return SideCard(
        counts=counts(proposal, language),
        musts=musts(proposal, language),
        holds=proposal.score.hard == 0 and not silent,
        sure="" if proposal.answer is not None else how_sure(proposal, language),
        without=_without(proposal, language),
        better=better,
        worse=worse,
        not_ideal=weakest_wish(proposal, language),
        moved=moved,
        lines=lines,
    )


@dataclass(frozen=True)
class _Beside:
    """What the rules find in ``other``, and in the ``first``, which has this ``number``."""

    first: Proposal
    number: int
    other: Proposal
    language: Language

    def changes(self, steps: Sequence[RuleStep]) -> tuple[Change, ...]:
        """The greatest first, each with what the rule now finds where it changed that way.

        A rule that says the same in every one of these groups is left out: nobody would notice.
        """
        ordered = sorted(steps, key=lambda step: -abs(step.points))
        return tuple(islice(filter(None, map(self.change, ordered)), MOST_RULES))

    def change(self, step: RuleStep) -> Change | None:
        """None: it says the same in each of these groups."""
        rule = self.other.programme.rule(step.rule)
        groups = step.better if step.points < 0 else step.worse
        before = findings_of(self.first).get(step.rule, {})
        there = [(before.get(group), now) for group, now in step.said if group in groups]
        seen = [(was, now) for was, now in there if self._is_seen(rule, was, now)]
        if there and not seen:
            return None
        return Change(
            rule.title(self.language), tuple(self._found(rule, now, was) for was, now in seen)
        )

    def _is_seen(self, rule: Rule, was: GroupFinding | None, now: GroupFinding) -> bool:
        return was is None or bool(as_it_was(rule, now, was, self.language))

    def _found(self, rule: Rule, finding: GroupFinding, before: GroupFinding | None) -> str:
        """Without what it was nobody can see what changed."""
        word = self.other.programme.word("group", self.language).capitalize()
        sentence = rule.sentence(finding, self.language)
        facts = {"group": f"{word} {finding.group}", "sentence": sentence}
        said = say("page_proposals.in_group", self.language, **facts)
        if before is None:
            return said
        was = as_it_was(rule, finding, before, self.language)
        key = "first_found" if before.group == finding.group else "first_found_in"
        of = {"number": self.number, "group": before.group, "was": was}
        return f"{said} {say(f'page_proposals.{key}', self.language, **of)}"


def _order(proposal: Proposal) -> list[str]:
    return [rule.key for rule in proposal.programme.rules]


def _without(proposal: Proposal, language: Language) -> str:
    labels = [left.applicant.label for left in proposal.not_placed]
    few = first_of(labels, MOST_NAMED)
    if more := len(labels) - len(few):
        few = [*few, say("page_proposals.more", language, count=more)]
    return listed(list(few), language) if labels else ""
