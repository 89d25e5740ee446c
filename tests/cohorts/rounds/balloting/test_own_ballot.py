"""What a member has of their own: what they read, what they offer, what they hold of sending in."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from cohorts.errors import InputError, RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.balloting.cast import How, cast
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.readable import readable, without_reach
from cohorts.rounds.balloting.receipts import AsSent, as_sent, own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.rounds_to_judge import only_judges, rounds_to_judge
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.first_visit import begin
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.store.tables import event, note, offer, vote
from tests.cohorts.rounds.balloting.a_committee import judging, yes_plan


def test_help_is_offered_changed_and_taken_back(store: Store) -> None:
    here = judging(store, yes_plan(offers=True), told=False)
    for name in here.members:
        here.ties(name, c1=Tie.HANDLES)
    bank, person = here.members["Bank"], here.candidate(0)
    for text in ("", "Bel mij"):
        offer_help(store, bank, here.round, here.stage, person, help_=True, note=text)
        assert own_ballot(store, bank, here.round, here.stage).offers == {person: text}
    school = here.members["School"]
    assert own_ballot(store, school, here.round, here.stage).offers == {}
    offer_help(store, bank, here.round, here.stage, person, help_=False)
    assert own_ballot(store, bank, here.round, here.stage).offers == {}
    with pytest.raises(RefusedError):
        offer_help(store, bank, here.round, here.stage, here.candidate(1), help_=True)
    assert not list(doctor(store))


def test_an_offer_goes_with_a_late_tie(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    bank, person = here.members["Bank"], here.candidate(0)
    where = (store, bank, here.round, here.stage)
    for text in ("Bel mij", "Mail mij"):
        offer_help(*where, person, help_=True, note=text)
    late_tie(*where, person, tie=Tie.HANDLES)
    assert own_ballot(*where).offers == {}
    with store.reading() as connection:
        assert list(connection.scalars(select(note.c.text))) == []
        assert list(connection.execute(select(offer))) == []


def test_no_help_is_offered_where_that_is_not_asked(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    with pytest.raises(InputError):
        offer_help(store, bank, here.round, here.stage, here.candidate(0), help_=True)


def test_a_receipt_can_be_looked_at_again(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    first = send(store, bank, here.round, here.stage)
    yes = Judged(yes=True)
    cast(store, bank, here.round, here.stage, here.candidate(0), judged=yes, once="a")
    second = send(store, bank, here.round, here.stage)
    assert own_receipts(store, bank, here.round, here.stage) == (first, second)
    assert own_receipts(store, here.members["School"], here.round, here.stage) == ()
    with store.reading() as connection:
        assert second.head in set(connection.scalars(select(event.c.hash)))
    assert first.digest != second.digest


def test_it_is_computed_anew_whether_the_votes_are_as_they_were_sent(store: Store) -> None:
    here = judging(store)
    bank = (store, here.members["Bank"], here.round, here.stage)
    assert as_sent(*bank) is None
    cast(*bank, here.candidate(0), judged=Judged(yes=True), once="a")
    send(*bank)
    assert as_sent(*bank) == AsSent(same=True)
    cast(*bank, here.candidate(0), judged=Judged(yes=False), once="b")
    assert as_sent(*bank) == AsSent(same=False)
    send(*bank)
    assert as_sent(*bank) == AsSent(same=True)
    other = (store, here.members["School"], here.round, here.stage)
    cast(*other, here.candidate(0), judged=Judged(yes=True), once="a")
    assert as_sent(*bank) == AsSent(same=True)
    for yes in (True, False):  # as somebody would who reaches the rows
        with store.writing() as connection:
            last = update(vote).where(vote.c.number == 2)
            connection.execute(last.values(value=Judged(yes=yes).text))
        assert as_sent(*bank) == AsSent(same=not yes)


def test_what_the_chair_asks_to_judge_again_is_told_apart_from_what_somebody_changed(
    store: Store,
) -> None:
    here = judging(store)
    bank = (store, here.members["Bank"], here.round, here.stage)
    for number in range(2):
        cast(*bank, here.candidate(number), judged=Judged(yes=True), once=f"{number}")
    send(*bank)
    asked = here.candidate(0)
    for name in ("School", "Gemeente"):  # the chair may ask it twice
        of = (store, here.members[name], here.round, here.stage)
        late_tie(*of, asked, tie=Tie.PERSONAL)
        here.ruled(name, 0, Ruling.AGAIN)
        assert as_sent(*bank) == AsSent(same=True, again=(asked,))
        if name == "School":
            send(*bank)  # as it is: nothing is said of that one
            assert as_sent(*bank) == AsSent(same=True)
    cast(*bank, here.candidate(1), judged=Judged(yes=False), once="b")
    assert as_sent(*bank) == AsSent(same=False, again=(asked,))
    cast(*bank, here.candidate(1), judged=Judged(yes=True), once="c")
    for judged, found in ((Judged(yes=False), ()), (Judged(), (asked,))):
        with store.writing() as connection:  # as somebody would who reaches the rows
            said = update(vote).where(vote.c.how == How.AGAIN)
            connection.execute(said.values(value=judged.text))
        assert as_sent(*bank) == AsSent(same=bool(found), again=found)
    cast(*bank, asked, judged=Judged(yes=True), once="d")
    send(*bank)
    assert as_sent(*bank) == AsSent(same=True)


def test_who_only_judges_has_a_seat(store: Store) -> None:
    here = judging(store)
    (seat,) = rounds_to_judge(store, here.members["Bank"])
    assert (seat.round, seat.stage and seat.stage.key) == (here.round, here.stage)
    assert only_judges(store, here.members["Bank"])
    assert rounds_to_judge(store, here.organiser) == ()
    assert not only_judges(store, here.organiser)


def test_guessing_at_an_address_is_counted(store: Store) -> None:
    for _ in range(5):
        assert begin(store, "geraden") is None
    with pytest.raises(RefusedError):
        begin(store, "geraden")


def test_nothing_to_reach_somebody_by_is_read() -> None:
    applicant = Applicant(
        id=ApplicantId("1"),
        company="Smederij",
        email="jan@smederij.nl",
        phone="+31612345678",
        phone_columns={"Bereikbaar op": "06-12345678"},
        kvk="12345678",
        postcode="7411AA",
        birth_year=1970,
        competitors=("Ander",),
        fte=6.0,
        question="Bel mij op 06-1234 5678 over een omzet van 1.250.000 in 2024-2025",
        extra={"Telefoonnummer": "0612345678", "Waarom nu?": "mail jan@smederij.nl", "Leeg": " "}
        | {"Begintijd": "2026-09-03 14:56:00", "Laatst bezocht": "2026-09-03 14:56:00"},
    )
    said = {one.field: one.value for one in readable(applicant)}
    assert said == {
        "company": "Smederij",
        "fte": 6.0,
        "question": "Bel mij op … over een omzet van 1.250.000 in 2024-2025",
        "Waarom nu?": "mail …",
        "Laatst bezocht": "2026-09-03 14:56:00",
    }


@pytest.mark.parametrize("text", ["+31 6 12345678", "0570 123456 thuis", "(0570)123456"])
def test_a_telephone_number_is_left_out(text: str) -> None:
    assert not any(sign.isdigit() for sign in without_reach(text))
