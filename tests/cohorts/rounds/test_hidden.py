"""What others said changes no byte of what somebody sees before the close."""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import create_engine, select
from starlette.requests import Request

from cohorts.errors import RefusedError
from cohorts.pages.web import ballot
from cohorts.pages.web.ballot import ballot_page, own_state, posted, seated
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.receipts import as_sent, own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.rounds_to_judge import rounds_to_judge
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.life.visit import last_visit
from cohorts.rounds.members.member import members_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.store.store import Store
from cohorts.store.tables import interest, note, vote
from cohorts.words import Language
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.staff import joined

BALLOT = [
    one
    for info in pkgutil.iter_modules(ballot.__path__, f"{ballot.__name__}.")
    if hasattr(one := import_module(info.name), "store")
]
"""The modules of the page that ask which store it is."""

Look = Callable[[Committee, Actor], object]

MEMBERS_LOOKS: dict[str, Look] = {
    "own_ballot": lambda here, who: own_ballot(here.store, who, here.round, here.stage),
    "as_sent": lambda here, who: as_sent(here.store, who, here.round, here.stage),
    "own_receipts": lambda here, who: own_receipts(here.store, who, here.round, here.stage),
    "stages_of": lambda here, who: stages_of(here.store, who, here.round),
    "members_of": lambda here, who: members_of(here.store, who, here.round),
    "rounds_of": lambda here, who: rounds_of(here.store, who),
    "rounds_to_judge": lambda here, who: rounds_to_judge(here.store, who),
    "last_visit": lambda here, who: last_visit(here.store, who, here.round),
    "export": lambda here, who: refusal(export_round, here, who),
    "page": lambda here, who: shown(ballot_page.ballot_page, here, who),
    "standing": lambda here, who: shown(own_state.own_state, here, who),
    "receipt": lambda here, who: shown(posted.receipt_page, here, who),
}
"""Everything that a member can look at; what is added to a room for them is added here."""
READERS_LOOKS: dict[str, Look] = {
    "stages_of": MEMBERS_LOOKS["stages_of"],
    "members_of": MEMBERS_LOOKS["members_of"],
    "rounds_of": MEMBERS_LOOKS["rounds_of"],
    "export": MEMBERS_LOOKS["export"],
    "events_since": lambda here, who: [
        (vars(one), one.sentence(Language.NL)) for one in events_since(here.store, who, here.round)
    ],
    "held_about": lambda here, who: [
        held_about(here.store, who, here.round, id_, Language.NL).as_json() for id_ in ids(here)
    ],
}
"""Everything about a committee that who organises or reads a round can look at."""
ORGANISERS_LOOKS: dict[str, Look] = READERS_LOOKS | {
    "mentions_of": lambda here, who: [
        asdict(mentions_of(here.store, who, here.round, id_)) for id_ in ids(here)
    ],
}


RELEASED_LOOKS: dict[str, Look] = {
    name: look
    for name, look in MEMBERS_LOOKS.items()
    if name != "stages_of"  # the digest of the close, which test_ballots_salt.py is about
} | {"standing_of": lambda here, who: standing_of(here.store, who, here.round, here.stage)}
"""Everything about a closed stage that a member can look at."""


def ids(here: Committee) -> list[str]:
    return sorted(people_of(here.store, here.organiser, here.round).keys.of)


def refusal(act: Callable[..., object], here: Committee, who: Actor) -> object:
    try:
        return act(here.store, who, here.round)
    except RefusedError as error:
        return [(one.code, dict(one.facts)) for one in error.problems]


