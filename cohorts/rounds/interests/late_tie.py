"""*Toch een belang*: told while votes are taken; what was voted no longer counts."""

from __future__ import annotations

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.declare import MEMBERS_ACT, keep_ties
from cohorts.rounds.interests.interest import own_interests
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.version_rows import those_there
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def late_tie(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    person: PersonKey,
    *,
    tie: Tie,
) -> None:
    """From now on they neither see nor count in it; the chair is told, and rules on what it means.

    The log does not tell with whom: everybody who organises reads it.

    Raises RefusedError for who does not judge in it, InputError for a tie that does not block, or
    where ties were not told yet (:func:`cohorts.rounds.interests.declare.declare` does that).
    """
    object_ = f"interest.{actor.key}"
    with act(store, actor, round_, "interest.late", may=MEMBERS_ACT, object_=object_) as doing:
        head = stage_in(doing.connection, round_, stage)
        check_judges(doing.connection, round_, head, actor)
        check_phase(head, Phase.JUDGING, Phase.TALKING)
        said = own_interests(doing.connection, round_, actor.key)
        gone = person not in those_there(doing.connection, round_)
        if gone or person not in said or said[person].blocks:
            raise RefusedError(Problem("balloting.not_this"))
        if not tie.blocks:
            raise InputError(Problem("interests.no_block"))
        keep_ties(doing, stage, {person: tie}, late=True)
