"""Everything of everybody in a round: erased before the day that was set for it.

What stays are random keys, what was decided of these, and the log, in which the names stand of who
did something.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, delete, or_, select, update

from cohorts.rounds.act import Acting
from cohorts.rounds.erasing.erase_person import erase_within
from cohorts.rounds.erasing.typed_elsewhere import OF_LETTERS, log_typed, settings_typed
from cohorts.rounds.judging.stage_head import stages_in
from cohorts.rounds.keeping.kind import Item
from cohorts.rounds.keeping.kinds.votes import erase_votes
from cohorts.rounds.people.drop import forget
from cohorts.rounds.people.kept_people import keys_in
from cohorts.store.erased_salts import drop_salts
from cohorts.store.erased_texts import drop_text
from cohorts.store.keys import Key, RoundKey
from cohorts.store.tables import (
    applicant,
    called,
    interest,
    letter_text,
    mail,
    member,
    note,
    offer,
    remark,
    template,
    ticked,
)

EVERYTHING = "everything"
NOTICE = timedelta(days=30)
"""So long before the day it is listed: it is to be done before it."""
BLANK = {"organisation": "", "email": "", "number": ""}
TOGETHER = (called, ticked, letter_text, interest, offer, note, remark, template)


def found(connection: Connection, round_: RoundKey, before: date) -> Sequence[Item]:
    """Who is still known: applicants and members, by key."""
    since = f"{(before - NOTICE).isoformat()}T00:00:00.000Z"
    here = select(applicant.c.key).where(
        applicant.c.round == round_, applicant.c.erased_at.is_(None)
    )
    known = or_(*(member.c[name] != "" for name in BLANK))
    seated = select(member.c.account).where(member.c.round == round_, known)
    people = [*connection.scalars(here), *connection.scalars(seated)]
    return [Item(key, since) for key in sorted(people)]


def erase_everything(doing: Acting) -> None:
    """Within an act of which the verb is ``erase``."""
    of, round_ = doing.connection, doing.round
    here = select(applicant.c.key).where(
        applicant.c.round == round_, applicant.c.erased_at.is_(None)
    )
    keys = keys_in(of, round_)
    left = {keys.of.get(keys.ids[key], key) for key in of.scalars(here)}
    notes = frozenset(map(Key, of.scalars(select(note.c.key).where(note.c.round == round_))))
    typed = frozenset(key for key, _ in settings_typed(of, round_))
    for key in sorted(left):
        erase_within(doing, key, notes=notes | typed)
    for place in (*OF_LETTERS, *log_typed(of, round_, lambda _: True)):
        drop_text(of, round_, place)
    forget(doing)
    erase_votes(doing, [one.key for one in stages_in(of, round_)])
    of.execute(update(mail).where(mail.c.round == round_).values(note=None))
    of.execute(update(member).where(member.c.round == round_).values(BLANK))
    for table in TOGETHER:
        of.execute(delete(table).where(table.c.round == round_))
    drop_salts(of, round_)
