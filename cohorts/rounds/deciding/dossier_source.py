"""What the store has of one decision, for its dossier."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.intake.applicants import Applicants
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import programme_by
from cohorts.rounds.deciding.decision import Decision, DecisionKey, decisions_in
from cohorts.rounds.deciding.proposed import by_hand_from, head_of
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.proposing.erased import with_erased
from cohorts.rounds.proposing.heads import ProposalHead, heads_in
from cohorts.rounds.proposing.kept_value import with_names
from cohorts.rounds.proposing.notes import out_of_notes
from cohorts.rounds.proposing.reopened import reopened
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event, proposal, said


@dataclass(frozen=True, eq=False)
class Source:
    """What there is.

    ``kept``: the text of the proposal as the store has it; ``content``: the same by ids, without
    what is known no more. ``line``: the heads from what was
    computed to what was decided on.
    """

    decision: Decision
    kept: str
    content: Mapping[str, Any]
    people: KeptPeople
    applicants: Applicants
    programme: Programme
    line: Sequence[ProposalHead]
    events: Sequence[Mapping[str, Any]]
    said: Sequence[Mapping[str, Any]]

    def made_of(self, applicants: Sequence[Applicant]) -> Proposal:
        """The proposal of these people, with the fingerprint of what is known of them."""
        made = reopened(
            self.content, replace(self.applicants, people=tuple(applicants)), self.programme
        )
        bare = replace(made.round, remarks=())
        return replace(made, round=bare, input_sha256=fingerprint(bare, made.asked_by))


def source_of(store: Store, actor: Actor, round_: RoundKey, decision: DecisionKey) -> Source:
    """Raises RefusedError where it is not theirs to see, or there is none."""
    with look(store, actor, round_, may=READERS) as connection:
        made = next((d for d in decisions_in(connection, round_) if d.key == decision), None)
        if made is None:
            raise RefusedError(Problem("deciding.no_such_decision"))
        _check_votes_closed(connection, round_, made)
        heads = heads_in(connection, round_)
    head = head_of(heads, made.proposal)
    people = people_of(store, actor, round_, head.version)
    ids = {str(key): str(who) for key, who in people.keys.ids.items()}
    with look(store, actor, round_, may=READERS) as connection:
        row = _row(connection, head.key)
        programme = programme_by(connection, row["programme"], people.keys)
        content = with_names(out_of_notes(connection, json.loads(row["value"])), ids.get)
        line = by_hand_from(heads, head)
        log = _log(connection, round_, made.event)
    applicants = people.applicants
    if people.erased:
        gone = frozenset(ids[key] for key in people.erased)
        content, applicants = with_erased(content, applicants, programme, gone)
    content["given"]["relations"] = [
        # what was noted of them decides nothing
        one | {"note": ""}
        for one in content["given"]["relations"]
    ]
    return Source(made, row["value"], content, people, applicants, programme, line, *log)


def _check_votes_closed(connection: Connection, round_: RoundKey, made: Decision) -> None:
    """Its log says who did what on their ballot and when: of votes that are taken, to nobody.

    Raises RefusedError.
    """
    for one in stages_in(connection, round_):
        if (
            one.phase in (Phase.JUDGING, Phase.TALKING)
            and one.opened_at is not None
            and one.opened_at <= made.at
        ):
            facts = {"stage": one.plan.stage.title, "number": one.number}
            raise RefusedError(Problem("rounds.votes_open", "", facts))


def _row(connection: Connection, key: ProposalKey) -> Mapping[str, Any]:
    query = select(proposal.c.value, proposal.c.programme).where(proposal.c.key == key)
    return dict(connection.execute(query).mappings().one())


def _log(
    connection: Connection, round_: RoundKey, last: int
) -> tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]:
    """The events up to the ``last``, and what is left of what that one says."""
    here = (event.c.chain == round_, event.c.number <= last)
    events = connection.execute(select(event).where(*here).order_by(event.c.number))
    parts = (said.c.chain == round_, said.c.number == last, said.c.person.is_(None))
    query = select(said.c.part, said.c.value, said.c.salt).where(*parts).order_by(said.c.part)
    return [dict(r) for r in events.mappings()], [
        dict(r) for r in connection.execute(query).mappings()
    ]


def keys_of(people: KeptPeople) -> Mapping[str, PersonKey]:
    """Id → key, of everybody."""
    return {str(who): key for key, who in people.keys.ids.items()}
