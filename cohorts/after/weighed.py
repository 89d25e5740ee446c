"""The options of a repair as proposals beside each other: what each moves, and what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from cohorts.after.as_it_stood import Stood
from cohorts.after.as_it_took import Took, as_it_took, taken_anew
from cohorts.after.let_go import still_needed
from cohorts.composing.compose import assemble, stated
from cohorts.composing.demands import Asked
from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem
from cohorts.record.document import ProposalDocument, document
from cohorts.record.seating import seating_of
from cohorts.round.diff import CLOSE, Diff, diff
from cohorts.round.overrides import Override
from cohorts.round.repaired import Repaired, Weighed
from cohorts.round.round import Round
from solver.score import Score
from solver.solution import Effort

if TYPE_CHECKING:  # it brings the engines along
    from solver.repair import Option


@dataclass(frozen=True)
class Made:
    """An option as a proposal, and what it does to the groups of before.

    ``worse_in``: key of a rule → the groups in which it holds less than before.
    """

    proposal: Proposal
    change: Diff
    worse_in: Mapping[str, tuple[int, ...]]
    unwilling: int


@dataclass(frozen=True, kw_only=True)
class Bench:
    """All that turns an option of the solver into a proposal.

    ``asked``: everything that is demanded, also what somebody let go by ``overrides``.
    """

    was: Stood
    round: Round
    asked: Asked
    notices: tuple[Problem, ...]
    overrides: tuple[Override, ...]
    effort: Effort

    def made(self, options: Iterable[Option], began: Repaired) -> list[Proposal]:
        """Those that bring something, each with all of them beside it; fewest moves first."""
        each = [self._made(option) for option in options]
        kept = list(_worth_it(each))
        weighed = tuple(_weighed(kept, began))
        known = replace(began, options=weighed)
        return [
            replace(one, repaired=replace(known, taken=number, anew=self._anew(one)))
            for number, one in enumerate((one.proposal for one in kept), 1)
        ]

    def _anew(self, made: Proposal) -> dict[int, tuple[str, ...]]:
        return taken_anew(made, self.asked, self.was.stated)

    def _made(self, option: Option) -> Made:
        solution, story = option.solution, option.solution.story
        # the numbers of options are those of the very people it was composed from
        then = self.was.round if self.was.same_input else None
        took = Took(self.was.stated, then, self.round)
        grouping = as_it_took(solution.grouping, self.asked, took)
        # fewest moves come before who stands higher: of that nothing is proven
        said = stated(
            grouping,
            self.asked,
            reproducible=story.reproducible,
            floor=solution.floor,
            proven=False,
        )
        made = assemble(
            said,
            self.asked,
            self.was.programme,
            self.round,
            self.notices,
            effort=self.effort,
            by_hand=True,
        )
        needed = still_needed(self.overrides, made)
        made = replace(made, overrides=needed, seconds=story.seconds)
        before, now = self.was.stated, document(made, self.was.stated.language)
        change = diff(seating_of(before), seating_of(now))
        return Made(made, change, _worse_in(before, now), option.unwilling)


def _worse_in(then: ProposalDocument, now: ProposalDocument) -> dict[str, tuple[int, ...]]:
    """Key of a rule → the groups with other members than before in which it holds less now.

    In the others only what they are held against has changed: who else is in the round.
    """
    was = {(g.number, f.rule): f.quality for g in then.groups for f in g.findings}
    members = {group.number: set(group.members) for group in then.groups}
    found: dict[str, list[int]] = {}
    for group in now.groups:
        if set(group.members) == members.get(group.number):
            continue
        for finding in group.findings:
            before = was.get((group.number, finding.rule), finding.quality)
            if finding.quality < before - CLOSE:
                found.setdefault(finding.rule, []).append(group.number)
    return {rule: tuple(groups) for rule, groups in found.items()}


def _worth_it(made: Sequence[Made]) -> Iterator[Made]:
    """More moves only where they bring something, also as each group keeps what it took."""
    best: Score | None = None
    for one in made:
        # who would win a drawing of lots is worth no move
        score = replace(one.proposal.score, lot=0)
        if best is None or score < best:
            best = score
            yield one


def _weighed(made: Sequence[Made], began: Repaired) -> Iterator[Weighed]:
    for number, one in enumerate(made):
        now = one.proposal
        level, gain = _gained(made[number - 1].proposal.score, now.score) if number else ("", 0)
        yield Weighed(
            began.moved(now.composition.seats, now.round.rows),
            began.placed(now.composition.seats),
            one.unwilling,
            level,
            gain,
            tuple(rule.rule for rule in one.change.rules if rule.better),
            {r.rule: one.worse_in.get(r.rule, ()) for r in one.change.rules if r.better is False},
        )


def _gained(before: Score, now: Score) -> tuple[str, int]:
    """The first level of the score by which it is better, and how many points it has less."""
    pairs = ((f.name, getattr(before, f.name), getattr(now, f.name)) for f in fields(Score))
    level = next((name for name, one, other in pairs if other < one), "")
    return level, before.points - now.points
