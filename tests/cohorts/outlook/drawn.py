"""Other people than were tried, who fit what is said of whom to recruit."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from cohorts.geography.meeting_places import named_place
from cohorts.outlook.recruit import Profile, Trait
from cohorts.outlook.recruit.newcomer import TUPLES, moved, with_value
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.round import Round

FIELDS = ("branche", "province", "role", "fte", "experience", "themes", "availability", "voucher")


def drawn(profiles: Sequence[Profile], round_: Round, seed: int) -> list[Applicant]:
    """Other people who fit the description; where it names no field, as anybody in the round."""
    dice = random.Random(seed)
    found: list[Applicant] = []
    number = 0
    for profile in profiles:
        traits = {trait.field: trait for trait in profile.traits}
        for _ in range(profile.people):
            somebody = replace(
                dice.choice(round_.applicants), id=ApplicantId(f"q{number:02}"), company=None
            )
            number += 1
            for field in FIELDS:
                if field in traits:
                    somebody = fitting(somebody, traits[field], round_, found, dice)
            if "place" in traits:
                somebody = at_home(somebody, traits["place"], dice)
            found.append(somebody)
    return found


def fitting(
    somebody: Applicant,
    trait: Trait,
    round_: Round,
    before: list[Applicant],
    dice: random.Random,
) -> Applicant:
    """Somebody as the trait says, drawn anew."""
    if trait.missing:
        nothing = () if trait.field in TUPLES else ""
        return with_value(somebody, trait.field, nothing)
    if trait.low is not None or trait.high is not None:
        known = sorted(a.number(trait.field) or 0.0 for a in round_.applicants)
        low = known[0] if trait.low is None else trait.low
        high = max(known[-1], low) if trait.high is None else trait.high
        return with_value(somebody, trait.field, dice.uniform(min(low, high), high))
    if trait.every:
        return with_value(somebody, trait.field, trait.values)
    values = list(trait.values)
    if trait.other:
        known_values = sorted({v for a in round_.applicants for v in a.values(trait.field)})
        values = [v for v in (*known_values, "anders", "weer anders") if v not in trait.values]
        if trait.same:
            values = ["allen eigen"]
        if trait.different:
            values = [f"eigen {len(before)}"]
    return with_value(somebody, trait.field, dice.choice(values))


def at_home(somebody: Applicant, trait: Trait, dice: random.Random) -> Applicant:
    """Somebody from one of the places that are named; where none is, they stay where they are."""
    if trait.missing:
        return moved(somebody, None)
    if not trait.values:
        return somebody
    return moved(somebody, named_place(dice.choice(trait.values), "").point)
