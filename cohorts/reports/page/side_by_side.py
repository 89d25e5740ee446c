"""The page of answers side by side: cards, who sits where, and which rules gain and lose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.outlook.alternatives import Answer, Answers
from cohorts.people.applicant import Applicant
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.reports.answers_said import (
    compared,
    gains,
    group_said,
    introduced,
    renumbered,
    step_said,
    together,
)
from cohorts.reports.outcome import how_sure
from cohorts.reports.page.draw import draw
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.words import Language, say

FOLDED_FROM, PEOPLE_FOLDED_FROM = 13, 60
"""From so many groups, or people in them, who sits in one is folded: a phone has a row for each."""


@dataclass(frozen=True)
class Here:
    """Where somebody sits in an answer: ``stays``: in the match of the group of answer 1."""

    text: str
    stays: bool


@dataclass(frozen=True)
class Row:
    """Somebody, and the seat in each answer but the first."""

    label: str
    seats: tuple[Here, ...]


@dataclass(frozen=True)
class GroupOf:
    """A group of answer 1; ``number`` None: whoever has none there."""

    number: int | None
    name: str
    rows: tuple[Row, ...]

    def stay(self, answer: int) -> int:
        """How many stay in an answer, counted from 0 for the second."""
        return sum(row.seats[answer].stays for row in self.rows)


@dataclass(frozen=True)
class Card:
    """An answer in a few sentences."""

    number: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class RuleRow:
    """A rule in each answer but the first; ``said``: what it finds in groups that changed."""

    title: str
    cells: tuple[str, ...]
    said: tuple[tuple[str, ...], ...]


@in_own_words
def alternatives_page(found: Answers, language: Language) -> str:
    """The whole page, self-contained; each answer's report stands in the folder of its number."""
    others = found.answers[1:]
    groups = tuple(_groups(found, language))
    seated = [row for group in groups if group.number is not None for row in group.rows]
    stay = sum(all(seat.stays for seat in row.seats) for row in seated)
    return draw(
        "alternatives",
        language,
        stamp=Stamp.of(found.answers[0].proposal).said(for_whom("organiser", language), language),
        kind=say("alternatives.kind", language),
        title=found.programme.title[language],
        intro=introduced(found, language),
        cards=[_card(answer, found, language) for answer in found.answers],
        numbers=[answer.number for answer in others],
        groups=groups,
        folded=len(groups) >= FOLDED_FROM or len(seated) >= PEOPLE_FOLDED_FROM,
        stay=stay,
        placed=len(seated),
        together=together(found, language) if others else [],
        rules=list(_rules(found, language)),
    )


def _card(answer: Answer, found: Answers, language: Language) -> Card:
    if answer.diff is None:
        return Card(answer.number, (how_sure(answer.proposal, language),))
    elsewhere = say("alternatives.elsewhere_short", language, count=answer.elsewhere)
    lines = (
        *compared(answer, found, language),
        *gains(answer, found, language),
        elsewhere,
        *renumbered(answer, language),
    )
    return Card(answer.number, lines)


def _groups(found: Answers, language: Language) -> Iterator[GroupOf]:
    """The groups of answer 1 and, last, whoever has none there but does in another."""
    first = found.first.proposal
    for number, members in first.composition.groups.items():
        rows = sorted((_row(found, a, number, language) for a in members), key=_order)
        name = group_name(first, number, language)
        yield GroupOf(number, name, tuple(rows))
    outside = [a for a in first.composition.not_placed if any(found.seats[a.id])]
    if outside:
        rows = [_row(found, a, None, language) for a in outside]
        yield GroupOf(None, say("alternatives.not_placed", language), tuple(rows))


def _order(row: Row) -> tuple[bool, ...]:
    """Who stays everywhere first, then who goes with whom."""
    return tuple(not seat.stays for seat in row.seats)


def _row(found: Answers, person: Applicant, number: int | None, language: Language) -> Row:
    seats = []
    pairs = zip(found.answers[1:], found.seats[person.id][1:], strict=True)
    for answer, here in pairs:
        stays = number is None if here is None else answer.in_first(here) == number
        seats.append(Here(group_said(answer, here, language), stays))
    return Row(person.label, tuple(seats))


def _rules(found: Answers, language: Language) -> Iterator[RuleRow]:
    """Each rule that somebody can see a difference in."""
    others = found.answers[1:]
    by_answer = [{step.rule: step for step in answer.rules} for answer in others]
    for rule in found.programme.rules:
        steps = [steps.get(rule.key) for steps in by_answer]
        cells = tuple("" if step is None else step_said(step, language) for step in steps)
        if any(cells):
            said = tuple(
                tuple(
                    say(
                        "alternatives.said_in",
                        language,
                        group=group,
                        sentence=rule.sentence(finding, language),
                    )
                    for group, finding in (step.said if step is not None and cell else ())
                )
                for step, cell in zip(steps, cells, strict=True)
            )
            yield RuleRow(rule.title(language), cells, said)
