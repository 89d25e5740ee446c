"""Where somebody can go who does not fit or finds no place: other programmes and practices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cohorts.people.applicant import Applicant
from cohorts.programme.catalogue import Entry, catalogue
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.round.judgement import Verdict
from cohorts.words.language import Language
from cohorts.words.texts import Texts


@dataclass(frozen=True)
class Referral:
    """One place to go.

    ``met``: how many conditions somebody meets; ``to_ask``: the titles of those about which too
    little is known. ``sure``: it is for this person; else it may be, for what is met says only
    where the company is, how large or how old. ``facts_of``: the year of the facts, where these
    may be out of date. ``later``: the first day of a later round, of the programme somebody
    applied to.
    """

    title: Texts
    about: Texts
    met: int = 0
    to_ask: tuple[Texts, ...] = ()
    sure: bool = True
    facts_of: int | None = None
    later: date | None = None


def referrals(applicant: Applicant, programme: Programme, on: date) -> tuple[Referral, ...]:
    """What somebody qualifies for: nothing refused and something met; the sure first, by most met.

    Sure is what leaves nothing open, or of which a telling condition is met. The programme itself
    only where it has a later round. What it offers to one person alone comes before all else.
    """
    found = sorted(
        _candidates(applicant, programme, on),
        key=lambda r: (not r.sure, -r.met, len(r.to_ask), r.title[Language.NL]),
    )
    alone = programme.individual
    first = (Referral(programme.title, alone),) if alone else ()
    return (*first, *found)


def _candidates(applicant: Applicant, programme: Programme, on: date) -> Iterator[Referral]:
    later = programme.next_round
    if later is not None and later > on:
        here = _fitting(Referral(programme.title, programme.about), programme, applicant, on)
        if here is not None:
            # whoever applied to it wants it
            yield replace(here, sure=True, later=later)
    for other in _others():
        place = Referral(other.title, other.about, facts_of=_stale(other.valid_until, on))
        fits = _fitting(place, other, applicant, on)
        if fits is not None and other.name != programme.name:
            yield fits
    for entry in catalogue():
        stale = entry.year if entry.valid_until < on else None
        fits = _fitting(Referral(entry.title, entry.for_whom, facts_of=stale), entry, applicant, on)
        # a practice that is a programme too is offered as that
        if fits is not None and not entry.programme:
            yield fits


def _fitting(
    place: Referral, of: Programme | Entry, applicant: Applicant, on: date
) -> Referral | None:
    """The place with what is met and what is open; None where one refuses or too little is met.

    Where nothing telling is met, no more may be open than is met.
    """
    verdicts = [(c, c.judge(applicant, on).verdict) for c in of.conditions]
    met = [c for c, verdict in verdicts if verdict is Verdict.MET]
    if not met or any(verdict is Verdict.REFUSED for _, verdict in verdicts):
        return None
    open_ = tuple(c.titles for c, verdict in verdicts if verdict is not Verdict.MET)
    sure = not open_ or any(c.telling for c in met)
    if not sure and len(open_) > len(met):
        return None
    return replace(place, met=len(met), to_ask=open_, sure=sure)


def _stale(valid_until: date | None, on: date) -> int | None:
    return valid_until.year if valid_until is not None and valid_until < on else None


@cache
def _others() -> tuple[Programme, ...]:
    return tuple(load_programme(name) for name in presets())
