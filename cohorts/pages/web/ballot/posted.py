"""What a member sends: ties, answers, offers, and the whole ballot."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cohorts.errors import CohortsError, InputError, Problem, StaleError, StoreError
from cohorts.pages.kept import store
from cohorts.pages.web.ballot.ballot_page import page_of
from cohorts.pages.web.ballot.own_state import kept_now
from cohorts.pages.web.ballot.seated import Seated, read_of_stage, refused, seated
from cohorts.pages.web.doors.door import door, in_words
from cohorts.pages.web.doors.from_ours import form_of, is_from_ours
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.offer_help import ANY, offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.receipts import as_sent, own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import judged_as_asked
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import Key, PersonKey
from cohorts.words import say
from cohorts.words.dutch_time import dutch_time

TIE_OF = "tie_"
LARGEST_TIES = 500_000
"""Bytes: a thousand names and more."""
LARGEST_ANSWER = 20_000
UNAVAILABLE = 503

Fields = dict[str, Any]
Done = Callable[[Seated, StageHead, Fields], Response]


async def ties_posted(request: Request) -> Response:
    """What ties they have."""
    return await _form(request, _ties, LARGEST_TIES)


async def late_posted(request: Request) -> Response:
    """*Toch een belang*."""
    return await _form(request, _late)


async def sent_in_posted(request: Request) -> Response:
    """The whole ballot."""
    return await _form(request, _send)


async def answer_posted(request: Request) -> Response:
    """One answer of one dossier, once."""
    return await _json(request, _answer)


async def help_posted(request: Request) -> Response:
    """Help that is offered, or no longer."""
    return await _json(request, _help)


def receipt_page(request: Request) -> Response:
    """What they hold of each time they sent in; the last first."""
    read = read_of_stage(request, lambda *of: (own_receipts(*of), as_sent(*of)))
    if isinstance(read, Response):
        return read
    here, (found, as_sent_in) = read
    said = [(one, dutch_time(one.at, here.language)) for one in reversed(found)]
    closes = (here.stage.closes_at if here.stage else None) or ""
    return here.page(
        "receipt.html.jinja",
        receipts=said,
        same=as_sent_in is None or as_sent_in.same,
        again=bool(as_sent_in and as_sent_in.again),
        again_names=_to_judge(here, as_sent_in.again) if as_sent_in else [],
        closes=dutch_time(closes, here.language) if closes else "",
    )


def _to_judge(here: Seated, people: Collection[PersonKey]) -> list[str]:
    """The names of those whom this member may still read."""
    assert here.stage is not None  # noqa: S101 - there is a receipt of it
    ballot = own_ballot(store(), here.actor, here.seat.round, here.stage.key)
    return [one.applicant.label for one in ballot.dossiers if one.person in people]


async def _form(request: Request, done: Done, largest: int = LARGEST_ANSWER) -> Response:
    fields = await form_of(request, largest) if is_from_ours(request) else None
    if fields is None:
        return door(request, "refused", 403)
    return await run_in_threadpool(_with_seat, request, done, fields)


def _with_seat(request: Request, done: Done, fields: Fields) -> Response:
    here = seated(request)
    if isinstance(here, Response):
        return here
    if here.stage is None:
        return RedirectResponse(here.address(), 303)
    try:
        return done(here, here.stage, fields)
    except StoreError:
        raise
    except CohortsError as fault:
        return refused(request, fault)
    except ValueError:
        return door(request, "not_kept", 400, faults=[say("ballot.unreadable", here.language)])


def _ties(here: Seated, stage: StageHead, fields: Fields) -> Response:
    said = {
        _person(name.removeprefix(TIE_OF)): value
        for name, value in fields.items()
        if name.startswith(TIE_OF)
    }
    none_else = bool(fields.get("others"))
    known = {one.value for one in Tie}
    ties = {
        who: Tie(value) if value else Tie.NONE
        for who, value in said.items()
        if value in known or (not value and none_else)
    }
    left = 0 if none_else else len(said) - len(ties)
    try:
        if ties or not left:
            seen = int(fields["seen"]) if "seen" in fields else None
            declare(store(), here.actor, here.seat.round, stage.key, ties, seen=seen)
    except StaleError:
        return page_of(here, [say("ballot.ties_newer", here.language)])
    if left:
        return page_of(here, [say("ballot.ties_left", here.language, count=left)])
    return RedirectResponse(here.address(), 303)


def _late(here: Seated, stage: StageHead, fields: Fields) -> Response:
    tie = fields.get("tie", "")
    if tie not in {one.value for one in Tie}:
        raise InputError(Problem("interests.no_block"))
    person = _person(fields.get("person", ""))
    late_tie(store(), here.actor, here.seat.round, stage.key, person, tie=Tie(tie))
    return RedirectResponse(here.address(), 303)


def _send(here: Seated, stage: StageHead, _: Fields) -> Response:
    send(store(), here.actor, here.seat.round, stage.key)
    return RedirectResponse(here.address("/bewijs"), 303)


async def _json(request: Request, done: Done) -> Response:
    if not is_from_ours(request):
        return _told([say("door.refused", spoken(request))], 403)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_ANSWER:
            return _told([say("ballot.unreadable", spoken(request))], 413)
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):  # no JSON, or as deep as nothing of ours
        fields = None
    if not isinstance(fields, dict):
        return _told([say("ballot.unreadable", spoken(request))], 400)
    return await run_in_threadpool(_with_login, request, done, fields)


def _with_login(request: Request, done: Done, fields: Fields) -> Response:
    here = seated(request)
    if isinstance(here, Response):
        return _no(request, here)
    asked = fields.get("stage")
    stage = next((one for one in here.seat.stages if one.key == asked), None)
    if stage is None:
        return _told([say("ballot.unreadable", here.language)], 400)
    try:
        return done(here, stage, fields)
    except StoreError as fault:
        return _told(in_words(fault, here.language), UNAVAILABLE)
    except CohortsError as fault:
        no = {"said": in_words(fault, here.language), "closed": not _is_open(here, stage)}
        if isinstance(fault, StaleError):
            no["newer"] = kept_now(here, stage, _person(fields.get("person")))
        return JSONResponse(no, 409)
    except (TypeError, ValueError):
        return _told([say("ballot.unreadable", here.language)], 400)


def _answer(here: Seated, stage: StageHead, fields: Fields) -> Response:
    judged = judged_as_asked(
        stage.plan,
        yes=_switch(fields.get("yes")),
        scores=_several(fields.get("scores")),
        abstained=bool(_switch(fields.get("abstained"))),
        later=bool(_switch(fields.get("later"))),
    )
    kept = cast(
        store(),
        here.actor,
        here.seat.round,
        StageKey(stage.key),
        _person(fields.get("person")),
        judged=judged,
        once=_key(fields.get("once")),
        note=_text(fields.get("note", "")),
        seen=_number(fields.get("seen")),
    )
    return JSONResponse({"number": kept.number, "at": kept.at})


def _help(here: Seated, stage: StageHead, fields: Fields) -> Response:
    offer_help(
        store(),
        here.actor,
        here.seat.round,
        stage.key,
        _person(fields.get("person")),
        help_=bool(_switch(fields.get("help"))),
        note=_text(fields.get("note", "")),
        seen=_offered(fields["seen"]) if "seen" in fields else ANY,
    )
    return JSONResponse({})


def _is_open(here: Seated, stage: StageHead) -> bool:
    """As it stands now: it may have closed since they were let in."""
    found = stages_of(store(), here.actor, here.seat.round)
    return any(one.is_open for one in found if one.key == stage.key)


def _switch(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise TypeError


def _several(value: object) -> list[object]:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise TypeError


def _number(value: object) -> int | None:
    """None: not said."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError


def _offered(value: object) -> str | None:
    return None if value is None else visible(_text(value))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _key(value: object) -> str:
    """Of our own making: plain signs; a database may take no others."""
    text = _text(value)
    if text.isascii() and text.isprintable():
        return text
    raise ValueError


def _person(value: object) -> PersonKey:
    return PersonKey(Key(_key(value)[:16]))


def _no(request: Request, answer: Response) -> Response:
    """Who is not logged in, or sits nowhere: for a script, so without a page."""
    if isinstance(answer, RedirectResponse):
        return _told([], 401)
    return _told([say("door.no_seat_about", spoken(request))], 403)


def _told(said: list[str], status: int) -> Response:
    return JSONResponse({"said": said}, status)