def shown(page: Callable[[Request], Any], here: Committee, who: Actor) -> bytes:
    """The bytes of a page, as it is for somebody who is logged in."""
    query = f"language=nl&ronde={here.round}&stap={here.stage}".encode()
    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": "/stembiljet", "headers": []}
    scope |= {"query_string": query, "scheme": "http", "server": ("here", 80), "root_path": ""}
    with pytest.MonkeyPatch.context() as patch:
        for module in BALLOT:
            patch.setattr(module, "store", lambda: here.store)
        patch.setattr(seated, "visitor", lambda *_: who)
        answer = page(Request(scope))
    body = re.sub(rb'"now":"[^"]*"', b"", answer.body)  # the clock of the moment
    return bytes(answer.status_code.to_bytes(2) + body)


def seen(here: Committee, who: Actor, looks: dict[str, Look]) -> dict[str, str]:
    """Name of a look → all that it gives."""
    return {name: repr(look(here, who)) for name, look in looks.items()}


def test_a_member_sees_nothing_of_what_others_do(store: Store) -> None:
    """Votes, other votes, notes, offers, ties, rulings and sendings of others, in any order."""
    here = judging(store, a_judged_round.OFFERS, told=False)
    bank, others = here.members["Gemeente"], ("Werkgevers", "School", "Bank")
    here.ties("Gemeente", c2=Tie.HANDLES)
    where = (store, bank, here.round, here.stage)
    cast(*where, here.candidate(0), judged=Judged(yes=True), once="a", note="goed plan")
    send(*where)
    before = seen(here, bank, MEMBERS_LOOKS)
    assert "Uw oordeel" in before["page"]
    assert before["export"] == repr([("rounds.not_yours", {})])
    for number, name in enumerate(others):
        here.ties(name, c3=Tie.KNOWS, **({"c4": Tie.HANDLES} if number else {}))
        assert seen(here, bank, MEMBERS_LOOKS) == before
        theirs = (store, here.members[name], here.round, here.stage)
        for yes in (True, False):
            person = here.candidate(number)
            cast(*theirs, person, judged=Judged(yes=yes), once=f"{yes}", note=f"zq {name}")
        offer_help(*theirs, here.candidate(0), help_=True, note="zq hulp")
        send(*theirs)
    late_tie(
        store, here.members["School"], here.round, here.stage, here.candidate(0), tie=Tie.PERSONAL
    )
    assert seen(here, bank, MEMBERS_LOOKS) == before
    here.ruled("School", 0, Ruling.OUT, "zq reden")
    assert seen(here, bank, MEMBERS_LOOKS) == before


def test_who_organises_or_reads_sees_nothing_of_what_is_said(store: Store) -> None:
    """How many acts there were they see; not one value, and not with whom a tie is."""
    here = a_judged_round.voting(store)
    cas = joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)
    dora = joined(store, here.organiser, "Dora", here.round, Role.ORGANISER)
    lookers = {cas: READERS_LOOKS, dora: ORGANISERS_LOOKS}
    before = {who.name: seen(here, who, looks) for who, looks in lookers.items()}
    with otherwise(here):
        after = {who.name: seen(here, who, looks) for who, looks in lookers.items()}
    assert after == before
    log = events_since(store, here.organiser, here.round)
    of_members = [one for one in log if one.act.partition(".")[0] in ("ballot", "interest")]
    assert {one.about for one in of_members} == {()}
    said = json.dumps(before)
    assert "notitie van" not in said
    assert "help van" not in said


@pytest.mark.parametrize("decided", [False, True])
def test_who_is_kept_from_one_sees_nothing_of_a_closed_vote(store: Store, decided: bool) -> None:
    """School has a tie with who was judged; Bank chairs, and has none."""
    here = a_judged_round.decided(store) if decided else a_judged_round.closed(store)
    school, bank = here.members["School"], here.members["Bank"]
    before, standing = seen(here, school, RELEASED_LOOKS), seen(here, bank, RELEASED_LOOKS)
    assert f"Sight.{'OUTCOME' if decided else 'NOTHING'}" in before["standing_of"]
    assert "Sight.RANGES" in standing["standing_of"]
    with otherwise(here, but=school):
        assert seen(here, school, RELEASED_LOOKS) == before


