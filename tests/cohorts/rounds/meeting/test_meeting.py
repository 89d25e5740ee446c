"""A meeting: what stays dark for whom, what is shown, and what its minutes hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.reports.minutes_text import minutes_text
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.meeting.agenda import Agenda, Item, Shown, agenda
from cohorts.rounds.meeting.in_the_room import attend, back_in_room, leave_room
from cohorts.rounds.meeting.minutes_of import minutes_of
from cohorts.rounds.meeting.show import show
from cohorts.rounds.meeting.write_down import consult, remark
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.store.doctor import doctor
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, planned

CHAIR, OTHER, SCHOOL, LAST = "Bank", "Gemeente", "School", "Werkgevers"
BLOCKED: dict[str, Sequence[int]] = {CHAIR: (0,), OTHER: (0, 1), SCHOOL: (), LAST: ()}


def closed(store: Store, content: bytes = PEOPLE) -> Committee:
    """Everybody voted; the chair and another are blocked for ``c0``, the other for ``c1`` too."""
    here = planned(store)
    if content != PEOPLE:
        take_in(store, here.organiser, here.round, content)
    open_interests(store, here.organiser, here.round, here.stage)
    for name in here.members:
        here.ties(name, **{f"c{n}": Tie.HANDLES for n in BLOCKED[name]}, c3=Tie.KNOWS)
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    for one in here.members.values():
        of = (store, one, here.round, here.stage)
        cast(*of, here.candidate(2), judged=Judged(yes=True), once="2")
        send(*of)
    close_votes(store, here.organiser, here.round, here.stage)
    return here


def seen(here: Committee, by: Actor | None = None) -> Agenda:
    return agenda(here.store, by or here.organiser, here.round, here.stage)


def item(here: Committee, number: int, by: Actor | None = None) -> Item:
    return next(one for one in seen(here, by).items if one.person == here.candidate(number))


def names(here: Committee, one: Item) -> set[str]:
    of = {member.key: name for name, member in here.members.items()}
    return {of[member.key] for member in one.leave}


def dark(here: Committee, by: Actor | None = None) -> set[int]:
    places = here.head.candidates
    return {places.index(one.person) for one in seen(here, by).items if one.applicant is None}


def leaves(here: Committee, name: str, number: int, by: Actor | None = None) -> None:
    of = (here.store, by or here.organiser, here.round, here.stage)
    leave_room(*of, member=here.members[name].key, person=here.candidate(number))


def shows(here: Committee, number: int, what: Shown, *, on: bool = True) -> None:
    of = (here.store, here.organiser, here.round, here.stage)
    show(*of, person=here.candidate(number), what=what, on=on)


def test_what_somebody_in_the_room_is_blocked_for_is_last_and_dark(store: Store) -> None:
    here = closed(store)
    order = [here.head.candidates.index(one.person) for one in seen(here).items]
    assert set(order[-2:]) == {0, 1} == dark(here)
    assert names(here, item(here, 0)) == {CHAIR, OTHER}
    leaves(here, CHAIR, 0)
    assert names(here, item(here, 0)) == {OTHER}
    assert dark(here) == {0, 1}
    leaves(here, OTHER, 0)
    assert dark(here) == {1}  # for that one they are still there
    for name, number in ((SCHOOL, 1), (LAST, 3)):
        with pytest.raises(RefusedError) as error:
            leaves(here, name, number)
        assert error.value.problems[0].code == "meeting.need_not"
    assert not list(doctor(store))


def test_once_it_is_done_it_is_dark_again(store: Store) -> None:
    here = closed(store)
    with pytest.raises(RefusedError):
        back_in_room(*looks(here), person=here.candidate(1))
    leaves(here, OTHER, 1)
    assert [one.key for one in item(here, 1).out] == [here.members[OTHER].key]
    back_in_room(*looks(here), person=here.candidate(1))
    assert 1 in dark(here)
    leaves(here, OTHER, 1)
    assert 1 not in dark(here)
    assert all(one.aside for one in minutes_of(*looks(here)).lines)


def test_who_is_not_there_keeps_nothing_dark(store: Store) -> None:
    here = closed(store)
    there = [here.members[one].key for one in (CHAIR, SCHOOL)]
    attend(store, here.organiser, here.round, here.stage, members=there)
    assert seen(here).present == set(there)
    assert dark(here) == {0}
    attend(store, here.organiser, here.round, here.stage, members=[])
    assert dark(here) == set()
    with pytest.raises(InputError):
        attend(store, here.organiser, here.round, here.stage, members=[here.organiser.key])


def test_under_their_own_login_it_stays_dark_also_when_they_left(store: Store) -> None:
    here = closed(store)
    chair = here.members[CHAIR]
    before = item(here, 0, chair)
    leaves(here, CHAIR, 0)
    leaves(here, OTHER, 0)
    assert item(here, 0).applicant is not None
    assert item(here, 0, chair) == before
    assert before.not_yours
    assert before.leave == ()
    with pytest.raises(RefusedError):
        remark(store, chair, here.round, here.stage, text="x", person=here.candidate(0))
    lines = minutes_of(store, chair, here.round, here.stage).lines
    assert lines == ()


def test_nothing_is_shown_without_a_choice_that_is_recorded(store: Store) -> None:
    here = closed(store)
    assert all(not one.shown and not one.apart for one in seen(here).items)
    with pytest.raises(RefusedError) as error:
        shows(here, 0, Shown.TURNOVER)
    assert error.value.problems[0].code == "meeting.dark"
    with pytest.raises(RefusedError) as error:
        shows(here, 2, Shown.VOTES)  # somebody in the room is kept from another dossier
    assert error.value.problems[0].code == "meeting.votes_hidden"
    for what in (Shown.TURNOVER, Shown.WORRIES, Shown.APART):
        shows(here, 2, what)
    shows(here, 2, Shown.WORRIES, on=False)
    assert item(here, 2).shown == {Shown.TURNOVER, Shown.APART}
    assert item(here, 3).shown == set()
    said = [dict(one.minute.value) for one in minutes_of(*looks(here)).lines]
    assert [(one["what"], one["on"]) for one in said] == [
        ("turnover", True),
        ("worries", True),
        ("apart", True),
        ("worries", False),
    ]


def test_votes_are_shown_only_where_nobody_there_is_kept_from_any(store: Store) -> None:
    here = closed(store)
    assert not seen(here).votes_open
    there = [here.members[one].key for one in (SCHOOL, LAST)]
    attend(store, here.organiser, here.round, here.stage, members=there)
    shows(here, 2, Shown.VOTES)
    stood = {one.person: one for one in standing_of(*looks(here)).people}
    found = seen(here)
    assert found.votes_open
    assert item(here, 2).split == stood[here.candidate(2)].split
    assert item(here, 3).split is None
    close = {who for who, one in stood.items() if one.equal or one.one_vote or one.divided}
    assert {one.person for one in found.items[: len(close)]} == close
    assert found.first == len(close)
    chair = seen(here, here.members[CHAIR])  # who is kept from one sees no standing themselves
    assert not chair.votes_open
    assert all(one.split is None for one in chair.items)


def looks(here: Committee) -> tuple[Store, Actor, RoundKey, StageKey]:
    return here.store, here.organiser, here.round, here.stage


COMPANIES = ("Zandlust Twello", "Vosbergen Glas", "Kiekebos Hout", "Rustoord Kampen")
RIVALS = "id,company,name,competitors\n" + "".join(
    f"x{n},{name},Mens {n},{'' if n else COMPANIES[1]}\n" for n, name in enumerate(COMPANIES)
)


def test_a_rival_is_named_only_where_their_own_dossier_is_lit(store: Store) -> None:
    here = closed(store, RIVALS.encode())
    who = people_of(store, here.organiser, here.round).who
    rivals = [
        number
        for number, key in enumerate(here.head.candidates)
        if who[key].company in {"Zandlust Twello", "Vosbergen Glas"}
    ]
    one, other = rivals
    for name, blocked in BLOCKED.items():
        for number in blocked:
            leaves(here, name, number)
    shows(here, one, Shown.APART)
    assert item(here, one).apart == (who[here.candidate(other)].label,)
    shows(here, other, Shown.APART)
    assert item(here, other).apart == (who[here.candidate(one)].label,)


def test_what_is_said_is_kept_and_erased_with_whom_it_is_about(store: Store) -> None:
    here = closed(store)
    args = (store, here.organiser, here.round, here.stage)
    for text in ("", " \n", "x" * 2_001):
        with pytest.raises(InputError):
            remark(*args, text=text)
    with pytest.raises(InputError):
        consult(*args, whom=" ", text="Goed plan.")
    remark(*args, text="Sterk plan.", person=here.candidate(2))
    remark(*args, text="Het begon om negen uur.")
    consult(*args, whom="Ans, gemeente", text="Past in de straat.")
    leaves(here, OTHER, 1)
    assert [one.text for one in item(here, 2).remarks] == ["Sterk plan."]
    text = minutes_text(minutes_of(*args), Language.NL)
    for part in ("Sterk plan.", "negen uur", "Ans, gemeente: Past in de straat.", OTHER):
        assert part in text
    label = item(here, 2).applicant
    assert label is not None
    erase_person(store, here.organiser, here.round, str(label.id))
    text = minutes_text(minutes_of(*args), Language.NL)
    assert "Sterk plan." not in text
    assert label.label not in text
    assert not list(doctor(store))


def test_nothing_that_is_written_passes_for_a_minute_of_another(store: Store) -> None:
    here = closed(store)
    args = (store, here.organiser, here.round, here.stage)
    remark(*args, text="Sterk plan.")
    (first,) = minutes_text(minutes_of(*args), Language.NL).splitlines()[4:]
    for end in ("\n", "\r\n", "\x85", "\u2028", "\u2029"):
        remark(*args, text=f"Goed.{end}{first}")
    found = minutes_text(minutes_of(*args), Language.NL).splitlines()[4:]
    assert len(found) == 6
    assert found.count(first) == 1


def test_members_get_nothing_and_nobody_meets_while_votes_are_taken(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    for name in here.members:
        here.ties(name)
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    with pytest.raises(RefusedError) as error:
        seen(here)
    assert error.value.problems[0].code == "judging.is_judging"
    for look in (agenda, minutes_of):
        with pytest.raises(RefusedError) as error:
            look(store, here.members[SCHOOL], here.round, here.stage)
        assert error.value.problems[0].code == "rounds.not_yours"
