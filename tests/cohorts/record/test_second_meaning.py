"""Proposals of meaning 1 and 2 took values letter for letter, and can still be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cohorts.composing.compose import compose
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.prepare import prepare
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.record.meaning import SCORE
from cohorts.record.recompute import check
from cohorts.record.second_meaning import (
    SECOND,
    as_given,
    counted_otherwise,
    numbered_now,
    second_fingerprint,
)
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

DAY = date(2026, 1, 1)
THEMES = (("robots",), ("Export",), ("export",), ("Zon",))
OPTIONS = {"Export": 0, "Zon": 1, "export": 2, "robots": 3}
"""In the order of then: capitals first."""
DIGEST = "9fc1b3493ee23f9d0e1609604b96ab3959038319de4d2c19b095b06cfd35ddda"


def test_the_fingerprint_of_then_comes_out_the_same() -> None:
    asked = programme()
    round_ = prepare(people(), asked, on=DAY, seed=3, pins={ApplicantId("p01"): 2})
    assert second_fingerprint(round_, asked, people()) == DIGEST


def four() -> tuple[Applicant, ...]:
    return tuple(replace(a, themes=themes) for a, themes in zip(people()[:4], THEMES, strict=True))


def asked() -> Programme:
    rules = [{"rule": "shared_theme"}, {"rule": "comparable", "field": "fte"}]
    return programme(rules).model_copy(update={"name": "four"})


def of_then(option: str) -> ProposalDocument:
    """One group of four as release 2 would state it, that took this theme."""
    made = compose(four(), asked(), on=DAY, groups=1, size=(4, 4))
    stated = document(made, Language.NL)
    group = stated.groups[0].model_copy(update={"choices": {"shared_theme": [OPTIONS[option]]}})
    digest = second_fingerprint(made.round, asked(), four())
    return stated.model_copy(
        update={"meaning_version": SECOND, "groups": [group], "input_sha256": digest}
    )


def test_an_option_has_the_number_of_today() -> None:
    """Then Export and export were two; now there are export, robots and Zon, in this order."""
    now = dict(zip(OPTIONS, (0, 2, 0, 1), strict=True))
    for option, number in now.items():
        stated = of_then(option)
        round_ = compose(four(), asked(), on=DAY, groups=1, size=(4, 4)).round
        again = numbered_now(stated, asked().rules, round_, as_given(round_, four()))
        assert again.groups[0].choices == {"shared_theme": [number]}


def test_a_number_that_no_option_had_is_left_to_be_found_wrong() -> None:
    stated = of_then("Zon")
    group = stated.groups[0].model_copy(update={"choices": {"shared_theme": [7]}})
    spoilt = stated.model_copy(update={"groups": [group]})
    report = check(spoilt, four(), asked(), groups=1, size=(4, 4), on=DAY)
    assert "groups[1].choices.shared_theme" in {m.place for m in report.mismatches}


def test_a_proposal_of_then_holds_and_lists_what_is_counted_otherwise() -> None:
    """Two name export now, where then one did: listed, and no fault."""
    report = check(of_then("export"), four(), asked(), groups=1, size=(4, 4), on=DAY)
    assert report.mismatches == ()
    assert {one.rule for one in report.listed} == {"shared_theme", SCORE}


def test_of_another_file_the_fingerprint_of_then_is_another() -> None:
    """It was taken letter for letter."""
    written = tuple(replace(a, name=(a.name or "").upper()) for a in four())
    report = check(of_then("export"), written, asked(), groups=1, size=(4, 4), on=DAY)
    assert {m.place for m in report.mismatches} == {"input_sha256"}


def test_only_rules_that_read_such_a_value_are_counted_otherwise() -> None:
    rules = [
        {"rule": "shared_theme"},
        {"rule": "alike", "field": "province"},
        {"rule": "at_least", "field": "province", "value": "overijssel"},
        {"rule": "same_question"},
    ]
    named = programme(rules)
    round_ = prepare(four(), named, groups=1, size=(4, 4), on=DAY)
    own = tuple(rule.in_round(round_) for rule in named.rules)
    found = counted_otherwise(own, named, round_, as_given(round_, four()))
    assert found == {"shared_theme", "at_least", "same_question"}  # which reads themes too


def test_a_text_of_then_is_another_only_where_folding_it_is() -> None:
    named = programme([{"rule": "same_question", "themes": ""}])
    sharp = tuple(replace(a, question=f"{a.question} Straße") for a in four())
    for who, differs in ((four(), set()), (sharp, {"same_question"})):
        round_ = prepare(who, named, groups=1, size=(4, 4), on=DAY)
        assert counted_otherwise(named.rules, named, round_, who) == differs


def test_a_text_in_a_column_of_ones_own_was_another_by_how_it_was_closed() -> None:
    named = programme([{"rule": "same_question", "fields": ["doel"], "themes": ""}])
    for end, differs in (("", set()), (".", {"same_question"})):
        who = tuple(replace(a, extra={"doel": f"doel {a.id}{end}"}) for a in four())
        round_ = prepare(who, named, groups=1, size=(4, 4), on=DAY)
        assert counted_otherwise(named.rules, named, round_, who) == differs


def test_the_proposal_of_today_is_hashed_by_meaning() -> None:
    round_ = prepare(four(), asked(), groups=1, size=(4, 4), on=DAY)
    shouted = tuple(replace(a, name=(a.name or "").upper()) for a in four())
    other = prepare(shouted, asked(), groups=1, size=(4, 4), on=DAY)
    assert fingerprint(round_, asked()) == fingerprint(other, asked())
    assert second_fingerprint(round_, asked(), four()) != second_fingerprint(
        round_, asked(), shouted
    )
