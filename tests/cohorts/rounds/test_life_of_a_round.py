"""A whole life of a round, act after act in any order, beside a model in plain Python.

After every act the doctor finds nothing, what the model says is what the round shows, and an act
that is refused has changed nothing at all.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)

from cohorts.errors import CohortsError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.boarding.move import move
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import DecisionKey, decisions_of
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.roles import READERS
from cohorts.store.doctor import doctor
from cohorts.store.keys import ProposalKey
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.boarding.kept_small import composed, on_board
from tests.cohorts.rounds.lives import OnAStore, live
from tests.cohorts.rounds.staff import rows
from tests.cohorts.store.kept import DATABASES

NUMBERS = st.integers(0, 30)
Seats = dict[str, int]


class Life(OnAStore):
    """Beside its model."""

    @initialize()
    def begin(self) -> None:
        self.store = opened(self.url())
        on = on_board(self.store)
        self.anna, self.round = on.actor, on.round
        people = people_of(self.store, self.anna, self.round).applicants
        # the model
        self.name = "Voorjaar"
        self.asks: dict[str, str | None] = {a.id: a.question for a in people}
        self.pins: dict[str, int] = {}
        self.erased = 0
        self.decided: DecisionKey | None = None
        self.last = on.proposal
        self.seats = self.board()
        self.before: list[Seats] = []

    def teardown(self) -> None:
        self.store.close()

    def revision(self, object_: str) -> int:
        with look(self.store, self.anna, self.round, may=READERS) as connection:
            return revision_of(connection, self.round, object_)

    def board(self) -> Seats:
        kept = board_of(self.store, self.anna, self.round, self.last)
        groups = kept.board.now.standing.composition.groups
        return {one.id: number for number, members in groups.items() for one in members}

    def somebody(self, number: int) -> ApplicantId:
        known = sorted(self.asks)
        return ApplicantId(known[number % len(known)])

    @rule(name=st.sampled_from(["Najaar", "Winter <b>", "x" * 101, " "]), behind=st.booleans())
    def named(self, name: str, behind: bool) -> None:
        seen = self.revision("round") - behind
        try:
            rename(self.store, self.anna, self.round, name, seen=seen)
        except StaleError:
            assert behind
        except CohortsError:
            assert not name.strip() or len(name) > 100
        else:
            assert not behind
            self.name = name

    @rule(number=NUMBERS, text=st.sampled_from(["Hoe groei ik?", "=1+1", "", "Wie volgt op?"]))
    def mended(self, number: int, text: str) -> None:
        who = self.somebody(number)
        key = people_of(self.store, self.anna, self.round).keys.of[who]
        cells = {"question": text}
        if self.tried(lambda: mend(self.store, self.anna, self.round, key, cells)):
            self.asks[who] = text or None

    @precondition(lambda self: not self.erased)
    @rule()
    def imported(self) -> None:
        """The same file again: what was mended holds."""
        assert self.tried(lambda: take_in(self.store, self.anna, self.round, PEOPLE))

    @rule(number=NUMBERS, group=st.integers(0, 3))
    def pinned(self, number: int, group: int) -> None:
        pins = {**self.pins, self.somebody(number): group}
        given = {ApplicantId(who): at for who, at in pins.items()}
        if self.tried(lambda: give(self.store, self.anna, self.round, "pins", given)):
            self.pins = pins

    @precondition(lambda self: not self.erased)
    @rule()
    def proposed(self) -> None:
        kept: list[ProposalKey] = []

        def keep() -> None:
            found = keep_proposals(
                self.store, self.anna, self.round, [composed()], made=Made.COMPOSED
            )
            kept.extend(found)

        assert self.tried(keep)
        self.last, self.before = kept[0], []
        self.seats = self.board()

    @rule(number=NUMBERS, group=st.integers(1, 3))
    def moved(self, number: int, group: int) -> None:
        who, where = self.somebody(number), (self.store, self.anna, self.round, self.last)
        if self.tried(lambda: move(*where, who, group=group)):
            self.before.append(dict(self.seats))
            self.seats[who] = group

    @precondition(lambda self: self.before)
    @rule()
    def undone(self) -> None:
        where = (self.store, self.anna, self.round, self.last)
        if self.tried(lambda: undo(*where)):
            self.seats = self.before.pop()

    @rule()
    def signed(self) -> None:
        where, found = (self.store, self.anna, self.round), []
        if self.tried(lambda: found.append(decide(*where, self.last, signed="Anna", reason="zo"))):
            assert self.decided is None
            self.decided = found[0]

    @precondition(lambda self: self.decided)
    @rule()
    def reopened(self) -> None:
        where, last = (self.store, self.anna, self.round), self.decided
        assert last is not None
        assert self.tried(lambda: reopen_decision(*where, last, reason="anders"))
        self.decided = None

    @precondition(lambda self: self.erased < 2)
    @rule(number=NUMBERS)
    def forgotten(self, number: int) -> None:
        who = self.somebody(number)
        key = erase_person(self.store, self.anna, self.round, who)
        assert not any(who in row for row in rows(self.store)["applicant"])
        self.asks.pop(who)
        self.pins.pop(who, None)
        self.erased += 1
        for seats in (self.seats, *self.before):
            if who in seats:
                seats[f"gewist-{key}"] = seats.pop(who)

    @rule()
    def taken_along(self) -> None:
        content = export_round(self.store, self.anna, self.round)
        folder = Path(mkdtemp())
        elsewhere = opened(url_of_file(folder / "elsewhere.sqlite"))
        cas = first_account(elsewhere, "Cas")
        assert import_round(elsewhere, cas, content) == self.round
        assert export_round(elsewhere, cas, self.round) == content
        assert doctor(elsewhere) == ()
        elsewhere.close()
        shutil.rmtree(folder)

    @invariant()
    def is_sound(self) -> None:
        assert doctor(self.store) == ()

    @invariant()
    def is_as_the_model_says(self) -> None:
        where = (self.store, self.anna, self.round)
        (head,) = rounds_of(self.store, self.anna)
        assert head.name == self.name
        people = people_of(*where).applicants
        assert {a.id: a.question for a in people} == self.asks
        assert dict(asked_of(*where).given.get("pins") or {}) == self.pins
        assert self.board() == self.seats
        standing = [one.key for one in decisions_of(*where) if one.reopened_at is None]
        assert standing == ([] if self.decided is None else [self.decided])
        assert ("decision" in head.done) == (self.decided is not None)
        assert heads_of(*where)[-1].key == self.last
        log = events_since(*where)
        assert [one.number for one in log] == list(range(1, len(log) + 1))
        assert sum(one.act == "people.erase" for one in log) == self.erased


@pytest.mark.parametrize("database", DATABASES)
def test_any_life_of_a_round(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    live(Life, database, request, tmp_path, lives=LIVES, acts=ACTS)


LIVES, ACTS = 3, 10
"""A few seconds; more of both by hand."""
