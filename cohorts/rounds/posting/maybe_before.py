"""Whose letter about an earlier decision may have arrived, and said what this one would say."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.rounds.deciding.decision import decisions_in
from cohorts.rounds.deciding.told_of import told_in
from cohorts.rounds.posting.about import About, decision_told
from cohorts.rounds.posting.mail_rows import NOT_KNOWN, MailRow, mail_in
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.keys import PersonKey, RoundKey


def maybe_before(
    connection: Connection, round_: RoundKey, about: About
) -> Mapping[PersonKey, MailRow]:
    """Within a look: the newest such letter of each, until a person says whether it is there.

    Of whom nothing was ever put in the queue about this decision, and whom nothing else was said
    after it. Nobody where it tells of none.
    """
    of = {one.key: one.proposal for one in decisions_in(connection, round_)}
    decision = decision_told(about)
    if decision is None or decision not in of:
        return {}
    mail = mail_in(connection, round_)
    has = {one.person for one in mail if one.about == about}
    now = seats_in(connection, of[decision])
    otherwise = {
        one.person: one.at
        for one in told_in(connection, round_)
        if one.group != now.get(one.person)
    }
    found: dict[PersonKey, MailRow] = {}
    for one in mail:
        if one.state not in NOT_KNOWN or one.person is None or one.person in has:
            continue
        before = decision_told(one.about)
        if before is None or before not in of:
            continue
        # who took no part in one hears of it that there is no place for them
        if seats_in(connection, of[before]).get(one.person) == now.get(one.person):
            found[one.person] = one
        else:
            otherwise[one.person] = max(otherwise.get(one.person, ""), one.went)
    return {who: one for who, one in found.items() if one.went >= otherwise.get(who, "")}
