"""The front door: an election counted by a rule, with a quorum and the lot."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.votes import Election
from cohorts.committee.votes.heard import heard
from cohorts.committee.votes.yes_limit import check_yes
from cohorts.errors import InputError, Problem


def count(
    election: Election,
    rule: CountingRule,
    seats: int,
    *,
    seed: int = 0,
    quorum: Fraction = Fraction(0),
) -> Elected:
    """Who is chosen. ``quorum``: the least share, of those who could vote on somebody, that did.

    Who stays below it cannot be chosen, and is not counted along. Raises InputError for ballots
    that this rule does not count or that say yes more often than it lets them, and for a number of
    seats that is below 1 or above everybody.
    """
    _check(election, rule, seats)
    check_yes(election, rule.yes_limit, lambda voter, _candidate: voter)
    open_ = _open(election, quorum)
    counted = rule.outcome(open_, min(seats, len(open_.candidates)), seed)
    below = tuple(c for c in election.candidates if c not in set(open_.candidates))
    return replace(counted, seats=seats, below_quorum=below)


def who(
    election: Election,
    rule: CountingRule,
    seats: int,
    *,
    seed: int = 0,
    quorum: Fraction = Fraction(0),
) -> frozenset[str]:
    """Only who is chosen, as by :func:`count`, where nothing need be told of it."""
    _check(election, rule, seats)
    open_ = _open(election, quorum)
    return rule.seated(open_, min(seats, len(open_.candidates)), seed)


def _open(election: Election, quorum: Fraction) -> Election:
    """The election among those of whom enough judged."""
    if not quorum:
        return election
    enough = tuple(c for c in election.candidates if heard(election, c).share >= quorum)
    if not enough:
        raise InputError(Problem("count.quorum", "--quorum", {"quorum": quorum}))
    return replace(election, candidates=enough)


def _check(election: Election, rule: CountingRule, seats: int) -> None:
    if election.asked not in rule.ASKS:
        facts = {"rule": rule.TITLE, "asked": str(election.asked)}
        raise InputError(Problem("count.ballots", "--rule", facts))
    most = len(election.candidates)
    if not 1 <= seats <= most:
        raise InputError(Problem("count.seats", "--seats", {"given": seats, "most": most}))
