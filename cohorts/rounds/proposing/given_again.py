"""What came in files of its own when a proposal was made, as it is kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from cohorts.composing.inputs import Given
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation
from cohorts.round.exact_points import ExactPoints
from cohorts.round.merit import THOUSANDTHS

RELATIONS = TypeAdapter(tuple[Relation, ...])


def given_of(content: Mapping[str, Any]) -> Given:
    """What came in files of its own."""
    given = content["given"]
    made = Given(relations=RELATIONS.validate_python(given["relations"]))
    if given["merit"] is not None:
        point = given.get("point", THOUSANDTHS)
        salt = given.get("of_votes", "")
        made["merit"] = ExactPoints(_by_id(given["merit"]), point, exact=True, of_votes=salt)
    if given["previous"] is not None:
        made["previous"] = _by_id(given["previous"])
    return made


def _by_id(values: Mapping[str, int]) -> dict[ApplicantId, int]:
    return {ApplicantId(who): value for who, value in values.items()}
