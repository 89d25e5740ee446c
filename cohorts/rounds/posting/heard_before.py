"""Who was told in writing already just what a decision says of them."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.deciding.decision import decisions_in
from cohorts.rounds.deciding.told_of import How, knows, last_told, told_in
from cohorts.rounds.posting.about import About, decision_told
from cohorts.rounds.posting.mail_rows import State, mail_in
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.keys import PersonKey, RoundKey

WRITTEN = {How.EMAIL, How.LETTER}
"""Who was called only, has nothing in hand."""


def heard_before(connection: Connection, round_: RoundKey, about: About) -> frozenset[PersonKey]:
    """Within a look: without whose letter about this very decision was ever put in the queue.

    Nobody where it tells of none. Who takes no part in it is known by what they had in writing
    before.
    """
    decision = decision_told(about)
    found = decisions_in(connection, round_) if decision is not None else ()
    proposal = next((made.proposal for made in found if made.key == decision), None)
    if proposal is None:
        return frozenset()
    seats, told = seats_in(connection, proposal), told_in(connection, round_)
    heard = last_told(told)
    written = last_told(one for one in told if one.how in WRITTEN)
    mail = mail_in(connection, round_)
    sent = (one for one in mail if one.state is State.SENT and decision_told(one.about))
    had = written.keys() | {one.person for one in sent if one.person is not None}
    both = (heard, written)
    known = {who for who in seats if all(knows(each, who, seats[who]) for each in both)}
    known |= {
        who
        for who in had - seats.keys()
        if all(knows(each, who, None) for each in both if who in each)
    }
    return frozenset(known - {one.person for one in mail if one.about == about})
