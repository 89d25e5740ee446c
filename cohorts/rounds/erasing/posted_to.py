"""Letters by mail to one person: how far each is, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Select, select, union

from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.rounds.posting.mail_rows import mail_in
from cohorts.store.tables import letter_text, mail
from cohorts.words import say


def mail_notes() -> Select[tuple[str]]:
    """The notes that letters by mail stand in."""
    return select(mail.c.note).where(mail.c.note.is_not(None))


def letter_notes() -> Select[tuple[str]]:
    """The same, and those of letters that somebody wrote by hand: they are of whom they go to."""
    several = union(mail_notes(), select(letter_text.c.note)).subquery()
    return select(several.c.note)


def mailed(about: About) -> Iterator[Entry]:
    """To where, and when; the words without the names of others."""
    for one in mail_in(about.connection, about.round):
        if one.person not in about.who.keys:
            continue
        entry = {"at": one.began or one.at}
        state = say(f"posting.state_{one.state}", about.language)
        if one.written is None:
            yield entry | {"what": say("erasing.mailed_gone", about.language, state=state)}
            continue
        facts = {"state": state, "to": one.written.to, "subject": one.written.subject}
        what = say("erasing.mailed", about.language, **facts)
        yield entry | {"what": what, "note": about.alone(one.written.text)}
