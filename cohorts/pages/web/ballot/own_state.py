"""What a page that stays open asks now and then: until when, and what this member said themselves.

Nothing in it comes from what another member did, not even its length.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.web.ballot.dossier_told import as_json, mark_of
from cohorts.pages.web.ballot.seated import Seated, seated
from cohorts.rounds.balloting.cast import How
from cohorts.rounds.balloting.own_ballot import OwnBallot, own_ballot
from cohorts.rounds.balloting.vote_rows import Vote
from cohorts.rounds.judging.extensions import extensions_of
from cohorts.rounds.judging.reason_said import reason_said
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey
from cohorts.words import say
from cohorts.words.dutch_time import dutch_time


def own_state(request: Request) -> Response:
    """JSON; {} with 401 for who is not logged in, with 403 for who does not judge."""
    here = seated(request)
    if isinstance(here, Response):
        return JSONResponse({}, 401 if isinstance(here, RedirectResponse) else 403)
    if here.stage is None:
        return JSONResponse({"state": state_of(None)})
    try:
        ballot = own_ballot(store(), here.actor, here.seat.round, here.stage.key)
        return JSONResponse(_state(here, here.stage, ballot))
    except CohortsError:
        return JSONResponse({}, 403)


def state_of(stage: StageHead | None) -> str:
    """What a page was made for: where it is another now, the page is no longer true."""
    return "" if stage is None else f"{stage.key}.{stage.phase.value}.{stage.turn}"


def closes_said(here: Seated) -> str:
    """Until when, by the clock of the Netherlands; "" where no end is set."""
    closes = here.stage.closes_at if here.stage else None
    return (
        say("ballot.closes", here.language, closes=dutch_time(closes, here.language))
        if closes
        else ""
    )


def extended_said(here: Seated) -> str:
    """That everybody has more time, and why; "" where nobody was given any."""
    if here.stage is None:
        return ""
    found = extensions_of(store(), here.actor, here.seat.round, here.stage.key)
    if not found or found[-1].closes_at != here.stage.closes_at:
        return ""
    closes = dutch_time(found[-1].closes_at, here.language)
    why = reason_said(found[-1].reason, here.language)
    return say("ballot.extended", here.language, closes=closes, reason=why)


def given_up_said(here: Seated) -> str:
    """That there is no second turn after all, and why; "" where it was not given up."""
    if here.stage is None:
        return ""
    found = second_given_up(store(), here.actor, here.seat.round, here.stage.key)
    if found is None:
        return ""
    why = reason_said(found.reason, here.language)
    return say("ballot.given_up", here.language, reason=why)


def _state(here: Seated, stage: StageHead, ballot: OwnBallot) -> dict[str, Any]:
    votes = {one.person: _kept(one.vote) for one in ballot.dossiers if one.vote}
    return {
        "state": state_of(stage),
        "open": stage.is_open,
        "now": now(),
        "closes_at": stage.closes_at,
        "closes": closes_said(here),
        "extended": extended_said(here),
        "left": ballot.left,
        "sent_at": ballot.sent_at,
        "dossiers": {one.person: mark_of(one.applicant) for one in ballot.dossiers},
        "votes": votes,
    }


def kept_now(here: Seated, stage: StageHead, person: PersonKey) -> dict[str, Any]:
    """What stands of one dossier: ``vote`` (None for none), and ``help``: what was written with it.

    Raises RefusedError for who does not judge in this stage.
    """
    ballot = own_ballot(store(), here.actor, here.seat.round, stage.key)
    votes = (_kept(one.vote) for one in ballot.dossiers if one.person == person and one.vote)
    return {"vote": next(votes, None), "help": ballot.offers.get(person)}


def _kept(vote: Vote) -> dict[str, Any]:
    kept = as_json(vote.judged, vote.remark)
    return kept | {"number": vote.number, "at": vote.at, "again": vote.how == How.AGAIN}
