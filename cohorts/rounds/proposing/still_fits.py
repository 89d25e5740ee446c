"""Whether a proposal still answers what is asked, where only other people stopped since."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.happened import happened
from cohorts.rounds.steps import steps_in
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.tables import event, proposal

GONE = "gone"


@dataclass(frozen=True)
class StillFits:
    """``proposal``: as it was kept; ``board``: as its board is now, without whoever left it."""

    proposal: bool
    board: bool


NEITHER = StillFits(proposal=False, board=False)
BOTH = StillFits(proposal=True, board=True)


def still_fits(
    connection: Connection,
    round_: RoundKey,
    key: ProposalKey,
    asked: int,
    erased: frozenset[PersonKey] = frozenset(),
) -> StillFits:
    """``asked``: the revision of what was asked when it was made; something was asked since.

    ``erased``: who has a seat in it and was erased.

    It does where nothing changed but who stopped, nobody who stopped sits in it, and nobody whom
    it went without is back. Who left its board sits in it until that is kept as a proposal.
    """
    since = happened(connection, round_, event.c.object == ASKED, event.c.revision > asked)
    if any(one.facts.get("input") != GONE for one in since):
        return NEITHER
    value = json.loads(
        connection.execute(select(proposal.c.value).where(proposal.c.key == key)).scalar_one()
    )
    steps = steps_in(connection, key).standing
    left = {who for one in steps if one.kind == "leave" for who in one.value["people"]}
    seated = {who for group in value["groups"] for who in group["members"]}
    gone = set(setting_in(connection, round_, GONE) or ())
    without = (left - seated) | set(value["settings"][GONE]) <= gone
    lost = gone | erased
    return StillFits(
        proposal=without and not lost & seated,
        board=without and not lost & (seated - left),
    )
