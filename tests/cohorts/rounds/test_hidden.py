"""What others said changes no byte of what somebody sees before the close.

What there is to see is found from the code (see looks/every_look.py and looks/every_address.py).
What somebody may know of others all the same is named here, by the look that tells it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.judge_again import talk
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.life.rename import rename
from cohorts.rounds.people.drop import drop
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.asking.a_round import PEOPLE
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan
from tests.cohorts.rounds.looks.every_address import every_address
from tests.cohorts.rounds.looks.every_look import every_look
from tests.cohorts.rounds.looks.otherwise import exchanged, otherwise
from tests.cohorts.rounds.looks.still import in_the_evening, passes, still
from tests.cohorts.rounds.staff import joined

__all__ = ["still"]

ORGANISER, AUDITOR, COACH, STRANGER = "organiser", "auditor", "coach", "stranger"
CHAIR, MEMBER, TIED = "Bank", "Gemeente", "School"
OTHERS = ("Werkgevers", TIED)
A_WEEK = 8 * 24 * 3600
READERS, LEADS = (ORGANISER, AUDITOR), (ORGANISER, CHAIR)
Known = Mapping[str, tuple[tuple[str, ...], str]]
"""A look that may tell something of others → whom, and why."""
ENTERS = "who enters a ballot from paper hears what it may not hold, and what it would replace"
HOW_FAR: Known = {
    "progress.progress": ((*READERS, CHAIR), "how many each judged, and who sent in; never what"),
    "paper_ballot.paper_ballot": ((ORGANISER,), ENTERS),
    "paper_ballot.paper_ballot 1": ((ORGANISER,), ENTERS),
}
IN_THE_LOG = "that somebody told a tie, not with whom"
TIE: Known = {
    "events_since.events_since": (READERS, IN_THE_LOG),
    "rounds_of.rounds_of": (READERS, f"when it last changed: {IN_THE_LOG}"),
    "due.due_of": (READERS, f"from when its days run: {IN_THE_LOG}"),
    "conflicted.conflicted": (READERS, "how many are kept from anybody, in numbers"),
    "told_ties.told_ties": ((CHAIR,), "with whom it is, not which; that it waits for them"),
    "chair_waits.chair_waits": ((CHAIR,), "a tie waits for them"),
    **{
        f"GET /stembiljet{part}": ((CHAIR,), "the same, at the head of their own pages")
        for part in ("", "/bewijs", "/niet-gelezen")
    },
}
UNRULED: Known = {
    "ties_wait.ties_wait": (READERS, "how many wait for the chair, not whose"),
}
RULED: Known = {
    "rounds_of.rounds_of": ((CHAIR,), "when they last did something themselves"),
}
ROWS_CHANGED: Known = {
    "log_checked.log_checked": (READERS, "that rows were changed by no act"),
}
MORE: Known = {
    "paper_ballot.paper_ballot": ((ORGANISER,), ENTERS),
    "paper_ballot.paper_ballot 1": ((ORGANISER,), ENTERS),
    "told_ties.told_ties": ((CHAIR,), "with whom it is, not which"),
    "rule_on_tie.rule_on_tie 1": ((CHAIR,), "only on one that was told"),
    "ties_on_paper.late_tie_on_paper 1": ((ORGANISER,), ENTERS),
}
LEAVES = "who leaves the room for whom"
AT_A_MEETING: Known = {
    "agenda.agenda": (LEADS, LEAVES),
    "in_the_room.back_in_room": (LEADS, LEAVES),
    "in_the_room.back_in_room 1": (LEADS, LEAVES),
    "in_the_room.leave_room 1": (LEADS, LEAVES),
    "show.show": (LEADS, LEAVES),
    "show.show 1": (LEADS, LEAVES),
}
BY_NAME: Known = {
    "log_checked.log_checked": (READERS, "that rows were changed by no act"),
    "named_votes.named_votes": ((AUDITOR,), "votes by name, with a reason that is logged"),
    "export_round.export_round": ((AUDITOR,), "the same, to be taken along"),
}


def known(*several: Known) -> dict[str, set[str]]:
    """Who looks → what tells them something, of all these."""
    found: dict[str, set[str]] = {}
    for look, (whom, _) in (pair for one in several for pair in one.items()):
        for who in whom:
            found.setdefault(who, set()).add(look)
    return found


class Watch:
    """What everybody sees of a round, as it was when this began."""

    def __init__(self, here: Committee, *without: str) -> None:
        """``without``: who look at nothing."""
        self.here = here
        roles = {ORGANISER: Role.ORGANISER, AUDITOR: Role.AUDITOR, COACH: Role.COACH}
        of = (here.store, here.organiser)
        staff = {name: joined(*of, name, here.round, role) for name, role in roles.items()}
        self.who = staff | {STRANGER: joined(*of, STRANGER)} | here.members
        self.who = {name: who for name, who in self.who.items() if name not in without}
        self.before = {name: self._seen(who) for name, who in self.who.items()}

    def differs(self) -> dict[str, set[str]]:
        """Who sees something else now → the looks that tell it."""
        found = {
            name: self._seen(who).items() ^ self.before[name].items()
            for name, who in self.who.items()
        }
        return {name: {look for look, _ in told} for name, told in found.items() if told}

    def _seen(self, who: Actor) -> dict[str, str]:
        with in_the_evening():
            looks = {name: answer.told for name, answer in every_look(self.here, who).items()}
            return looks | every_address(self.here, who)


def in_its_week(here: Committee) -> None:
    """Somebody was called, and a file waits: of these it is told since when."""
    of = (here.store, here.organiser, here.round)
    note_call(*of, here.candidate(0), Called.NO_ANSWER)
    drop(*of, "people.csv", PEOPLE)


def _votes(here: Committee, name: str, number: int) -> None:
    where = (here.store, here.members[name], here.round, here.stage)
    for yes in (True, False):
        passes()
        said = Judged(yes=yes)
        cast(*where, here.candidate(number), judged=said, once=f"{yes}", note=f"zq {name}")
    offer_help(*where, here.candidate(0), help_=True, note="zq hulp")
    passes()
    send(*where)


@pytest.mark.usefixtures("still")
def test_nobody_sees_what_others_do(store: Store) -> None:
    """Votes, other votes, notes, offers and sendings in any order; then a tie, and a ruling."""
    here = judging(store, a_judged_round.OFFERS, told=False)
    in_its_week(here)
    for name, ties in {
        MEMBER: {"c2": Tie.HANDLES},
        TIED: {"c3": Tie.KNOWS, "c4": Tie.HANDLES},
        "Werkgevers": {},
    }.items():
        here.ties(name, **ties)
    here.see_ties()
    _votes(here, MEMBER, 0)
    watch = Watch(here, *OTHERS)
    for number, name in enumerate(OTHERS):
        _votes(here, name, number)
    assert watch.differs() == known(HOW_FAR)
    passes()
    late_tie(store, here.members[TIED], here.round, here.stage, here.candidate(0), tie=Tie.PERSONAL)
    assert watch.differs() == known(HOW_FAR, TIE, UNRULED)
    here.ruled(TIED, 0, Ruling.OUT, "zq reden")
    assert watch.differs() == known(HOW_FAR, TIE, RULED)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize(
    ("more", "talks"), [(False, False), (True, False), (False, True), (True, True)]
)
def test_nobody_sees_what_others_say(store: Store, more: bool, talks: bool) -> None:
    """While votes are taken, and between two turns."""
    here = a_judged_round.voting(store, plan=yes_plan(offers=True, second=True))
    in_its_week(here)
    if talks:
        passes(A_WEEK)
        talk(store, here.members[CHAIR], here.round, here.stage)
    watch = Watch(here, *OTHERS, COACH, STRANGER)
    besides = [MORE, *[AT_A_MEETING] * talks] if more else []
    with otherwise(here, *OTHERS, more=more):
        assert watch.differs() == known(ROWS_CHANGED, *besides)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("decided", [False, True])
def test_who_is_kept_from_one_sees_nothing_of_a_closed_vote(store: Store, decided: bool) -> None:
    """School has a tie with who was judged."""
    here = a_judged_round.decided(store) if decided else a_judged_round.closed(store)
    others = {*here.members} - {TIED}
    watch = Watch(here, *others, ORGANISER, AUDITOR, COACH, STRANGER)
    with otherwise(here, *others):
        assert watch.differs() == {}


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("decided", [False, True])
def test_nobody_sees_who_said_what(store: Store, decided: bool) -> None:
    """Two members say what the other one did: every total is the same."""
    here = a_judged_round.decided(store) if decided else a_judged_round.closed(store)
    watch = Watch(here, MEMBER, "Werkgevers", COACH, STRANGER)
    with exchanged(here, MEMBER, "Werkgevers"):
        assert watch.differs() == known(BY_NAME)


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
