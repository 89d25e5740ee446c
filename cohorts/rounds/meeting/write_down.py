"""What is said at a meeting, and what somebody from outside said when they were consulted."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import StageKey, check_phase, stage_in
from cohorts.rounds.meeting.agenda import MAY_MEET, MEETS_IN, lit
from cohorts.rounds.meeting.in_the_room import MEETING
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

LONGEST = 2_000
LONGEST_NAME = 200


def remark(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    text: str,
    person: PersonKey | None = None,
) -> None:
    """On a dossier, or on the meeting. Erased with ``person``.

    Raises RefusedError while the dossier is dark, InputError without a text.
    """
    with act(store, actor, round_, "meeting.remark", may=MAY_MEET, object_=MEETING) as doing:
        check_phase(stage_in(doing.connection, round_, stage), *MEETS_IN)
        if person is not None:
            lit(doing, store.url, stage, person)
        value = {"stage": stage} | ({"person": person} if person else {})
        keep_minute(doing, Kind.REMARK, value, text=typed(text), person=person)


def consult(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    whom: str,
    text: str,
) -> None:
    """``whom``: name and organisation. It changes no count. Raises InputError without both."""
    with act(store, actor, round_, "meeting.consult", may=MAY_MEET, object_=MEETING) as doing:
        check_phase(stage_in(doing.connection, round_, stage), *MEETS_IN)
        name = visible(whom)
        if not 1 <= len(name) <= LONGEST_NAME:
            raise InputError(Problem("meeting.no_name", "", {"longest": LONGEST_NAME}))
        keep_minute(doing, Kind.CONSULTED, {"stage": stage}, text=f"{name}: {typed(text)}")


def typed(text: str) -> str:
    """Without signs that are not seen. Raises InputError where nothing is left, or too much."""
    found = visible(text)
    if not 1 <= len(found) <= LONGEST:
        raise InputError(Problem("meeting.no_text", "", {"longest": LONGEST}))
    return found
