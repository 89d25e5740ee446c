"""Where somebody can go who does not fit or finds no place: other programmes and practices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cohorts.conditions import Condition
from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.programme.catalogue import catalogue
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.round.judgement import Verdict
from cohorts.words.language import Language
from cohorts.words.texts import Texts


@dataclass(frozen=True)
class Referral:
    """One place to go.

    ``met``: how many conditions somebody meets; ``to_ask``: the titles of those about which too
    little is known. ``facts_of``: the year of the facts, where these may be out of date.
    ``later``: the first day of a later round, of the programme somebody applied to. ``alone``:
    what that programme offers to one person alone.
    """

    title: Texts
    about: Texts
    met: int = 0
    to_ask: tuple[Texts, ...] = ()
    facts_of: int | None = None
    later: date | None = None
    alone: bool = False


@dataclass(frozen=True)
class Practice:
    """What somebody can be referred to, and all that is asked of them."""

    place: Referral
    conditions: tuple[Condition, ...]
    valid_until: date | None
    programme: Programme | None = None


def referrals(applicant: Applicant, programme: Programme, on: date) -> tuple[Referral, ...]:
    """What is known to be for somebody; of those what they meet most of first.

    Known: nothing refuses them, and something telling is met. The programme itself only where it
    has a later round and did not refuse them; so too what it offers to one person alone, which
    comes before all else.
    """
    refused = _refused_for(programme, applicant, on)
    anywhere = replace(applicant, stage=None)  # a stage is one of the intake of this programme
    found = [
        fits
        for practice in _practices()
        if not _is_of(programme, practice)
        and (fits := _fitting(practice, anywhere, on, refused)) is not None
    ]
    found += () if refused else _later(programme, applicant, on)
    found.sort(key=lambda r: (-r.met, len(r.to_ask), r.title[Language.NL]))
    if programme.individual and not refused:
        found.insert(0, Referral(programme.title, programme.individual, alone=True))
    return tuple(found)


def _refused_for(programme: Programme, applicant: Applicant, on: date) -> frozenset[str]:
    """The facts for which the programme refuses somebody."""
    judged = ((c, c.judge(applicant, on).verdict) for c in programme.conditions)
    return frozenset().union(*(_facts(c) for c, said in judged if said is Verdict.REFUSED))


def _facts(condition: Condition) -> frozenset[str]:
    """What it judges by: the fields that it names, else its kind."""
    return frozenset(map(plain, condition.needs() or (condition.condition,)))


def _is_of(programme: Programme, practice: Practice) -> bool:
    """Whether it is the practice of the programme, also of one that was made from a preset."""
    other = practice.programme
    if other is None:
        return False
    titles = set(map(plain, programme.title.values()))
    made_from_it = bool(other.source) and other.source in programme.source
    same = titles.intersection(map(plain, other.title.values()))
    return programme.name == other.name or made_from_it or bool(same)


def _fitting(
    practice: Practice, applicant: Applicant, on: date, refused: frozenset[str]
) -> Referral | None:
    """The place with what is open; None where one refuses, or nothing telling is met.

    What refused somebody before has to be met here, and is not asked again.
    """
    verdicts = [(c, c.judge(applicant, on).verdict) for c in practice.conditions]
    met = [c for c, verdict in verdicts if verdict is Verdict.MET]
    open_ = [c for c, verdict in verdicts if verdict in (Verdict.UNKNOWN, Verdict.WAITS)]
    if len(met) + len(open_) < len(verdicts) or any(refused & _facts(c) for c in open_):
        return None
    if not any(c.telling for c in met):
        return None
    until = practice.valid_until
    stale = until.year if until is not None and until < on else None
    titles = tuple(c.titles for c in open_)
    return replace(practice.place, met=len(met), to_ask=titles, facts_of=stale)


def _later(programme: Programme, applicant: Applicant, on: date) -> Iterator[Referral]:
    """The programme itself in its next round: whoever applied to it wants it."""
    if programme.next_round is not None and programme.next_round > on:
        verdicts = [(c, c.judge(applicant, on).verdict) for c in programme.conditions]
        open_ = tuple(c.titles for c, verdict in verdicts if verdict is not Verdict.MET)
        met = len(verdicts) - len(open_)
        later = programme.next_round
        yield Referral(programme.title, programme.about, met=met, to_ask=open_, later=later)


@cache
def _practices() -> tuple[Practice, ...]:
    """The presets, each with what the catalogue asks beside it; and what is no preset."""
    found = []
    for other in map(load_programme, presets()):
        beside = (c for e in catalogue() if e.programme == other.name for c in e.conditions)
        # what both ask is asked once
        asked = {c.title(Language.NL): c for c in (*other.conditions, *beside)}
        place = Referral(other.title, other.about)
        found.append(Practice(place, tuple(asked.values()), other.valid_until, other))
    found += [
        Practice(Referral(entry.title, entry.for_whom), entry.conditions, entry.valid_until)
        for entry in catalogue()
        if not entry.programme
    ]
    return tuple(found)
