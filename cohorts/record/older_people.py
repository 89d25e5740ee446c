"""The people of a proposal of before meaning 3: told apart, and called, as they were then.

Fingerprint, lots and numbers of groups go by id, and ids that reading makes were made otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from cohorts.composing.inputs import Given
from cohorts.intake.applicants import Applicants
from cohorts.intake.first_identity import people_then
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.document import ProposalDocument

IDENTITY_SINCE = 3
"""From this meaning on people are told apart by all that is known, and ids by field."""
Who = Callable[[str], ApplicantId]


def as_then(
    stated: ProposalDocument, applicants: Sequence[Applicant], given: Given
) -> tuple[Sequence[Applicant], Given]:
    """Applicants and what was given about them, by the ids that the proposal goes by."""
    if stated.meaning_version >= IDENTITY_SINCE or not isinstance(applicants, Applicants):
        return applicants, given
    people, then = people_then(applicants.answers)
    if not people or people == applicants.people:
        return applicants, given
    return people, _named(given, lambda one: then.get(ApplicantId(one), ApplicantId(one)))


def of_today(stated: ProposalDocument, applicants: Sequence[Applicant]) -> ProposalDocument:
    """The proposal with its people called as they are now."""
    if stated.meaning_version >= IDENTITY_SINCE or not isinstance(applicants, Applicants):
        return stated
    now = applicants.earlier_ids
    if not now:
        return stated
    content = stated.model_dump(mode="json")

    def who(one: str) -> str:
        return now.get(ApplicantId(one), ApplicantId(one))

    for group in content["groups"]:
        group["members"] = [who(one) for one in group["members"]]
    for left in content["not_placed"]:
        left["id"] = who(left["id"])
    for override in content["overrides"]:
        override["person"] = who(override["person"])
    pins: dict[str, Any] = content["settings"].get("pins") or {}
    content["settings"]["pins"] = {who(one): group for one, group in pins.items()}
    return ProposalDocument.model_validate(content)


def _named(given: Given, who: Who) -> Given:
    """The same, about people by other ids."""
    named: dict[str, Any] = dict(given)
    for name in ("merit", "previous", "waiting", "pins"):
        values: Mapping[str, Any] | None = named.get(name)
        if values is not None:
            named[name] = {who(one): value for one, value in values.items()}
    if (relations := given.get("relations")) is not None:
        pairs = (replace(r, a=who(r.a), b=who(r.b)) for r in relations)
        named["relations"] = tuple(r for r in pairs if r.a != r.b)
    return cast("Given", named)  # the same names, with values of the same kinds
