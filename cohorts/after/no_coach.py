"""Why not everybody can have a coach, in what an organiser can change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.after.coach_fit import Never
from cohorts.after.led import Led
from cohorts.errors import Problem
from cohorts.people.coach import Coach, Serves
from cohorts.people.trade import trade_in_words
from cohorts.words import Language, say
from cohorts.words.phrase import listed
from solver.pairing.unpairable import Clash


def no_coach(
    clash: Clash,
    serves: Serves,
    led: Sequence[Led],
    coaches: Sequence[Coach],
    why: Sequence[Sequence[Never | None]],
) -> Problem:
    """Too few places for all; else the fewest who are left too few coaches, and by what.

    ``why`` (rows, coaches): why a coach cannot have them, None where that may be.
    """
    rows = [led[row] for row in clash.rows]
    facts: dict[str, object]
    if not clash.forbidden:
        places = sum(coach.capacity for coach in coaches)
        some = {one: say(f"coaches.some_{serves}", one, count=places) for one in Language}
        facts = {"count": len(rows), "places": places, "some": some}
        return Problem("coaches.too_few", "", facts)
    forbidden = set(clash.forbidden)
    left = [
        coach
        for at, coach in enumerate(coaches)
        if any((row, at) not in forbidden for row in clash.rows)
    ]
    who = {one: listed([said_of(r, one) for r in rows], one) for one in Language}
    facts = {"who": who, "why": _why(clash, led, coaches, why)}
    if not left:
        return Problem("coaches.nobody_left", "", facts)
    facts |= {"left": tuple(coach.name for coach in left)}
    facts |= {"places": sum(coach.capacity for coach in left)}
    return Problem("coaches.too_few_left", "", facts)


def said_of(led: Led, language: Language) -> str:
    """What who are coached is called: the person, or the group."""
    if led.number is None:
        return led.members[0].label
    return say("coaches.group", language, number=led.number)


def never_said(why: Never, language: Language) -> str:
    """Why a coach cannot have somebody, in a few words."""
    trade = trade_in_words(why.trade, language) if why.trade else ""
    return say(f"coaches.never_{why.why}", language, trade=trade)


def _why(
    clash: Clash,
    led: Sequence[Led],
    coaches: Sequence[Coach],
    why: Sequence[Sequence[Never | None]],
) -> Mapping[Language, str]:
    """Each coach with those they cannot have, and why."""
    return {
        language: "; ".join(
            say(
                "coaches.not_with",
                language,
                coach=coach.name,
                who=listed(
                    [
                        f"{said_of(led[row], language)} ({never_said(found, language)})"
                        for row, one in clash.forbidden
                        if one == at and (found := why[row][at]) is not None
                    ],
                    language,
                ),
            )
            for at, coach in enumerate(coaches)
            if any(one == at for _, one in clash.forbidden)
        )
        for language in Language
    }
