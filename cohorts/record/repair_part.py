"""What a proposal was repaired from, as its document states it, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cohorts.people.applicant import ApplicantId
from cohorts.record.parts import RepairedPart, WeighedPart
from cohorts.round.repaired import Repaired, Seats, Weighed


def repaired_part(one: Repaired | None) -> RepairedPart | None:
    """As a document states it."""
    if one is None:
        return None
    return RepairedPart(
        before=_stated(one.before),
        stay=list(one.stay),
        rather_not=list(one.rather_not),
        moved_before=list(one.moved_before),
        options=[
            WeighedPart(
                moved=_stated(o.moved),
                placed=_stated(o.placed),
                unwilling=o.unwilling,
                level=o.level,
                gain=o.gain,
                better=list(o.better),
                worse={key: list(groups) for key, groups in o.worse.items()},
            )
            for o in one.options
        ],
        taken=one.taken,
        anew={str(group): list(keys) for group, keys in one.anew.items()},
        proven=one.proven,
    )


def repaired_of(part: RepairedPart | None) -> Repaired | None:
    """As it is stated."""
    if part is None:
        return None
    return Repaired(
        before=_seats(part.before),
        stay=_people(part.stay),
        rather_not=_people(part.rather_not),
        moved_before=_people(part.moved_before),
        options=tuple(
            Weighed(
                _seats(o.moved),
                _seats(o.placed),
                o.unwilling,
                o.level,
                o.gain,
                tuple(o.better),
                {key: tuple(groups) for key, groups in o.worse.items()},
            )
            for o in part.options
        ),
        taken=part.taken,
        anew={int(group): tuple(keys) for group, keys in part.anew.items()},
        proven=part.proven,
    )


def _stated(seats: Seats) -> dict[str, int | None]:
    return {str(who): group for who, group in seats.items()}


def _seats(stated: Mapping[str, int | None]) -> Seats:
    return {ApplicantId(who): group for who, group in stated.items()}


def _people(ids: Iterable[str]) -> tuple[ApplicantId, ...]:
    return tuple(map(ApplicantId, ids))
