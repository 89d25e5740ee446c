"""People by their keys, in what is kept of what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.people.kept_people import KeptPeople, Keys
from cohorts.store.keys import PersonKey


def key_of(who: str, keys: Keys) -> PersonKey:
    """The key of somebody. Raises InputError for an id that nobody in the round has."""
    try:
        return keys.of[ApplicantId(who)]
    except KeyError:
        raise InputError(Problem("asking.nobody", "", {"person": who})) from None


def by_keys(stated: Any, keys: Keys) -> Any:
    """JSON of a value that names people by id: of each (an object), or only them (a list).

    Raises InputError for an id that nobody in the round has.
    """
    if isinstance(stated, Mapping):
        return {key_of(who, keys): one for who, one in stated.items()}
    return [key_of(who, keys) for who in stated]


def present_in(people: KeptPeople) -> dict[PersonKey, ApplicantId]:
    """Key → id of these people; also keys of whoever turned out to be one of them."""
    keys, here = people.keys, {a.id for a in people.applicants}
    ids = {keys.of[id_]: id_ for id_ in here}
    return {key: ids[one] for key, id_ in keys.ids.items() if (one := keys.of[id_]) in ids}


def by_ids(stated: Any, present: Mapping[PersonKey, ApplicantId]) -> Any:
    """The same by the ids of these people; whoever is not among them drops out."""
    if isinstance(stated, Mapping):
        return {present[key]: one for key, one in stated.items() if key in present}
    return [present[key] for key in stated if key in present]
