"""What is held of calls with one person, and of what was ticked off of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from cohorts.rounds.calling.calls_of import calls_in
from cohorts.rounds.calling.ticks_asked import names_in, tick_said
from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.store.tables import account, ticked
from cohorts.words import say


def calls(about: About) -> Iterator[Entry]:
    """Each call: what it came to, and what was written down of it."""
    for one in calls_in(about.connection, about.round):
        if one.person in about.who.keys:
            what = say(f"calling.{one.state}", about.language)
            entry = {"at": one.at, "by": one.by, "what": what, "until": one.until}
            entry["note"] = about.alone(one.remark)
            yield {name: value for name, value in entry.items() if value}


def ticks(about: About) -> Iterator[Entry]:
    """What was ticked off, and what no longer is."""
    names = names_in(about.connection, about.round)
    for row in about.rows(
        select(ticked, account.c.name.label("who"))
        .join(account, account.c.key == ticked.c.by)
        .where(ticked.c.person.in_(about.who.keys))
        .order_by(ticked.c.at, ticked.c.name)
    ):
        name = names.get(row.name) or say("calling.tick_gone", about.language)
        key = "ticked" if row.on else "unticked"
        what = say(f"calling.{key}", about.language, name=tick_said(name, about.language))
        yield {"at": row.at, "by": row.who, "what": what}
