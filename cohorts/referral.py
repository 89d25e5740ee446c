"""Where somebody can go who does not fit or finds no place: other programmes and practices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from cohorts.applicant import Applicant
from cohorts.catalogue import catalogue
from cohorts.conditions import Condition, Verdict
from cohorts.programme import Programme, load_programme, presets
from cohorts.words.language import Language
from cohorts.words.texts import Texts


@dataclass(frozen=True)
class Referral:
    """One place to go.

    ``met``: how many conditions somebody meets; ``to_ask``: the titles of those about which too
    little is known. ``facts_of``: the year of the facts, where these may be out of date.
    ``later``: the first day of a later round, of the programme somebody applied to.
    """

    title: Texts
    about: Texts
    met: int
    to_ask: tuple[Texts, ...] = ()
    facts_of: int | None = None
    later: date | None = None


def referrals(applicant: Applicant, programme: Programme, on: date) -> tuple[Referral, ...]:
    """What somebody qualifies for: nothing refused and something met; the most met first.

    The programme itself only where it has a later round. What it offers to one person alone comes
    before everything else.
    """
    found = sorted(
        _candidates(applicant, programme, on),
        key=lambda r: (-r.met, len(r.to_ask), r.title[Language.NL]),
    )
    alone = programme.individual
    first = (Referral(programme.title, alone, 0),) if alone else ()
    return (*first, *found)


def _candidates(applicant: Applicant, programme: Programme, on: date) -> Iterator[Referral]:
    later = programme.next_round
    if later is not None and later > on:
        here = _fitting(applicant, programme.conditions, on)
        if here is not None:
            yield Referral(programme.title, programme.about, *here, later=later)
    for other in _others():
        fit = _fitting(applicant, other.conditions, on)
        if fit is not None and other.name != programme.name:
            yield Referral(other.title, other.about, *fit, facts_of=_stale(other.valid_until, on))
    for entry in catalogue():
        fit = _fitting(applicant, entry.conditions, on)
        if fit is not None:
            stale = entry.year if entry.valid_until < on else None
            yield Referral(entry.title, entry.for_whom, *fit, facts_of=stale)


def _fitting(
    applicant: Applicant, conditions: Sequence[Condition], on: date
) -> tuple[int, tuple[Texts, ...]] | None:
    """(how many are met, titles of those still open); None where one refuses or none is met."""
    open_ = []
    for condition in conditions:
        verdict = condition.judge(applicant, on).verdict
        if verdict is Verdict.REFUSED:
            return None
        if verdict is not Verdict.MET:
            open_.append(condition)
    met = len(conditions) - len(open_)
    return (met, tuple(c.titles for c in open_)) if met else None


def _stale(valid_until: date | None, on: date) -> int | None:
    return valid_until.year if valid_until is not None and valid_until < on else None


@cache
def _others() -> tuple[Programme, ...]:
    return tuple(load_programme(name) for name in presets())
