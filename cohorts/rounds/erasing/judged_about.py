"""What a committee did with one person, as it is told to them: never by whom.

Of a stage that is not closed nothing is told but that it is under way. What each voted, and the
total, only an auditor is given: by a total of few, people know who voted what. Nobody is given here
what kind of tie somebody has, nor the notes of members, which open with a reason that is logged.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Select, select, union

from cohorts.rounds.balloting.election_of import ballots_about
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import RELEASED, Phase, StageHead, stages_in
from cohorts.rounds.standings.go_on import BY_PEOPLE
from cohorts.store.tables import account, interest, minute, note, offer, passed, vote
from cohorts.words import say

OF_TIES = ("tie", "ties_seen")
"""Kinds of minutes on what ties members have."""


def closed_notes() -> Select[tuple[str]]:
    """The notes that no organiser reads: of members, and on their ties."""
    several = union(
        select(vote.c.note).where(vote.c.note.is_not(None)),
        select(offer.c.note).where(offer.c.note.is_not(None)),
        select(interest.c.note).where(interest.c.note.is_not(None)),
        select(minute.c.note).where(minute.c.note.is_not(None), minute.c.kind.in_(OF_TIES)),
    ).subquery()
    return select(several.c.note)


def judged(about: About) -> Iterator[Entry]:
    """Each stage they were judged in, and whether they went on."""
    for head in stages_in(about.connection, about.round):
        if set(about.who.keys) & set(head.candidates):
            yield from _of_candidate(about, head)
        yield from _gone_on(about, head)


def _of_candidate(about: About, head: StageHead) -> Iterator[Entry]:
    closed = head.phase in RELEASED
    facts = {"number": head.number, "title": head.plan.stage.title}
    key = "judged_closed" if closed else "judged_open"
    at = head.closed_at if closed else head.opened_at
    yield {"at": at, "what": say(f"erasing.{key}", about.language, **facts)}
    if closed:
        yield from _ties(about, head)
    if closed and about.by_auditor:
        yield from _votes(about, head)


def offers(about: About) -> Iterator[Entry]:
    """Help, once it is decided who go on: with what was written for them."""
    opened = [one for one in stages_in(about.connection, about.round) if one.opened_at]
    if any(one.phase is not Phase.DECIDED for one in opened):
        return
    query = select(note.c.text).select_from(offer).outerjoin(note, note.c.key == offer.c.note)
    rows = about.rows(query.where(offer.c.person.in_(about.who.keys)))
    for text in sorted(row.text or "" for row in rows):
        yield {"what": say("erasing.offer", about.language), "note": about.alone(text)}


def minutes(about: About) -> Iterator[Entry]:
    """What was written down of a meeting and is about them, or names them."""
    query = (
        select(minute, account.c.name, note.c.text, note.c.person)
        .join(account, account.c.key == minute.c.by)
        .outerjoin(note, note.c.key == minute.c.note)
        .where(minute.c.round == about.round, minute.c.kind.not_in(OF_TIES))
        .order_by(minute.c.number)
    )
    for row in about.rows(query):
        text = row.text or ""
        named = any(key in row.value for key in about.who.keys) or about.who.is_named_in(text)
        if named or row.person in about.who.keys:
            what = about.alone(text) or say("erasing.minuted", about.language)
            yield {"at": row.at, "by": row.name, "what": what}


def _ties(about: About, head: StageHead) -> Iterator[Entry]:
    """That there were, not how many or which."""
    here = (interest.c.stage == head.key, interest.c.person.in_(about.who.keys))
    if about.rows(select(interest.c.account).where(*here, interest.c.tie != "none").limit(1)):
        yield {"what": say("erasing.ties", about.language)}


def _votes(about: About, head: StageHead) -> Iterator[Entry]:
    """The last version of each, in an order that tells of nobody."""
    found = ballots_about(about.connection, about.round, head, about.who.keys)
    for said in sorted(_said(about, head, one) for one in found):
        yield {"what": say("erasing.vote", about.language, said=said)}


def _said(about: About, head: StageHead, one: Judged) -> str:
    if one.abstained:
        return say("ballot.abstained_mark_script", about.language)
    if one.yes is not None:
        return say("ballot.yes" if one.yes else "ballot.no", about.language)
    criteria = [asked.name[about.language] for asked in head.plan.stage.criteria]
    scores = zip(criteria, one.scores, strict=False)
    return ", ".join(f"{name} {'–' if score is None else score}" for name, score in scores)


def _gone_on(about: About, head: StageHead) -> Iterator[Entry]:
    when = {
        row.person: row
        for row in about.rows(
            select(passed.c.person, passed.c.at, account.c.name)
            .join(account, account.c.key == passed.c.by)
            .where(passed.c.stage == head.key, passed.c.person.in_(about.who.keys))
        )
    }
    for person, one in gone_on_in(about.connection, head.key).items():
        if person not in when:
            continue
        said = say(f"erasing.{'on' if one.on else 'not_on'}", about.language, number=head.number)
        why = one.why
        if why:
            key = "erasing.by_people" if why == BY_PEOPLE else f"shortlist.{why}"
            said = f"{said} {say(key, about.language)}."
        entry = {"at": when[person].at, "by": when[person].name, "what": said}
        yield entry | ({"note": about.alone(one.reason)} if one.reason else {})
