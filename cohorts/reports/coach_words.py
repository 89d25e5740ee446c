"""What is said of coaches: whom each has and why, and who could not have whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cohorts.after.coaches import Coaching, Given, Other
from cohorts.after.no_coach import never_said, said_of
from cohorts.geography.close_by import PER_KM
from cohorts.people.coach import Coach
from cohorts.people.trade import trade_in_words
from cohorts.words import Language, say
from cohorts.words.phrase import listed, number


@dataclass(frozen=True)
class CoachSaid:
    """``who``: the coach, with the load; ``people``: each who is coached, and why by this one."""

    who: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CoachingSaid:
    """One kind of coaches in words; ``never``: who cannot be with whom."""

    title: str
    about: tuple[str, ...]
    coaches: tuple[CoachSaid, ...]
    never: tuple[str, ...]


def coaching_said(coaching: Coaching, language: Language) -> CoachingSaid:
    """In the words of the programme that is spoken in."""
    kind = coaching.serves
    about = [say(f"coaches.about_{kind}", language), say("coaches.proven", language)]
    if not _told_away(coaching):
        about.append(say("coaches.nowhere", language))
    if any(one.trade for one in coaching.given):
        about.append(say("coaches.source", language))
    return CoachingSaid(
        say(f"coaches.title_{kind}", language),
        tuple(about),
        tuple(_coach(coach, coaching, language) for coach in coaching.coaches),
        tuple(_never(coaching, language)),
    )


def coaching_lines(coaching: Sequence[Coaching], language: Language) -> Iterator[str]:
    """The same as lines of text."""
    for one in coaching:
        said = coaching_said(one, language)
        yield from ("", said.title, *(f"  {line}" for line in said.about))
        for coach in said.coaches:
            yield f"  {coach.who}"
            yield from (f"    {who}: {why}" if why else f"    {who}" for who, why in coach.people)
        if said.never:
            yield f"  {say('coaches.never_title', language)}"
            yield from (f"    {line}" for line in said.never)


def coaching_data(coaching: Sequence[Coaching], language: Language) -> list[dict[str, Any]]:
    """The same as JSON values; distances in km."""
    return [
        {
            "serves": one.serves.value,
            "coaches": [
                {
                    "coach": coach.name,
                    "capacity": coach.capacity,
                    "has": [_data(given, one, language) for given in one.of(coach)],
                }
                for coach in one.coaches
            ],
            "never": [
                {"coach": coach.name, "id": a.id, "why": why.why.value}
                for coach, a, why in one.never
            ],
        }
        for one in coaching
    ]


def _told_away(coaching: Coaching) -> bool:
    """Whether any distance is known: else that is said once."""
    return any(given.away is not None for given in coaching.given)


def _data(given: Given, coaching: Coaching, language: Language) -> dict[str, Any]:
    return {
        "ids": [a.id for a in given.led.members],
        "group": given.led.number,
        "away_km": None if given.away is None else given.away / PER_KM,
        "same_trade": None if given.trade is None else trade_in_words(given.trade, language),
        "why": _why(given, coaching, language),
    }


def _coach(coach: Coach, coaching: Coaching, language: Language) -> CoachSaid:
    given = coaching.of(coach)
    facts = {"coach": coach.name, "load": len(given), "capacity": coach.capacity}
    who = say("coaches.load" if given else "coaches.free", language, **facts)
    people = ((said_of(one.led, language), _why(one, coaching, language)) for one in given)
    return CoachSaid(who, tuple(people))


def _why(given: Given, coaching: Coaching, language: Language) -> str:
    """Distance and trade, and why it is not somebody who fits better; "" where nothing counts."""
    reasons = [_away(given, language)] if _told_away(coaching) else []
    if given.trade is not None:
        trade = trade_in_words(given.trade, language)
        reasons.append(say("coaches.trade", language, trade=trade))
    said = [f"{'; '.join(reasons)}."] if reasons else []
    if given.other is not None:
        said.append(_other(given.other, language))
    return " ".join(said)


def _away(given: Given, language: Language) -> str:
    if given.away is None:
        return say("coaches.away_unknown", language)
    km = given.away / PER_KM
    away = (
        say("units.away", language, away=number(km, language))
        if km >= 1
        else say("units.under_a_kilometre", language)
    )
    return say(f"coaches.away{'_group' if given.led.number else ''}", language, away=away)


def _other(other: Other, language: Language) -> str:
    facts = {"coach": other.coach.name, "load": other.load}
    if other.never is not None:
        return say("coaches.other_never", language, **facts, why=never_said(other.never, language))
    by = "full" if other.full else "load"
    return say(f"coaches.other_{by}_{'near' if other.nearer else 'same'}", language, **facts)


def _never(coaching: Coaching, language: Language) -> Iterator[str]:
    """Each coach with those who may not, by why; a trade is said with each."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for coach, a, why in coaching.never:
        by_reason.setdefault((coach.name, never_said(why, language)), []).append(a.label)
    for (coach_name, said), who in by_reason.items():
        people = listed(who, language)
        yield say("coaches.never", language, coach=coach_name, who=people, why=said)
