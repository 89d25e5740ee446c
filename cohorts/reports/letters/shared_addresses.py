"""Addresses that several people gave: who opens the mail there, reads what others were told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.letter import Letter


def shared_addresses(letters: Sequence[Letter]) -> Mapping[str, tuple[Letter, ...]]:
    """Address → the letters that would go there, where that are several; capitals do not count."""
    found: dict[str, list[Letter]] = {}
    for one in letters:
        if one.email:
            found.setdefault(one.email.strip().casefold(), []).append(one)
    return {address: tuple(of) for address, of in found.items() if len(of) > 1}


def also_of(letters: Sequence[Letter]) -> Mapping[ApplicantId, str]:
    """Whose address others gave too → these others, as they are called."""
    return {
        one.to.id: "; ".join(other.to.label for other in several if other is not one)
        for several in shared_addresses(letters).values()
        for one in several
    }
