"""Who offers help to whom: never counted, and told to nobody who may still be chosen or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import account, member, note, offer


@dataclass(frozen=True)
class Helper:
    """A member of the committee, and what they wrote with it."""

    name: str
    organisation: str
    note: str = ""


def helpers_in(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, tuple[Helper, ...]]:
    """In the order of their names."""
    here = (member.c.account == offer.c.account) & (member.c.round == offer.c.round)
    query = (
        select(offer.c.person, account.c.name, member.c.organisation, note.c.text)
        .join(account, account.c.key == offer.c.account)
        .outerjoin(member, here)
        .outerjoin(note, note.c.key == offer.c.note)
        .where(offer.c.round == round_)
        .order_by(account.c.name)
    )
    found: dict[PersonKey, list[Helper]] = {}
    for row in connection.execute(query):
        helper = Helper(row.name, row.organisation or "", row.text or "")
        found.setdefault(PersonKey(Key(row.person)), []).append(helper)
    return {who: tuple(several) for who, several in found.items()}
