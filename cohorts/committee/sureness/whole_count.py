"""A count with all that is told of it: how sure it is, disagreement, who is unheard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from cohorts.committee.ballot_files import Votes
from cohorts.committee.counting.count import count
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.sureness.disagreement import Apart, Disputed, disagreement, furthest_apart
from cohorts.committee.sureness.redraw import Progress, Sureness, sureness
from cohorts.committee.sureness.representation import Unheard, unheard
from cohorts.committee.votes import Asked, Election
from cohorts.committee.votes.heard import Heard, heard
from cohorts.round.remark import Remark


@dataclass(frozen=True)
class CountAsked:
    """``quorum``: the least share, of those who could vote on somebody, that did.

    ``draws``: how often the panel is redrawn; None: as often as a count of this size allows.
    """

    rule: CountingRule
    seats: int
    seed: int = 0
    quorum: Fraction = Fraction(0)
    draws: int | None = None


@dataclass(frozen=True, eq=False)
class WholeCount:
    """``remarks``: what reading noticed; ``disputed``: most first; ``apart``: who differ most.

    ``unheard``: of who could be chosen; empty where nobody says yes or no.
    """

    asked: CountAsked
    election: Election
    elected: Elected
    sureness: Sureness
    disputed: tuple[Disputed, ...]
    apart: Apart | None
    unheard: tuple[Unheard, ...]
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def order(self) -> tuple[str, ...]:
        """Everybody who could be chosen, from who comes first."""
        return (*self.elected.chosen, *self.elected.left)

    @cached_property
    def heard(self) -> Mapping[str, Heard]:
        """Of every candidate."""
        return {c: heard(self.election, c) for c in self.election.candidates}

    @property
    def figures(self) -> bool:
        """Whether who was judged has a figure of their own, in the order of the outcome.

        Whom nobody judged has none, and comes behind all of them.
        """
        standing = self.elected.standing
        figures = [standing.get(c) for c in self.order]
        known = [figure for figure in figures if figure is not None]
        first = figures[: len(known)]
        return bool(known) and known == first and known == sorted(known, reverse=True)


def whole_count(
    votes: Votes,
    asked: CountAsked,
    names: Mapping[str, str],
    *,
    progress: Progress | None = None,
) -> WholeCount:
    """``names``: id → how a candidate is called, before what the ballots say.

    ``progress``: hears how far the panels are, as :func:`sureness` says. Raises InputError.
    """
    election = _named(votes.election, names)
    given = (election, asked.rule, asked.seats)
    elected = count(*given, seed=asked.seed, quorum=asked.quorum)
    sure = sureness(
        *given, seed=asked.seed, quorum=asked.quorum, draws=asked.draws, progress=progress
    )
    return WholeCount(
        asked,
        election,
        elected,
        sure,
        disagreement(election),
        furthest_apart(election),
        _unheard(election, elected),
        votes.remarks,
    )


def _unheard(election: Election, elected: Elected) -> tuple[Unheard, ...]:
    """Who stays below the quorum cannot be chosen: nobody is unheard for want of them."""
    if election.asked is not Asked.YES:
        return ()
    below = set(elected.below_quorum)
    open_ = replace(election, candidates=tuple(c for c in election.candidates if c not in below))
    return unheard(open_, elected.chosen, elected.seats)


def _named(election: Election, names: Mapping[str, str]) -> Election:
    """With what each candidate is called; namesakes have their id behind the name."""
    called = {c: names.get(c) or election.names.get(c) or c for c in election.candidates}
    shared: dict[str, int] = {}
    for name in called.values():
        shared[name.casefold()] = shared.get(name.casefold(), 0) + 1
    apart = {
        c: name if shared[name.casefold()] == 1 else f"{name} ({c})" for c, name in called.items()
    }
    return replace(election, names=apart)
