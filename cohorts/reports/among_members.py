"""What members of a group may see of each other: named field by field, all else stays away."""

from __future__ import annotations

from cohorts.people.applicant import Applicant

ALWAYS = ("id", "name", "company", "told_apart", "place", "municipality")
WITH_CONSENT = ("province", "latitude", "longitude", "founded", "fte", "activity", "offer")
"""Unless they said no. What they wrestle with is told as themes, never in their own words."""
ASKED = ("themes",)
WITH_A_YES = ("email",)
"""Only where they said yes."""


def among_members(applicant: Applicant) -> Applicant:
    """The applicant with nothing but what the others of the group may know."""
    fields: tuple[str, ...] = ALWAYS
    if applicant.consent is not False:
        fields += WITH_CONSENT + ASKED
    if applicant.consent:
        fields += WITH_A_YES
    return Applicant(**{field: getattr(applicant, field) for field in fields})
