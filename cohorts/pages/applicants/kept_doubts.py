"""Who of the round may be one person, asked as of a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cohorts.pages.applicants.same_person import Pair
from cohorts.pages.applicants.take_file import t
from cohorts.pages.here import Here
from cohorts.rounds.people.identify import identify
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey


def kept_doubts(here: Here, kept: KeptPeople) -> list[Pair]:
    """To be asked; what was answered is not asked again."""
    return list(_pairs(here, kept))


def _pairs(here: Here, kept: KeptPeople) -> Iterator[Pair]:
    by_id = {a.id: (key, a) for key, a in kept.who.items()}
    for doubt in kept.doubts:
        (key_a, one), (key_b, other) = by_id[doubt.a], by_id[doubt.b]
        say = partial(_identified, here, kept, key_a, key_b)
        yield Pair(doubt.why, "until_two_here", (t("one"), one), (t("other"), other), say)


def _identified(here: Here, kept: KeptPeople, a: PersonKey, b: PersonKey, same: bool) -> None:
    identify(here.store, here.actor, here.round, a, b, same=same, seen=kept.revision)
