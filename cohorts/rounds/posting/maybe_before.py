"""Whose letter about an earlier decision may have arrived, and said what this one would say."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.rounds.deciding.decision import DecisionKey, decisions_in
from cohorts.rounds.posting.about import About, decision_told
from cohorts.rounds.posting.mail_rows import MailRow, State, mail_in
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey

MAYBE = {State.SENDING, State.UNSURE}


def maybe_before(
    connection: Connection, round_: RoundKey, about: About
) -> Mapping[PersonKey, MailRow]:
    """Within a look: the newest such letter of each, until a person says whether it is there.

    Of whom nothing was ever put in the queue about this decision. Nobody where it tells of none.
    """
    of = {one.key: one.proposal for one in decisions_in(connection, round_)}
    decision = decision_told(about)
    if decision not in of:
        return {}
    mail = mail_in(connection, round_)
    has = {one.person for one in mail if one.about == about}
    found: dict[PersonKey, MailRow] = {}
    for one in mail:
        if one.state not in MAYBE or one.person is None or one.person in has:
            continue
        before = decision_told(one.about)
        if before in of and _says_the_same(connection, of, one.person, before, decision):
            found[one.person] = one
    return found


def _says_the_same(
    connection: Connection,
    of: Mapping[DecisionKey, ProposalKey],
    who: PersonKey,
    before: DecisionKey | None,
    now: DecisionKey | None,
) -> bool:
    """Who took no part in one hears of it that there is no place for them."""
    seats = [seats_in(connection, of[one]).get(who) for one in (before, now) if one is not None]
    return len(set(seats)) == 1
