"""Keeps proposals in a round."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import func, insert, select

from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import Acting, act, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.programme_rows import keep_programme
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.proposing.kept_value import kept_value, with_names
from cohorts.rounds.proposing.notes import in_notes
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.canonical import canonical, sha256
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import proposal as table
from cohorts.store.tables import version as versions

PROPOSALS = "proposals"
"""What these acts change."""


class Made(StrEnum):
    """How a proposal came about.

    POINT: of a curve of standing against fit; CIRCLE: people who waited were given a group.
    """

    COMPOSED = "composed"
    ALTERNATIVE = "alternative"
    BOARD = "board"
    REPAIRED = "repaired"
    POINT = "point"
    CIRCLE = "circle"


BY_HAND = frozenset({Made.BOARD, Made.CIRCLE})
"""Made by people from another proposal, which no search did."""


def keep_proposals(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposals: Sequence[Proposal],
    *,
    made: Made,
    before: ProposalKey | None = None,
    version: int | None = None,
    asked: int | None = None,
    keys: Keys | None = None,
    seen: int | None = None,
) -> tuple[ProposalKey, ...]:
    """Keeps each, in order; see :func:`keep`. Raises RefusedError, StaleError."""
    with act(
        store, actor, round_, "proposals.keep", may=ORGANISERS, object_=PROPOSALS, seen=seen
    ) as doing:
        kept = tuple(
            keep(doing, one, made=made, before=before, version=version, asked=asked, keys=keys)
            for one in proposals
        )
        doing.say({"proposals": list(kept), "made": made.value, "number": len(kept)})
    return kept


def keep(
    doing: Acting,
    proposal: Proposal,
    *,
    made: Made,
    before: ProposalKey | None = None,
    version: int | None = None,
    asked: int | None = None,
    keys: Keys | None = None,
) -> ProposalKey:
    """Keeps a proposal within an act that is under way.

    ``before``: the one it came out of. ``version`` and ``asked``: of the people and of what was
    asked when it was made; not given: those of ``before``, else those of now. ``keys``: of then,
    where somebody may have been erased since. Raises RefusedError where somebody in it is unknown.
    """
    connection, round_ = doing.connection, doing.round
    people = keys_in(connection, round_) if keys is None else keys
    content = with_names(kept_value(proposal), _keys_of(proposal, people).get)
    value = canonical(in_notes(connection, round_, content))
    number = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == round_)
    then = _basis(doing, before)
    key = ProposalKey(new_key())
    row = {
        "key": key,
        "round": round_,
        "number": connection.execute(number).scalar_one() + 1,
        "made": made.value,
        "before": before,
        "version": then[0] if version is None else version,
        "asked": then[1] if asked is None else asked,
        "programme": keep_programme(connection, proposal.asked_by, people),
        "value": value,
        "digest": sha256(value),
        "at": now(),
        "by": doing.actor.key,
    }
    connection.execute(insert(table), row)
    return key


def _basis(doing: Acting, before: ProposalKey | None) -> tuple[int, int]:
    """The version of the people, and the revision of what is asked."""
    if before is not None:
        query = select(table.c.version, table.c.asked).where(
            table.c.key == before, table.c.round == doing.round
        )
        if (found := doing.connection.execute(query).one_or_none()) is not None:
            return found.version, found.asked
    newest = select(func.coalesce(func.max(versions.c.number), 0)).where(
        versions.c.round == doing.round
    )
    asked = revision_of(doing.connection, doing.round, ASKED)
    return doing.connection.execute(newest).scalar_one(), asked


def _keys_of(proposal: Proposal, people: Keys) -> dict[str, PersonKey]:
    """Id → key, of everybody in the round; of others that something was given about, as known.

    Raises RefusedError where somebody has none: they were erased in the meantime.
    """
    known = {str(who): key for key, who in people.ids.items()}
    known |= {str(who): key for who, key in people.of.items()}
    round_ = proposal.round
    here = (*round_.applicants, *(aside.applicant for aside in round_.set_aside))
    if any(str(one.id) not in known for one in here):
        raise RefusedError(Problem("proposing.unknown_person"))
    return known
