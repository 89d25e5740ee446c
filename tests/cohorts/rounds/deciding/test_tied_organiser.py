"""An organiser who judges and has a tie decides, tells and takes nothing of that applicant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cohorts.errors import RefusedError
from cohorts.people.relation import RelationKind
from cohorts.reports.letters.of_decision import letter_to, letters_of_decision
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.admitting.drop_relation import drop_relation
from cohorts.rounds.changing.to_hear import to_hear
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.judged_round import joint_plan, judged_round

NL = Language.NL


def kept_from(act: Callable[[], object]) -> None:
    with pytest.raises(RefusedError) as error:
        act()
    assert error.value.problems[0].code == "standings.kept_from"


def test_another_organiser_decides(store: Store) -> None:
    made = judged_round(store, joint_plan())
    here, (last,) = made.here, decisions_of(store, made.here.organiser, made.here.round)
    for name in ("School", "Bank"):  # both sit in the committee; one handles an applicant
        add_person(store, here.organiser, name, here.round, Role.ORGANISER)
    school, bank = here.members["School"], here.members["Bank"]
    tied, other = here.candidate(2), here.candidate(0)
    ids = people_of(store, here.organiser, here.round).keys.ids
    of = (store, school, here.round)
    found = instead_of(*of)
    assert found is not None
    assert found.kept_from == {tied}
    assert found.names == ("Anna", "Bank")
    kept_from(lambda: tell(*of, [ids[other], ids[tied]], How.PHONE))
    kept_from(lambda: letters_of_decision(*of, NL))
    kept_from(lambda: letters_of_stage(*of, here.stage, NL))
    kept_from(lambda: letters_of_stage(*of, here.stage, NL, only=tied))
    assert letters_of_stage(*of, here.stage, NL, only=other)[1] == ()  # it is decided since
    told = letter_to(*of, other, NL)
    assert told is not None
    assert told[1] is not None
    assert told[1].to.id == ids[other]
    proposal = proposal_of(store, here.organiser, here.round, last.proposal)
    everybody = to_hear(store, here.organiser, here.round, proposal)
    assert to_hear(*of, proposal).first == everybody.first - 1
    kept_from(lambda: dossier(*of, last.key, NL))
    kept_from(lambda: reopen_decision(*of, last.key, reason="anders"))
    assert tell(*of, [ids[other]], How.PHONE)
    for who in (bank, here.organiser):
        free = (store, who, here.round)
        assert instead_of(*free) is None
        assert letters_of_decision(*free, NL)[1]
        assert dossier(*free, last.key, NL)
        (standing,) = [one for one in decisions_of(*free) if one.stands]
        reopen_decision(*free, standing.key, reason="anders")
        assert letters_of_stage(*free, here.stage, NL)[1]
        kept_from(lambda: decide(*of, last.proposal, signed="Jo"))
        assert decide(*free, last.proposal, signed="Jo")
    kind = RelationKind.COMPETITOR
    kept_from(lambda: add_relation(*of, other, tied, kind=kind))
    add_relation(store, here.organiser, here.round, other, tied, kind=kind)
    kept_from(lambda: drop_relation(*of, 1))
