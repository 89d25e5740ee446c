"""What a check takes from the proposal since nobody gave it is named, with its value."""

from __future__ import annotations

from cohorts.record.as_stated import AS_STATED, SUBJECTS
from cohorts.record.document import ProposalDocument, document
from cohorts.record.recompute import check
from cohorts.words import Language
from tests.cohorts.small_round import small


def stated() -> ProposalDocument:
    return document(small().proposal, Language.NL)


def test_a_setting_that_was_not_given_is_named_with_its_value() -> None:
    """Sizes that somebody widened, with a fingerprint to match, are seen at once."""
    given, content = small(), stated().model_dump(mode="json")
    content["settings"] |= {"size": [1, 99], "on": "2026-01-31", "pins": {"p04": 2}}
    report = check(
        ProposalDocument.model_validate(content),
        given.people,
        given.programme,
        relations=given.relations,
    )
    told = {"--groups": "3", "--size": "1-99", "--on": "2026-01-31", "--pin": "p04=2"}
    assert report.settings == told | {"--seed": "4"}
    assert {"settings.size", "settings.on", "settings.pins", "seed"} <= set(report.as_stated)


def test_what_is_given_and_what_the_programme_says_is_not_named() -> None:
    given = small()
    report = check(
        stated(), given.people, given.programme, relations=given.relations, groups=3, seed=4
    )
    assert report.holds
    assert report.settings == {}


def test_every_place_that_is_taken_has_its_words() -> None:
    assert {place for places in SUBJECTS.values() for place in places} == set(AS_STATED)
