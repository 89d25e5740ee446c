"""The programme a proposal was composed by, which may no longer be the one that has its name."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.programme.frozen import deciding, frozen, thawed
from cohorts.programme.programme import Programme
from cohorts.record.comparing import Mismatch, as_it_is, unequal
from cohorts.record.document import ProposalDocument
from cohorts.record.first_release import as_meant_then

FIRST = 1
"""The meaning version of the release that kept no programme in its proposals."""


def asked_by(stated: ProposalDocument, given: Programme) -> Programme:
    """The programme in the proposal; of the first release, the one that is given.

    That release kept none: what stands in a proposal that says to be of it was put there since.

    Raises InputError where what is kept in it is no programme.
    """
    kept = stated.frozen_programme
    if kept is None or stated.meaning_version == FIRST:
        return as_meant_then(given)
    return thawed(kept, stated.programme)


def other_programme(stated: ProposalDocument, given: Programme) -> Iterator[Mismatch]:
    """Where the programme that is given is another than the one it was composed by."""
    kept = stated.frozen_programme
    if stated.meaning_version > FIRST:
        stated_, given_ = None if kept is None else deciding(kept), deciding(frozen(given))
        yield from unequal("frozen_programme", stated_, given_, read=as_it_is)
    elif kept is not None:
        yield Mismatch("frozen_programme", kept.get("name"), None)
