"""A whole life of a stage, act after act in any order, beside a model in plain Python.

After every act the doctor finds nothing and every ballot is what the model says; an act that is
refused has changed nothing; once closed, the count is that of the model. A second turn goes on from
what was voted in the first. A copy that is put back brings everything as it was, but whoever was
erased since.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import update

from cohorts.committee.votes import Silence
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.judge_again import give_up_second, judge_again, talk
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.interests.see_ties import see_ties
from cohorts.rounds.interests.told_ties import told_ties
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import RELEASED
from cohorts.rounds.judging.stage_head import Phase as StagePhase
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_in_store, people_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.backup import backup
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.keys import PersonKey
from cohorts.store.restore import restore
from cohorts.store.store import opened
from cohorts.store.tables import stage as stage_table
from tests.cohorts.rounds.balloting.a_committee import NAMES, in_days, judging, yes_plan
from tests.cohorts.rounds.lives import OnAStore, live, on_empty_stores
from tests.cohorts.store.kept import DATABASES

CHAIR = NAMES[0]
READ_IN = (StagePhase.JUDGING, StagePhase.TALKING)
SECOND = 2
MODEL = ("away", "unruled", "out", "votes", "sent", "phase", "turn", "over", "given_up")
"""What comes back with a copy; whoever was erased stays so."""
BEFORE = {
    "again": ("some_voted", "time_is_up", "talked", "judged_again"),
    "judging": (),
    "closed": ("some_voted", "time_is_up", "gave_up_the_second", "closed"),
}
"""What was done before a drawn life: of a few acts hardly any gets so far by itself."""
START = ("again", "judging", "again", "closed")
"""By whom a tie blocks, so that the two lives that are always drawn (0 and 3) begin apart."""
TURN = {"again": 2, "closed": 1, "judging": 1}
WHO, PLACE = st.sampled_from(NAMES), st.integers(0, 8)


class Life(OnAStore):
    """Beside its model."""

    @initialize(blocked=st.integers(0, 8))
    def begin(self, blocked: int, start: str = "") -> None:
        self.store = opened(self.url())
        self.here = judging(self.store, yes_plan(second=True), told=False)
        for name in NAMES:
            ties = {f"c{blocked}": Tie.HANDLES} if name == NAMES[1] else {}
            self.here.ties(name, **ties)
        # the model
        self.people: list[PersonKey] = [*self.here.head.candidates]
        self.away = {(NAMES[1], self.people[blocked])}
        self.unruled: set[tuple[str, PersonKey]] = set()
        self.out: set[str] = set()
        self.votes: dict[tuple[str, PersonKey], bool] = {}
        self.sent: set[str] = set()
        self.erased: set[PersonKey] = set()
        self.phase, self.turn, self.over, self.asked = StagePhase.JUDGING, 1, False, 0
        self.given_up = False
        self.folder = TemporaryDirectory()
        self.copied: dict[str, Any] = {}
        start = start or START[blocked % len(START)]
        for act in BEFORE[start]:
            getattr(self, act)()
        assert self.phase is not StagePhase.JUDGING or self.turn == TURN[start]
        self.is_copied()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @property
    def taken(self) -> bool:
        """Whether votes are."""
        return self.phase is StagePhase.JUDGING and not self.over

    def reads(self, name: str, person: PersonKey) -> bool:
        free = (name, person) not in self.away and person not in self.erased
        return free and name not in self.out and self.phase in READ_IN

    def may(self, name: str, person: PersonKey) -> bool:
        return self.taken and self.reads(name, person)

    @rule(name=WHO, place=PLACE, yes=st.booleans())
    def voted(self, name: str, place: int, yes: bool) -> None:
        person, once = self.people[place], secrets.token_hex(4)
        where = (self.store, self.here.members[name], self.here.round, self.here.stage, person)
        judged = Judged(yes=yes)
        assert self.tried(lambda: cast(*where, judged=judged, once=once)) is self.may(name, person)
        if self.may(name, person):
            self.votes[name, person] = yes

    def some_voted(self) -> None:
        for place in (1, 2):
            self.voted(NAMES[0], place, yes=place == 1)
        self.sent_in(NAMES[0])

    @rule(name=WHO)
    def sent_in(self, name: str) -> None:
        where = (self.store, self.here.members[name], self.here.round, self.here.stage)
        may = self.taken and name not in self.out
        assert self.tried(lambda: send(*where)) is may
        self.sent |= {name} if may else set()

    @precondition(lambda self: len(self.away) < len(NAMES))
    @rule(name=st.sampled_from(NAMES[1:]), place=PLACE)
    def told_late(self, name: str, place: int) -> None:
        person = self.people[place]
        where = (self.store, self.here.members[name], self.here.round, self.here.stage, person)
        may = self.phase in READ_IN and (name, person) not in self.away
        assert self.tried(lambda: late_tie(*where, tie=Tie.PERSONAL)) is may
        if may:
            self.away.add((name, person))
            self.unruled.add((name, person))

    @precondition(lambda self: self.unruled)
    @rule(ruling=st.sampled_from(Ruling))
    def ruled(self, ruling: Ruling) -> None:
        name, person = min(self.unruled)
        where = (self.store, self.here.members[CHAIR], self.here.round, self.here.stage)
        given = {"member": self.here.members[name].key, "person": person, "ruling": ruling}
        late = ruling is Ruling.AGAIN and self.phase is StagePhase.JUDGING and self.over
        may = person not in self.erased and not late
        assert self.tried(lambda: rule_on_tie(*where, **given, reason="zo")) is may  # type: ignore[arg-type]
        if may or person in self.erased:
            self.unruled.discard((name, person))
        if may and ruling is Ruling.OUT:
            self.out.add(name)
        if may and ruling is Ruling.AGAIN:
            for voter in {one for one, who in self.votes if who == person and one != name}:
                del self.votes[voter, person]
                self.sent.discard(voter)

    @precondition(lambda self: len(self.erased) < 2)
    @rule(place=PLACE)
    def forgotten(self, place: int) -> None:
        person, where = self.people[place], (self.store, self.here.organiser, self.here.round)
        id_ = people_of(*where).keys.ids[person]
        assert self.tried(lambda: erase_person(*where, id_)) is (person not in self.erased)
        self.erased.add(person)

    @rule()
    def is_copied(self) -> None:
        assert backup(self.store.url, self.copy).problems == ()
        self.copied = deepcopy({name: getattr(self, name) for name in MODEL})

    @rule()
    def is_put_back(self) -> None:
        restore(self.copy, self.store.url)
        vars(self).update(deepcopy(self.copied))

    @property
    def copy(self) -> Path:
        return Path(self.folder.name) / "copy"

    @precondition(lambda self: self.taken)
    @rule()
    def time_is_up(self) -> None:
        """As if the clock of the store had passed the deadline."""
        where = (self.here.round, self.here.organiser.key)
        with self.store.writing() as connection:
            here = stage_table.c.key == self.here.stage
            connection.execute(update(stage_table).where(here).values(closes_at=now()))
            append(connection, where[0], actor=where[1], act="stage.extend")
        self.over = True

    @precondition(lambda self: self.over)
    @rule()
    def given_time(self) -> None:
        where = (self.store, self.here.organiser, self.here.round, self.here.stage)
        may = self.phase is StagePhase.JUDGING
        assert self.tried(lambda: extend(*where, until=self.to_come(), reason="zo")) is may
        self.over = self.over and not may

    @property
    def done(self) -> bool:
        """Whether nobody votes any more, in this turn."""
        whole = {*NAMES} - self.out <= self.sent
        return self.phase is StagePhase.JUDGING and (whole or self.over)

    @property
    def second_to_come(self) -> bool:
        return self.turn == 1 and not self.given_up

    @rule()
    def talked(self) -> None:
        where = (self.store, self.here.members[CHAIR], self.here.round, self.here.stage)
        may = self.done and self.second_to_come
        assert self.tried(lambda: talk(*where)) is may
        self.phase = StagePhase.TALKING if may else self.phase

    @rule()
    def gave_up_the_second(self) -> None:
        where = (self.store, self.here.members[CHAIR], self.here.round, self.here.stage)
        may = self.done and self.second_to_come
        assert self.tried(lambda: give_up_second(*where, reason="zo")) is may
        self.given_up = self.given_up or may

    @rule()
    def judged_again(self) -> None:
        where = (self.store, self.here.members[CHAIR], self.here.round, self.here.stage)
        may = self.phase is StagePhase.TALKING
        assert self.tried(lambda: judge_again(*where, until=self.to_come())) is may
        if may:
            self.phase, self.turn, self.over, self.sent = StagePhase.JUDGING, 2, False, set()

    def to_come(self) -> datetime:
        """Later each time."""
        self.asked += 1
        return in_days(9 + self.asked)

    @rule()
    def closed(self) -> None:
        where = (self.store, self.here.organiser, self.here.round, self.here.stage)
        waiting = {one for one in self.unruled if one[1] not in self.erased}
        may = self.done and not waiting and not self.second_to_come
        assert self.tried(lambda: close_votes(*where)) is may
        self.phase = StagePhase.CLOSED if may else self.phase

    @precondition(lambda self: self.phase is StagePhase.CLOSED)
    @rule(place=PLACE)
    def decided(self, place: int) -> None:
        where = (self.store, self.here.members[CHAIR], self.here.round, self.here.stage)
        lines = [one.line for one in told_ties(*where).ties]
        if lines:
            see_ties(*where, lines=lines)
        organiser = (self.store, self.here.organiser, self.here.round, self.here.stage)
        person = self.people[place]
        change = {} if person in self.erased else {person: Otherwise(on=True, reason="zo")}
        go_on(*organiser, otherwise=change)
        self.phase = StagePhase.DECIDED
        with self.store.reading() as connection:
            on = gone_on_in(connection, self.here.stage)
        assert on.keys() == set(self.people)
        assert not change or on[person].on

    @invariant()
    def is_sound(self) -> None:
        assert doctor(self.store) == ()
        assert (self.here.head.phase, self.here.head.turn) == (self.phase, self.turn)

    @invariant()
    def ballots_are_as_the_model_says(self) -> None:
        if self.phase not in READ_IN:
            return
        for name, member in self.here.members.items():
            ballot = own_ballot(self.store, member, self.here.round, self.here.stage)
            there = {one for one in self.people if self.reads(name, one)}
            assert {one.person for one in ballot.dossiers} == there
            assert (ballot.sent_at is not None) is (name in self.sent)
            said = {
                one.person: one.vote.judged.yes
                for one in ballot.dossiers
                if one.vote and one.vote.judged.yes is not None
            }
            assert said == {
                who: yes for (one, who), yes in self.votes.items() if one == name and who in there
            }

    @invariant()
    def the_count_is_that_of_the_model(self) -> None:
        if self.phase not in RELEASED:
            return
        names = {str(one.key): name for name, one in self.here.members.items()}
        with self.store.reading() as connection:
            people = people_in_store(connection, self.store.url, self.here.round)
            found = election_of(connection, self.here.round, self.here.head, people)
        assert {names[one.voter] for one in found.ballots} == {*NAMES} - self.out
        for ballot in found.ballots:
            name = names[ballot.voter]
            for person in set(self.people) - self.erased:
                said = ballot.said[str(person)]
                if (name, person) in self.away:
                    assert said is Silence.RECUSED
                elif (name, person) in self.votes:
                    assert said == (Fraction(int(self.votes[name, person])),)
                else:
                    assert said is Silence.NOT_JUDGED


ONE_LIFE: tuple[Callable[[Life], None], ...] = (
    lambda life: life.voted(NAMES[0], 1, yes=True),
    lambda life: life.sent_in(NAMES[0]),
    lambda life: life.time_is_up(),
    lambda life: life.voted(NAMES[3], 1, yes=True),
    lambda life: life.closed(),
    lambda life: life.talked(),
    lambda life: life.told_late(NAMES[2], 1),
    lambda life: life.closed(),
    lambda life: life.judged_again(),
    lambda life: life.voted(NAMES[0], 1, yes=False),
    lambda life: life.ruled(Ruling.AGAIN),
    lambda life: life.time_is_up(),
    lambda life: life.talked(),
    lambda life: life.closed(),
    lambda life: life.given_time(),
    lambda life: life.judged_again(),
    lambda life: life.decided(1),
)
"""Both turns, the close and the decision; what is refused between them too."""
ALL_SENT_AND_NO_SECOND: tuple[Callable[[Life], None], ...] = (
    lambda life: life.gave_up_the_second(),
    *(lambda life, name=name: life.sent_in(name) for name in NAMES),
    lambda life: life.closed(),
    lambda life: life.gave_up_the_second(),
    lambda life: life.talked(),
    lambda life: life.closed(),
)
ALL_SENT_THEN_TALKED: tuple[Callable[[Life], None], ...] = (
    *(lambda life, name=name: life.sent_in(name) for name in NAMES),
    lambda life: life.talked(),
    lambda life: life.gave_up_the_second(),
    lambda life: life.judged_again(),
    lambda life: life.closed(),
)
"""Before the deadline."""


@pytest.mark.parametrize("database", DATABASES)
def test_both_turns_the_close_and_the_decision(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    life = on_empty_stores(Life, database, request, tmp_path)()
    life.begin(3, "judging")
    try:
        for act in ONE_LIFE:
            act(life)
            life.is_sound()
            life.ballots_are_as_the_model_says()
            life.the_count_is_that_of_the_model()
        assert life.phase is StagePhase.DECIDED
        assert life.turn == SECOND
    finally:
        life.teardown()


@pytest.mark.parametrize(
    "one_life",
    [
        (ALL_SENT_AND_NO_SECOND, StagePhase.CLOSED, 1),
        (ALL_SENT_THEN_TALKED, StagePhase.JUDGING, SECOND),
    ],
)
def test_once_all_sent_in_it_is_talked_over_or_given_up(
    one_life: tuple[tuple[Callable[[Life], None], ...], StagePhase, int],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    life = on_empty_stores(Life, "sqlite", request, tmp_path)()
    life.begin(3, "judging")
    try:
        for act in one_life[0]:
            act(life)
            life.is_sound()
        assert (life.phase, life.turn) == one_life[1:]
    finally:
        life.teardown()


@pytest.mark.parametrize("database", DATABASES)
def test_any_life_of_a_committee(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    live(Life, database, request, tmp_path, lives=LIVES, acts=ACTS)


LIVES, ACTS = 2, 10
"""A few seconds; more of both by hand."""
