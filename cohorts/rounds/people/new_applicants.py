"""Keys for people and for ids that were not in the round before."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import insert

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import Acting
from cohorts.store.keys import PersonKey, new_key
from cohorts.store.tables import applicant


def new_applicants(doing: Acting, ids: Iterable[ApplicantId]) -> dict[ApplicantId, PersonKey]:
    """A key for each of these, none of which is in the round."""
    made = {id_: PersonKey(new_key()) for id_ in ids}
    rows = [{"key": key, "round": doing.round, "id": id_} for id_, key in made.items()]
    if rows:
        doing.connection.execute(insert(applicant), rows)
    return made


def free_id(id_: ApplicantId, taken: Iterable[ApplicantId], stem: str = "") -> ApplicantId:
    """This id, or the first that is free with a number behind it, or behind ``stem``."""
    others, number, own = set(taken), 1, id_
    while own in others:
        number += 1
        own = ApplicantId(f"{stem or id_}-{number}")
    return own
