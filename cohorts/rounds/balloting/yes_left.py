"""How often a member may still say yes, where the rule sets a limit.

One ballot with a yes too many would keep all others from being counted, so the store takes none.
"""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.people.version_rows import those_there
from cohorts.store.keys import AccountKey, PersonKey, RoundKey


def check_yes_left(
    connection: Connection, round_: RoundKey, head: StageHead, whose: AccountKey, person: PersonKey
) -> None:
    """Before a yes to ``person``. Raises InputError where it is one too many.

    That of who stopped or is kept from them is none any more.
    """
    most = head.plan.stage.counting.yes_limit
    if most is None:
        return
    votes = votes_by(connection, head.key, whose)
    yes = {who for who, one in votes.items() if one.judged.yes} - {person}
    if len(yes) < most:
        return
    yes &= those_there(connection, round_)
    if len(yes - blocked(own_interests(connection, round_, whose))) >= most:
        raise InputError(Problem("balloting.no_yes_left", "", {"most": most}))
