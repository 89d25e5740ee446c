"""Who says yes once the groups are made is not told that they did not say so."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.of_decision import letter_to
from cohorts.reports.letters.post import Post, post_of
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.deciding.decided_seats import decided_aside
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.posting.held_back import Held
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.changing.two_groups import key_of
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.deciding.late_yes import late_yes
from tests.cohorts.rounds.staff import begun


@pytest.fixture
def here(store: Store) -> Decided:
    return late_yes(store, *begun(store))


def post(here: Decided) -> Post:
    return post_of(*here.of, None, Language.NL)


def reason(here: Decided, person: PersonKey) -> str | None:
    found = letter_to(*here.of, person, Language.NL)
    assert found is not None
    return None if found[1] is None else found[1].reason


def test_the_letter_is_held_back_and_who_did_not_say_yes_has_theirs(here: Decided) -> None:
    late, other = key_of(here, "a0"), key_of(here, "a1")
    not_yet = say("letter.why_unconfirmed", Language.NL)
    assert [reason(here, who) for who in (late, other)] == [not_yet, not_yet]
    note_call(*here.of, late, Called.COMMITTED)
    assert [reason(here, who) for who in (late, other)] == [None, not_yet]
    made = post(here)
    assert made.held == {late: Held.SAID_YES}
    assert late not in made.letters


def test_nobody_tells_them_by_hand_that_there_is_no_place(here: Decided) -> None:
    late, other = key_of(here, "a0"), key_of(here, "a1")
    assert decided_aside(*here.of) == {late, other}
    note_call(*here.of, late, Called.COMMITTED)
    assert decided_aside(*here.of) == {other}
    with pytest.raises(InputError) as error:
        tell(*here.of, [ApplicantId("a0"), ApplicantId("a1")], How.PHONE)
    assert [p.code for p in error.value.problems] == ["deciding.tell_said_yes"]
    tell(*here.of, [ApplicantId("a1")], How.PHONE)
    assert {one.person for one in told_of(*here.of)} == {other}


def test_also_where_their_status_was_mended_by_hand(here: Decided) -> None:
    late = key_of(here, "a0")
    mend(*here.of, late, {"status": "signed"})
    assert post(here).held == {late: Held.SAID_YES}
    note_call(*here.of, late, Called.STOPPED)  # the last word counts
    assert post(here).held == {late: Held.LEAVES}
