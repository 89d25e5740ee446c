"""Everything that is held about one person, others' data left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.given_rows import MERIT, OF_VOTES
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.erasing.asked_of_reserve import asked_for_place
from cohorts.rounds.erasing.called_about import calls, ticks
from cohorts.rounds.erasing.judged_about import closed_notes, judged, minutes, offers
from cohorts.rounds.erasing.let_in_about import let_in
from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.rounds.erasing.posted_to import mail_notes, mailed
from cohorts.rounds.erasing.seat import seat_of
from cohorts.rounds.erasing.somebody import somebody_in
from cohorts.rounds.happened import happened
from cohorts.rounds.people.applicant_json import remark_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied, only_audits
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import (
    account,
    admitted,
    answers,
    called,
    decision,
    event,
    identity,
    mended,
    minute,
    note,
    passed,
    proposal,
    relation,
    remark,
    setting,
    step,
    told,
    version,
)
from cohorts.store.tables import round_ as round_table
from cohorts.words import Language, say


@dataclass(frozen=True)
class Held:
    """``entries``: subject → what is held on it, the oldest first. A subject may hold nothing."""

    ids: tuple[ApplicantId, ...]
    round: str
    entries: dict[str, list[Entry]]

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"ids": list(self.ids), "round": self.round, **self.entries}


def held_about(
    store: Store, actor: Actor, round_: RoundKey, called: str, language: Language
) -> Held:
    """By their id in the file, or key; sentences in a language.

    Whatever names others of the round says "somebody else" in their place, but for what the person
    answered. Who does nothing in the round but audit it is given the votes of closed stages too,
    without who voted. Raises RefusedError where the round is not theirs to read, or they are kept
    from this one by a tie; InputError where nobody is called so.
    """
    with look(store, actor, round_, may=READERS) as connection:
        who = somebody_in(connection, round_, called)
        check_not_tied(connection, round_, actor, who.keys)
        auditor = only_audits(connection, round_, actor)
        about = About(connection, round_, who, language, by_auditor=auditor)
        found = {name: list(of(about)) for name, of in SUBJECTS.items()}
        name = connection.scalars(
            select(round_table.c.name).where(round_table.c.key == round_)
        ).one()
    found["seats"] = list(_seats(store, actor, round_, about))
    return Held(who.ids, name, found)


def _answers(about: About) -> Iterator[Entry]:
    """What they answered, as each version has it; told again only where it changed."""
    versions = about.rows(
        select(version.c.number, version.c.at, version.c.people, account.c.name)
        .join(account, account.c.key == version.c.by)
        .where(version.c.round == about.round)
        .order_by(version.c.number)
    )
    rows = about.rows(select(answers).where(answers.c.person.in_(about.who.keys)))
    values = {row.key: json.loads(row.value) for row in rows}
    told_already = None
    for one in versions:
        for person, key in json.loads(one.people):
            if person in about.who.keys and key in values and key != told_already:
                told_already = key
                yield {"version": one.number, "at": one.at, "by": one.name, "what": values[key]}


def _typed(about: About) -> Iterator[Entry]:
    """Cells that were typed over."""
    for row in about.rows(
        select(mended, account.c.name)
        .join(account, account.c.key == mended.c.by)
        .where(mended.c.person.in_(about.who.keys))
        .order_by(mended.c.at, mended.c.column)
    ):
        yield {"at": row.at, "by": row.name, "column": row.column, "what": row.value}


def _remarks(about: About) -> Iterator[Entry]:
    """What reading noticed."""
    rows = about.rows(select(remark).where(remark.c.person.in_(about.who.keys)))
    for row in sorted(rows, key=lambda row: str(row.value)):
        one = remark_of(row.value)
        said = say(one.code, about.language, **one.facts)
        yield {"column": one.column, "value": one.value, "what": about.alone(said)}


def _identity(about: About) -> Iterator[Entry]:
    """Whether they and another row are one person."""
    keys = about.who.keys
    for row in about.rows(
        select(identity, account.c.name)
        .join(account, account.c.key == identity.c.by)
        .where(identity.c.a.in_(keys) | identity.c.b.in_(keys))
        .order_by(identity.c.at)
    ):
        key = "same" if row.same else "apart"
        what = say(f"erasing.{key}", about.language)
        yield {"at": row.at, "by": row.name, "what": what}


def _relations(about: About) -> Iterator[Entry]:
    """With whom they compete or work; with whom is data of others."""
    keys = about.who.keys
    for row in about.rows(
        select(relation, account.c.name, note.c.text)
        .join(account, account.c.key == relation.c.by)
        .outerjoin(note, note.c.key == relation.c.note)
        .where(relation.c.a.in_(keys) | relation.c.b.in_(keys))
        .order_by(relation.c.number)
    ):
        kind = json.loads(row.value)["kind"]
        what = say(
            "erasing.relation", about.language, kind=say(f"relations.{kind}", about.language)
        )
        noted = about.alone(row.text or "")
        yield {"at": row.at, "by": row.name, "what": what, "note": noted}


def _notes(about: About) -> Iterator[Entry]:
    """What was typed about them, and is told nowhere else; nothing of what members noted."""
    elsewhere = (
        select(relation.c.note).where(relation.c.note.is_not(None)),
        select(passed.c.note).where(passed.c.note.is_not(None)),
        select(minute.c.note).where(minute.c.note.is_not(None)),
        select(called.c.note).where(called.c.note.is_not(None)),
        select(admitted.c.note),
        closed_notes(),
        mail_notes(),
    )
    here = (note.c.person.in_(about.who.keys), *(note.c.key.not_in(one) for one in elsewhere))
    of_steps = {row.note for row in about.rows(select(step.c.note).where(step.c.note.is_not(None)))}
    for row in about.rows(select(note).where(*here).order_by(note.c.key)):
        typed = json.loads(row.text) if row.key in of_steps else {"reason": row.text}
        signed = {"by": typed["by"]} if typed.get("by") else {}
        yield {**signed, "what": about.alone(typed.get("reason", ""))}


def _settings(about: About) -> Iterator[Entry]:
    """What stands in the round that counts for them: a pin, points; of votes only that it does."""
    voted = setting_in(about.connection, about.round, OF_VOTES) is not None
    for row in about.rows(
        select(setting).where(setting.c.round == about.round).order_by(setting.c.name)
    ):
        value = json.loads(row.value)
        for key in about.who.keys:
            counted = row.name == MERIT and voted and not about.by_auditor
            if isinstance(value, dict) and key in value and not counted:
                yield {"name": row.name, "what": value[key]}
            elif key in row.value:
                yield {"name": row.name, "what": say("erasing.named", about.language)}


def _told(about: About) -> Iterator[Entry]:
    """What they were told, and when."""
    for row in about.rows(
        select(told, account.c.name, proposal.c.number.label("of"))
        .join(account, account.c.key == told.c.by)
        .join(proposal, proposal.c.key == told.c.proposal)
        .where(told.c.person.in_(about.who.keys))
        .order_by(told.c.number)
    ):
        key = "told_no_place" if row.group is None else "told_group"
        what = say(f"erasing.{key}", about.language, group=row.group)
        entry = {"at": row.at, "by": row.name, "how": row.how, "proposal": row.of, "what": what}
        yield entry | ({} if row.on is None else {"on": row.on})


def _decisions(about: About) -> Iterator[Entry]:
    """Decisions of the round; the seat in each is that in its proposal."""
    for row in about.rows(
        select(decision, proposal.c.number.label("of"))
        .join(proposal, proposal.c.key == decision.c.proposal)
        .where(decision.c.round == about.round)
        .order_by(decision.c.number)
    ):
        key = "decided" if row.reopened_at is None else "reopened"
        what = say(f"erasing.{key}", about.language, number=row.of)
        yield {"at": row.at, "by": row.signed, "proposal": row.of, "what": what}


def _log(about: About) -> Iterator[Entry]:
    """What was done that is about them."""
    found = happened(about.connection, about.round, event.c.about != "[]")
    for one in found:
        if set(one.about) & set(about.who.keys):
            what = about.alone(one.sentence(about.language))
            yield {"at": one.at, "by": one.by, "what": what}


SUBJECTS: dict[str, Callable[[About], Iterator[Entry]]] = {
    "answers": _answers,
    "typed": _typed,
    "remarks": _remarks,
    "identity": _identity,
    "relations": _relations,
    "notes": _notes,
    "settings": _settings,
    "judged": judged,
    "offers": offers,
    "minutes": minutes,
    "admitted": let_in,
    "calls": calls,
    "ticks": ticks,
    "reserve": asked_for_place,
    "told": _told,
    "mail": mailed,
    "decisions": _decisions,
    "log": _log,
}
"""Subject → what is held on it. Seats, which take a proposal to be opened, come beside these."""


def _seats(store: Store, actor: Actor, round_: RoundKey, about: About) -> Iterator[Entry]:
    """Where they sit in each proposal, and why."""
    for head in heads_of(store, actor, round_):
        opened = proposal_of(store, actor, round_, head.key)
        seat = seat_of(opened, about.who.ids, about.language)
        if seat is not None:
            group, why = seat
            entry = {"at": head.at, "by": head.by, "proposal": head.number, "group": group}
            yield entry | {"what": about.alone(why)}
