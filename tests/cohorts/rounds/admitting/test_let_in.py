"""Somebody takes part although a condition says no: with a reason, and back; on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from cohorts import compose
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.record.document import document
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.actor import Actor
from cohorts.rounds.admitting.let_in import LONGEST, let_in
from cohorts.rounds.admitting.let_in_no_more import let_in_no_more
from cohorts.rounds.admitting.let_in_of import let_in_of
from cohorts.rounds.asking.add_condition import add_condition
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import note
from cohorts.store.verifying import verify
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.balloting.a_committee import planned, yes_plan
from tests.cohorts.rounds.deciding.decided_round import changed, files_of, written

PEOPLE = b"id,company,fte\n" + b"".join(f"a{n},Bedrijf {n},{n}\n".encode() for n in range(1, 9))
SMALL, REASON = ApplicantId("a2"), "groeit snel, en is over een jaar groot genoeg"
Of = tuple[Store, Actor, RoundKey]


@pytest.fixture
def of(store: Store) -> Of:
    """Who has one or two workers is refused."""
    found = store, *with_people(store, PEOPLE)
    add_condition(*found, "between", {"field": "fte", "least": 3})
    return found


def key(of: Of, who: str = SMALL) -> PersonKey:
    return people_of(*of).keys.of[ApplicantId(who)]


def made(of: Of) -> Round:
    asked = asked_of(*of)
    return as_given(people_of(*of).applicants, asked.programme, **asked.given)


def ids(round_: Round) -> set[str]:
    return {one.applicant.id for one in round_.set_aside if one.why is Aside.REFUSED}


def codes(error: pytest.ExceptionInfo[InputError | RefusedError]) -> list[str]:
    return [one.code for one in error.value.problems]


def test_who_is_let_in_takes_part_until_taken_back(of: Of) -> None:
    assert ids(made(of)) == {"a1", "a2"}
    seen = let_in(*of, key(of), f" {REASON}\u200b ")
    assert ids(made(of)) == {"a1"}
    assert made(of).admitted[SMALL].reason == REASON
    (who, kept), *others = let_in_of(*of).items()
    assert (who, kept.reason, kept.by, others) == (key(of), REASON, "Anna", [])
    assert asked_of(*of).revision == seen
    said = [one.sentence(Language.NL) for one in events_since(*of)]
    let_in_no_more(*of, key(of), seen=seen)
    assert ids(made(of)) == {"a1", "a2"}
    assert let_in_of(*of) == {}
    said += [one.sentence(Language.NL) for one in events_since(*of)][-1:]
    assert said[-2:] == [
        "Anna liet iemand toe die niet aan de voorwaarden voldoet.",
        "Anna laat iemand niet langer toe die niet aan de voorwaarden voldoet.",
    ]
    assert all(event.about == (key(of),) for event in [*events_since(*of)][-2:])
    assert REASON not in "".join(str(one) for one in events_since(*of))


def test_what_cannot_be_is_refused(of: Of) -> None:
    let_in(*of, key(of), REASON)
    for person, reason, code in (
        (key(of, "a1"), " \u200b ", "admitting.why"),
        (key(of, "a1"), "x" * (LONGEST + 1), "admitting.too_long"),
        (key(of, "a5"), REASON, "admitting.not_refused"),
        (key(of), REASON, "admitting.already"),
        (PersonKey(Key("f" * 16)), REASON, "people.not_there"),
    ):
        with pytest.raises(InputError) as error:
            let_in(*of, person, reason)
        assert codes(error) == [code]
    with pytest.raises(InputError) as error:
        let_in_no_more(*of, key(of, "a5"))
    assert codes(error) == ["admitting.not_let_in"]
    with pytest.raises(StaleError):
        let_in(*of, key(of, "a1"), REASON, seen=asked_of(*of).revision - 1)
    assert ids(made(of)) == {"a1"}


def test_who_meets_the_condition_later_was_let_in_for_nothing(of: Of) -> None:
    let_in(*of, key(of), REASON)
    mend(*of, key(of), {"fte": "12"})
    assert made(of).admitted == {}
    assert let_in_of(*of).keys() == {key(of)}


def kept(of: Of) -> ProposalKey:
    asked = asked_of(*of)
    given = asked.given | {"size": (2, 8), "groups": 1}
    found = compose(people_of(*of).applicants, asked.programme, effort="quick", **given)
    (proposal,) = keep_proposals(*of, [found], made=Made.COMPOSED)
    return proposal


def notes(of: Of) -> list[str]:
    with of[0].reading() as connection:
        return sorted(connection.scalars(select(note.c.text)))


def test_a_proposal_and_its_dossier_tell_the_reason_also_after_it_is_taken_back(
    of: Of, tmp_path: Path
) -> None:
    let_in(*of, key(of), REASON)
    proposal, again = kept(of), kept(of)
    assert notes(of).count(REASON) == 1  # it stands once
    decision = decide(*of, proposal, signed="Jo Vos")
    let_in_no_more(*of, key(of))
    for one in (proposal, again):
        (part,) = document(proposal_of(*of, one), Language.NL).admitted
        assert (part.id, part.reason) == (SMALL, REASON)
    content = dossier(*of, decision, Language.NL)
    found = replay(written(tmp_path, content))
    assert found.holds
    assert REASON in files_of(content)[form.PROPOSAL].decode()
    nobody = changed(content, form.PROPOSAL, lambda c: c.update(admitted=[]))
    assert any(
        one.place.startswith("admitted") for one in replay(written(tmp_path, nobody)).differences
    )


def test_it_is_told_to_them_and_goes_with_them(of: Of) -> None:
    let_in(*of, key(of), f"Bedrijf 3 kent hen; {REASON}")
    proposal = kept(of)
    held = held_about(*of, SMALL, Language.NL).entries
    (entry,) = held["admitted"]
    assert entry["by"] == "Anna"
    assert REASON in entry["note"]
    assert held["notes"] == []
    erase_person(*of, SMALL)
    assert not any(REASON in text for text in notes(of))
    assert let_in_of(*of) == {}
    assert document(proposal_of(*of, proposal), Language.NL).admitted == []
    with of[0].reading() as connection:
        assert verify(connection).problems == ()


def test_nothing_of_who_is_erased_while_it_is_composed_comes_back(of: Of) -> None:
    let_in(*of, key(of), REASON)
    people, asked = people_of(*of), asked_of(*of)
    given = asked.given | {"size": (2, 8), "groups": 1}
    found = compose(people.applicants, asked.programme, effort="quick", **given)
    erase_person(*of, SMALL)
    (one,) = keep_proposals(*of, [found], made=Made.COMPOSED, keys=people.keys)
    assert REASON not in notes(of)
    assert document(proposal_of(*of, one), Language.NL).admitted == []


def test_a_tie_keeps_an_organiser_who_judges_from_it(store: Store) -> None:
    stage = yes_plan().stage.model_dump() | {"conditions": True}
    here = planned(store, yes_plan(stage=stage))
    of = (store, here.organiser, here.round)
    add_condition(*of, "between", {"field": "fte", "least": 1})
    everybody = sorted(people_of(*of).who)
    for person in everybody[:4]:
        mend(*of, person, {"fte": "0.5"})
    for person in everybody[:2]:
        let_in(*of, person, REASON)
    open_interests(store, here.organiser, here.round, here.stage)
    assert {*everybody} - {*here.head.candidates} == {*everybody[2:4]}
    with pytest.raises(InputError) as error:
        let_in(*of, everybody[3], REASON)
    assert codes(error) == ["admitting.judged"]
    tied, other = everybody[:2]
    here.ties("School", c0=Tie.HANDLES)
    school = here.members["School"]
    add_person(store, here.organiser, "School", here.round, Role.ORGANISER)
    mine = (store, school, here.round)
    assert let_in_of(*mine).keys() == {other}
    with pytest.raises(RefusedError) as refused:
        let_in_no_more(*mine, tied)
    assert codes(refused) == ["standings.kept_from"]
    let_in_no_more(*mine, other)
    assert let_in_of(*of).keys() == {tied}
