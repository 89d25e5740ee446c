"""Of whom the chair decided that they do not judge a company which their organisation knows."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.minuted import Kind, Minute, minutes_in
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey

Whose = tuple[AccountKey, PersonKey]
Barred = frozenset[Whose]


def barred_in(connection: Connection, round_: RoundKey, at: StageHead | None = None) -> Barred:
    """Member and applicant, as it stood in the stage ``at``: whatever the member says later."""
    decided = tie_decisions(connection, round_, at)
    return frozenset(whose for whose, one in decided.items() if one.value["bars"])


def tie_decisions(
    connection: Connection, round_: RoundKey, at: StageHead | None = None
) -> Mapping[Whose, Minute]:
    """The last of each member and applicant; ``value["bars"]``: whether it bars them."""
    return {
        (AccountKey(Key(one.value["member"])), PersonKey(Key(one.value["person"]))): one
        for one in minutes_in(connection, round_, [Kind.TIE])
        if at is None or one.value["number"] <= at.number
    }
