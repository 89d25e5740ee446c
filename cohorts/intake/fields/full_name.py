"""A name in two or three columns: first name, the small words between, last name."""

from __future__ import annotations

import re
from collections.abc import Sequence

ROLES = (
    r"voornaam|voornamen|roepnaam|first ?name|given ?name|forename|prenom",
    r"tussenvoegsels?|tussenv\.?|voorvoegsels?|infix|name prefix|middle ?name",
    r"achternaam|familienaam|last ?name|surname|family ?name|geslachtsnaam",
)
"""In the order in which they are said."""
INITIALS = r"voorletters?|voorletter\(s\)|initialen|initials?"
WHOSE = (
    r"(recipient|respondent|contact|contactpersoon|deelnemer|attendee|participant|your|uw|je|jouw"
    r"|wat is (?:uw|je|jouw)|what is your)? ?"
)
ENDS = r"(?: (?:contactpersoon|deelnemer|ondernemer|of contact|contact|contact person))?"
PART = tuple(re.compile(f"{WHOSE}({role}){ENDS}") for role in (*ROLES, INITIALS))
JOINED = " + "


def role_of(header: str) -> tuple[int, str] | None:
    """(place in the name, whose it is) of a header that asks for a part of a name."""
    bare = re.sub(r"\([^()]*\)", " ", header.lower())
    text = " ".join(re.sub(r"[^a-z.]+", " ", bare).split())
    for place, pattern in enumerate(PART):
        if found := pattern.fullmatch(text):
            return place, "recipient" if found[1] == "recipient" else ""
    return None


def is_full_name(header: str) -> bool:
    """A first or last name, or such columns that were joined (``Voornaam + Achternaam``)."""
    roles = [role_of(part) for part in header.split(JOINED)]
    return all(roles) and any(role and role[0] in (0, 2) for role in roles)


def name_columns(headers: Sequence[str]) -> list[tuple[int, ...]]:
    """The columns that together are one name, as they are said; each person's own set.

    Initials stand for a first name where none is asked.
    """
    sets: dict[str, dict[int, int]] = {}
    for column, header in enumerate(headers):
        if role := role_of(header):
            sets.setdefault(role[1], {}).setdefault(role[0], column)
    for columns in sets.values():
        initials = columns.pop(len(ROLES), None)
        if initials is not None and len(ROLES) - 1 in columns:
            columns.setdefault(0, initials)
    parts = [tuple(columns[place] for place in sorted(columns)) for columns in sets.values()]
    return [columns for columns in parts if len(columns) > 1]
