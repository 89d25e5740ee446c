"""Versions of meaning: what a later release compares, what it lists, and what it still refuses."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.programme.programme import Programme
from cohorts.record import meaning, recompute, reopen
from cohorts.record.document import ProposalDocument, document
from cohorts.record.meaning import CHANGED, MEANING_VERSION, SCORE, ChangedMeaning, changes_since
from cohorts.record.recompute import CheckReport, check
from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.small_round import RULES, programme, small

Content = dict[str, Any]
LATER = MEANING_VERSION + 1


@pytest.fixture
def content() -> Content:
    return copy.deepcopy(document(small().proposal, Language.NL).model_dump(mode="json"))


def checked(content: Content, asked: Programme | None = None) -> CheckReport:
    given = small()
    stated = ProposalDocument.model_validate(content)
    return check(stated, given.people, asked or given.programme, relations=given.relations)


def places(report: CheckReport) -> set[str]:
    return {mismatch.place for mismatch in report.mismatches}


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next release, in which ``same_question`` counts and ``alike`` judges in another way."""
    for module in (recompute, reopen):
        monkeypatch.setattr(module, "MEANING_VERSION", LATER)
    changed = (
        *CHANGED,
        ChangedMeaning(LATER, "same_question", meaning.AMOUNTS),
        ChangedMeaning(LATER, "alike", frozenset({"quality"})),
    )
    monkeypatch.setattr(meaning, "CHANGED", changed)


def test_every_change_is_of_a_rule_and_says_why_in_both_languages() -> None:
    for change in CHANGED:
        assert change.rule in {*rules(), SCORE}
        assert 1 < change.since <= MEANING_VERSION
        assert all(change.why(language) for language in Language)


def test_only_what_came_after_a_version_and_is_asked_has_changed() -> None:
    asked = (("own", "size_balance"), ("stay", "stay"))
    found = [(k, c.rule) for k, c in changes_since(1, asked)]
    assert found == [("own", "size_balance"), (SCORE, SCORE)]
    assert changes_since(MEANING_VERSION, asked) == ()


class TestWithinOneMeaning:
    def test_a_sentence_is_compared(self, content: Content) -> None:
        content["groups"][0]["findings"][0]["sentence"] += " Echt."
        assert places(checked(content)) == {"groups[1].findings[1].sentence"}

    def test_another_programme_is_wrong_and_says_where(self, content: Content) -> None:
        other = programme([*RULES[:2], {"rule": "same_question", "weight": 2}, *RULES[3:]])
        report = checked(content, other)
        assert places(report) == {"frozen_programme.rules[3].weight"}
        assert report.programme == ()

    def test_the_programme_in_it_counts(self, content: Content) -> None:
        """A weight changed in the proposal alone: programme, hash, prices and points differ."""
        content["frozen_programme"]["rules"][2]["weight"] = 2
        found = places(checked(content))
        assert {"frozen_programme.rules[3].weight", "input_sha256", "score.soft"} <= found

    def test_without_a_programme_it_is_no_proposal_of_today(self, content: Content) -> None:
        content["frozen_programme"] = None
        assert "frozen_programme" in places(checked(content))

    def test_what_is_no_programme_is_refused(self, content: Content) -> None:
        content["frozen_programme"]["rules"][0]["rule"] = "nope"
        with pytest.raises(InputError, match=r"check\.unreadable"):
            checked(content)

    def test_it_cannot_be_moved_by_hand_under_another_programme(self, content: Content) -> None:
        given, stated = small(), ProposalDocument.model_validate(content)
        with pytest.raises(InputError, match=r"edit\.other_programme"):
            reopen.reopen(stated, given.people, programme(RULES[:-1]), relations=given.relations)


@pytest.mark.usefixtures("later")
class TestOfAnOlderMeaning:
    def test_it_holds_as_it_stands(self, content: Content) -> None:
        report = checked(content)
        assert report.holds
        assert [one.rule for one in report.listed] == ["same_question", "alike"]
        assert all(one.differs == () for one in report.listed)

    def test_a_changed_figure_is_listed_with_its_share_of_the_points(
        self, content: Content
    ) -> None:
        """Then the first group counted 5 more, at the price of that time: points and all."""
        price = content["weights"]["same_question"]
        own = next(f for f in content["groups"][0]["findings"] if f["rule"] == "same_question")
        whole = next(f for f in content["findings"] if f["rule"] == "same_question")
        own["amounts"]["same_question"] += 5
        whole["amounts"]["same_question"] += 5
        content["score"]["soft"] += 5 * price
        report = checked(content)
        assert report.holds, report.mismatches
        assert len(report.listed[0].differs) == 2
        content["score"]["soft"] += 1
        assert places(checked(content)) == {"score.soft"}

    def test_the_other_figures_of_that_rule_are_still_compared(self, content: Content) -> None:
        found = next(f for f in content["groups"][0]["findings"] if f["rule"] == "alike")
        found["quality"] = 0.123
        assert checked(content).holds
        found["verdict"] = "other"
        assert places(checked(content)) == {"groups[1].findings.alike.verdict"}

    def test_sentences_are_not_compared(self, content: Content) -> None:
        for left in content["not_placed"]:
            left["reason"], left["referrals"] = "Anders.", []
        content["findings"][0]["title"] = "Anders"
        assert checked(content).holds

    def test_what_it_did_not_state_is_no_fault(self, content: Content) -> None:
        del content["settings"]["keep"]
        del content["groups"][0]["findings"][0]["facts"]["low"]
        assert checked(content).holds

    def test_a_preset_that_changed_since_is_listed(self, content: Content) -> None:
        report = checked(content, programme(RULES[:-1]))
        assert report.holds
        assert [one.place for one in report.programme] == ["frozen_programme.rules"]

    def test_the_frozen_programme_may_not_change(self, content: Content) -> None:
        """A must that is taken out of it is another hash."""
        content["frozen_programme"]["rules"] = [
            rule for rule in content["frozen_programme"]["rules"] if rule["rule"] != "at_most"
        ]
        assert "input_sha256" in places(checked(content))

    @pytest.mark.parametrize("name", ["soft", "lot", "hard"])
    def test_the_score_is_compared(self, name: str, content: Content) -> None:
        content["score"][name] += 1
        assert places(checked(content)) == {f"score.{name}"}

    def test_a_level_of_the_score_may_change_its_meaning(
        self, content: Content, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        changed = ChangedMeaning(LATER, SCORE, frozenset({"lot"}))
        monkeypatch.setattr(meaning, "CHANGED", (changed,))
        content["score"]["lot"] += 1
        report = checked(content)
        assert report.holds
        assert [m.place for m in report.listed[0].differs] == ["score.lot"]
