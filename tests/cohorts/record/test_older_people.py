"""Proposals of before meaning 3 go by the ids, and the people, of then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts import read_applicants
from cohorts.intake.first_identity import people_then
from cohorts.record.document import document
from cohorts.record.older_people import of_today
from cohorts.record.read import read_document
from cohorts.record.recompute import check
from cohorts.record.reopen import reopen
from cohorts.words import Language
from tests.releases.rounds import Kept, kept_rounds

MADE = {
    one.folder.name: one for one in kept_rounds() if one.folder.name in ("docs-messy", "techstars")
}


def test_an_older_id_finds_the_person_it_was_made_for() -> None:
    kept = MADE["docs-messy"]
    people = kept.applicants
    stated = json.loads((kept.folder / "proposal.json").read_text("utf-8"))
    then = {i for group in stated["groups"] for i in group["members"]}
    assert then <= people.earlier_ids.keys()
    assert {people.earlier_ids[i] for i in then} == {a.id for a in people}


@pytest.mark.parametrize("kept", MADE.values(), ids=str)
def test_its_made_ids_are_checked_as_they_were(kept: Kept) -> None:
    people = kept.applicants
    stated = read_document(kept.folder / "proposal.json")
    assert check(stated, people, kept.programme, **kept.files(people)).holds


def test_put_back_its_people_are_called_as_they_are_now() -> None:
    kept = MADE["docs-messy"]
    people = kept.applicants
    stated = read_document(kept.folder / "proposal.json")
    again = document(reopen(stated, people, kept.programme), Language.EN)
    ids = {a.id for a in people}
    assert {i for group in again.groups for i in group.members} == ids
    assert of_today(again, people) is again


def test_people_who_were_one_then_are_one_in_an_older_proposal(tmp_path: Path) -> None:
    """Of a shared address only the last row was somebody."""
    path = tmp_path / "a.csv"
    path.write_text(
        "Naam;Bedrijf;E-mail\nAnke Lubbers;Dam;koper@x.nl\nBas Vosman;Eik;Koper@x.nl\n", "utf-8"
    )
    people = read_applicants(path)
    assert len(people) == 2
    then, who = people_then(people.answers)
    assert [a.name for a in then] == ["Bas Vosman"]
    assert set(who.values()) == {then[0].id}