@contextmanager
def otherwise(here: Committee, *, but: Actor | None = None) -> Iterator[None]:
    """Every vote, note and tie is another one, and each tie with somebody else, for the while.

    ``but``: what this one said stands.
    """
    engine = create_engine(here.store.url)
    with engine.begin() as connection:
        votes = connection.execute(select(vote)).all()
        notes = connection.execute(select(note)).all()
        ties = connection.execute(select(interest)).all()

    own = {row.note for row in votes if but and row.account == but.key} - {None}

    def put(flips: bool) -> None:
        turned = {one: one for one in here.head.candidates}
        if flips:
            turned = dict(
                zip(turned, [*here.head.candidates[1:], here.head.candidates[0]], strict=True)
            )
        with engine.begin() as connection:
            for table in (vote, note, interest):
                connection.execute(table.delete())
            for row in votes:
                flipped = flips and not (but and row.account == but.key)
                value = Judged(yes=False).text if flipped else row.value
                connection.execute(vote.insert(), dict(row._mapping) | {"value": value})
            for row in notes:
                flipped = flips and row.key not in own
                text = f"{row.text} zq" if flipped else row.text
                connection.execute(note.insert(), dict(row._mapping) | {"text": text})
            for row in ties:
                flipped = flips and not (but and row.account == but.key)
                other = {"tie": Tie.HANDLES.value} if flipped and row.late else {}
                moved = (
                    dict(row._mapping)
                    | other
                    | {"person": turned[row.person] if flipped else row.person}
                )
                connection.execute(interest.insert(), moved)

    put(flips=True)
    try:
        yield
    finally:
        put(flips=False)
        engine.dispose()


def test_nobody_reads_in_the_log_who_votes_when_before_the_close(store: Store) -> None:
    here = judging(store)
    reader = joined(store, here.organiser, "Controleur", here.round, Role.AUDITOR)

    def acts(who: Actor) -> list[str]:
        return [one.act for one in events_since(store, who, here.round)]

    before = acts(here.organiser)
    for one in here.members.values():
        cast(
            store, one, here.round, here.stage, here.candidate(0), judged=Judged(yes=True), once="a"
        )
        send(store, one, here.round, here.stage)
    assert acts(here.organiser) == acts(reader) == before
    close_votes(store, here.organiser, here.round, here.stage)
    after = acts(here.organiser)
    assert (after.count("ballot.vote"), after.count("ballot.send")) == (4, 4)


def test_no_number_in_the_log_tells_how_much_is_voted_before_the_close(store: Store) -> None:
    """Between two acts that are told there are four votes, and there are none."""
    here = judging(store)
    where = (store, here.organiser, here.round)
    readers = (here.organiser, joined(*where[:2], "Cas", here.round, Role.AUDITOR))

    def told(who: Actor) -> list[tuple[int, str]]:
        return [(one.number, one.act) for one in events_since(store, who, here.round)]

    rename(*where, "Anders")
    log = told(here.organiser)
    for one in here.members.values():
        on = (store, one, here.round, here.stage)
        cast(*on, here.candidate(0), judged=Judged(yes=True), once="a")
        send(*on)
    rename(*where, "Nog anders")
    receipt = own_receipts(store, here.members["Bank"], here.round, here.stage)[0]
    numbers = [number for number, _ in log if number]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert log[-1] == (0, "round.rename")
    for who in readers:
        assert told(who) == [*log, (0, "round.rename")]
        found = log_checked(store, who, here.round, receipt.head).found
        assert found is not None
        assert (found.act, found.number) == ("ballot.send", 0)
    close_votes(store, here.organiser, here.round, here.stage)
    numbers = [number for number, _ in told(here.organiser)]
    assert numbers == [*range(1, len(numbers) + 1)]
    closed = log_checked(*where, receipt.head).found
    assert closed is not None
    assert closed.number
