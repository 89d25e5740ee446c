"""Everything a composition costs, worked out from where everybody sits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from cohorts.composing.compose import compose
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.hands.standing import Standing
from cohorts.outlook.prices.musts import must_prices
from cohorts.outlook.prices.other_lots import lot_price
from cohorts.outlook.prices.price import Prices
from cohorts.outlook.prices.weakest import weakest_wish
from cohorts.outlook.prices.what_if import probable_price, shape_prices
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from solver.solution import Effort

OTHER_LOTS = 4


def prices(
    applicants: Sequence[Applicant],
    programme: Programme,
    *,
    proposal: Proposal | None = None,
    effort: Effort | str = Effort.QUICK,
    other_lots: int = OTHER_LOTS,
    **given: Unpack[Given],
) -> Prices:
    """What musts, lots, sizes and the probable ones do to a round.

    ``proposal``: made of the same applicants, programme and ``given``; without one it is composed
    here. Raises what :func:`cohorts.composing.compose.compose` raises.
    """
    effort = Effort(effort)
    now = proposal or compose(applicants, programme, effort=effort, **given)
    here = Standing.of_proposal(now)
    return Prices(
        proposal=now,
        musts=tuple(must_prices(here, effort)),
        weakest=weakest_wish(here),
        lots=lot_price(here, effort, other_lots),
        shapes=tuple(shape_prices(now, applicants, programme, effort, given)),
        probable=probable_price(now, applicants, programme, effort, given),
    )
