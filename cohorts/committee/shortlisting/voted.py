"""What the votes of a stage make of it, wherever they were cast: in files, or on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cohorts.committee.counting.elected import Elected
from cohorts.committee.shortlisting.ballots_of_stage import OfStage
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.people.applicant import Applicant


def voted(before: StageOutcome, cast: OfStage, elected: Elected | None) -> StageOutcome:
    """``before``: of whom nobody is refused any more; ``elected``: by id, of whom was judged.

    None where nobody was. Of a joint stage who can be composed goes on, where votes were counted.
    """
    stage, own = before.stage, {str(a.id): a for a in before.on}
    unjudged = tuple(Left(own[str(who)], Why.UNJUDGED) for who in sorted(cast.unjudged))
    told = replace(
        before,
        asked=cast.election.asked,
        elsewhere=cast.elsewhere,
        turnout=cast.turnout,
        remarks=cast.remarks,
        elected=elected,
    )
    if elected is None:
        return replace(told, on=(), left=(*before.left, *unjudged))
    if stage.joint:
        lost = tuple(_without_count(elected, own))
        on = tuple(
            own[c] for c in (*elected.chosen, *elected.left) if c not in elected.below_quorum
        )
        return replace(told, on=on, left=(*before.left, *unjudged, *lost))
    lost = tuple(_lost(elected, own))
    on = tuple(own[c] for c in elected.chosen)
    return replace(told, on=on, left=(*before.left, *unjudged, *lost))


def _lost(elected: Elected, own: Mapping[str, Applicant]) -> Iterator[Left]:
    """Who is judged and does not go on, from who stands highest."""
    by_lot = {c for one in elected.real_ties for c in one.among[one.taken :]}
    below = set(elected.below_quorum)
    others: Sequence[str] = [c for c in elected.left if c not in below]
    for candidate in others:
        lower = Why.LOWER if elected.standing else Why.NOT_CHOSEN
        yield Left(own[candidate], Why.LOT if candidate in by_lot else lower)
    yield from _without_count(elected, own)


def _without_count(elected: Elected, own: Mapping[str, Applicant]) -> Iterator[Left]:
    """Who is judged and was not counted."""
    for candidate in elected.uncounted:
        yield Left(own[candidate], Why.UNCOUNTED)
    for candidate in elected.below_quorum:
        yield Left(own[candidate], Why.BELOW_QUORUM)
