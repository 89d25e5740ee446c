"""What a repaired proposal says of itself comes back whole, and cannot contradict its groups."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from cohorts.record.document import ProposalDocument, as_json, document
from cohorts.record.of_itself import contradictions
from cohorts.record.read import as_document
from cohorts.record.recompute import check
from cohorts.record.reopen import reopen
from cohorts.words import Language
from tests.cohorts.after.nine import announced, people, rivals, seats

MORE = {"d1": 22.0}


def repaired() -> tuple[ProposalDocument, Any]:
    nine = announced()
    given: dict[str, Any] = {"relations": rivals("d1-b1", "d1-b2")}
    found = nine.repaired("b3", more=MORE, size=(3, 3), **given)
    return document(found.options[0], Language.NL), (nine.programme, given)


def test_it_reads_back_and_reopens_the_same() -> None:
    stated, (programme, given) = repaired()
    assert as_document(as_json(stated), "p") == stated
    again = reopen(stated, people(**MORE), programme, **given)
    assert document(again, Language.NL).repaired == stated.repaired
    assert seats(again) == {m: g.number for g in stated.groups for m in g.members}
    assert check(stated, people(**MORE), programme, **given).holds


def test_numbers_of_groups_are_those_of_before() -> None:
    """Swapped, they would be in the order of their first members; nobody is told another number."""
    stated, (programme, given) = repaired()
    report = check(stated, people(**MORE), programme, **given)
    assert not [m for m in report.mismatches if m.place.endswith("number")]


def changed(stated: ProposalDocument, **said: Any) -> ProposalDocument:
    content = json.loads(as_json(stated))
    content["repaired"] |= said
    return ProposalDocument.model_validate(content)


def test_who_moves_follows_from_where_people_sat() -> None:
    stated, _ = repaired()
    assert list(contradictions(stated)) == []
    assert stated.repaired is not None
    one = stated.repaired.options[0].model_dump()
    (found,) = contradictions(changed(stated, options=[one | {"moved": {}}]))
    assert (found.place, found.stated) == ("repaired.options[1].moved", {})
    (found,) = contradictions(changed(stated, options=[one | {"placed": {}}]))
    assert (found.place, found.true) == ("repaired.options[1].placed", one["placed"])
    before = {**stated.repaired.before, "a1": 3}
    assert [m.place for m in contradictions(changed(stated, before=before))]


@pytest.mark.parametrize("taken", [2, 9])
def test_what_was_taken_is_an_option(taken: int) -> None:
    stated, _ = repaired()
    assert stated.repaired is not None
    one = stated.repaired.options[:1]
    told = changed(stated, taken=taken, options=[o.model_dump() for o in one])
    assert [m.place for m in contradictions(told)] == ["repaired.taken"]


def test_fewest_moves_come_first() -> None:
    stated, _ = repaired()
    assert stated.repaired is not None
    one = stated.repaired.options[0].model_dump()
    none = one | {"moved": {}}
    told = changed(stated, options=[one, none])
    assert "repaired.options[2].moved" in [m.place for m in contradictions(told)]


def test_what_an_option_says_of_itself_goes_together() -> None:
    stated, _ = repaired()
    assert stated.repaired is not None
    one, *others = (option.model_dump() for option in stated.repaired.options)
    mover = next(iter(one["moved"]))

    def wrong(**said: Any) -> list[str]:
        return [m.place for m in contradictions(changed(stated, **said))]

    def option(**said: Any) -> list[str]:
        return wrong(options=[one | said, *others])

    assert option(unwilling=one["unwilling"] + 1) == ["repaired.options[1].unwilling"]
    assert option(gain=5) == option(level="points") == ["repaired.options[1].level"]
    assert wrong(stay=[mover])[0] == "repaired.options[1].moved"
    assert "repaired.options[1].unwilling" in wrong(rather_not=[mover])


def test_a_level_that_does_not_exist_is_refused() -> None:
    """Every page of it would break off: there is no sentence for it."""
    stated, _ = repaired()
    assert stated.repaired is not None
    one = stated.repaired.options[0].model_dump() | {"level": "luck"}
    with pytest.raises(ValidationError):
        changed(stated, options=[one])
