"""Proposals of earlier releases pass ``check`` for good; what somebody spoilt in them does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.programme.frozen import frozen
from cohorts.record.asked_by import asked_by
from cohorts.record.document import ProposalDocument, document
from cohorts.record.meaning import CHANGED, MEANING_VERSION
from cohorts.record.read import read_document
from cohorts.record.recompute import CheckReport, check
from cohorts.record.reopen import reopen
from cohorts.words import Language
from tests.cohorts.cli.run import Run
from tests.releases.rounds import Kept, kept_rounds

ALL = tuple(kept_rounds())
ROUND = next(one for one in ALL if one.folder.name == "forty")
Content = dict[str, Any]


def checked(kept: Kept, path: Path) -> CheckReport:
    people = kept.applicants
    return check(read_document(path), people, kept.programme, **kept.files(people))


QUICK = [one for one in ALL if not one.told.get("slow_check")]
"""Where reasons are found by composing many times, ``benchmarks.golden`` checks the proposal."""


@pytest.mark.parametrize("kept", QUICK, ids=str)
def test_it_holds_by_its_own_copies(kept: Kept) -> None:
    report = checked(kept, kept.folder / "proposal.json")
    assert report.mismatches == ()
    assert report.holds
    assert report.meaning_version == 1


def moved(content: Content) -> str:
    """Somebody of the first group sits in the second."""
    first, second = content["groups"][:2]
    second["members"] = sorted([*second["members"], first["members"].pop()])
    return "groups"


def rehashed(content: Content) -> str:
    content["input_sha256"] = "0" * 64
    return "input_sha256"


def no_must(content: Content) -> str:
    """What is said of competitors is gone, everywhere."""
    for part in (*content["groups"], content):
        part["findings"] = [f for f in part["findings"] if f["rule"] != "keep_apart"]
    return "findings.keep_apart"


def no_term(content: Content) -> str:
    """A must is not among the weights; of a rule of which the definition has not changed."""
    changed = {change.rule for change in CHANGED if not change.of_values}
    name = next(
        name
        for name, price in content["weights"].items()
        if price is None and name.partition(".")[0] not in changed
    )
    del content["weights"][name]
    return f"weights.{name}"


def counted_otherwise(content: Content) -> str:
    """A rule of which the definition has not changed."""
    found = next(f for f in content["groups"][0]["findings"] if f["rule"] == "never_alone")
    name = next(iter(found["amounts"]))
    found["amounts"][name] += 1
    return f"groups[1].findings.never_alone.amounts.{name}"


def fewer_points(content: Content) -> str:
    content["score"]["soft"] -= 1
    return "score.soft"


def said_twice(content: Content) -> str:
    findings = content["groups"][0]["findings"]
    findings.append(dict(findings[0]))
    return "groups[1].findings"


def a_programme_of_its_own(content: Content) -> str:
    """The first release kept none, so that none of its proposals can bring one along."""
    content |= {"schema_version": 2, "meaning_version": 1}
    content["frozen_programme"] = frozen(ROUND.programme)
    return "frozen_programme"


HANDS = (
    moved,
    rehashed,
    no_must,
    no_term,
    counted_otherwise,
    fewer_points,
    said_twice,
    a_programme_of_its_own,
)


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_spoilt_in_it_is_found(hand: Callable[[Content], str], tmp_path: Path) -> None:
    content = json.loads((ROUND.folder / "proposal.json").read_text("utf-8"))
    place = hand(content)
    spoilt = tmp_path / "proposal.json"
    spoilt.write_text(json.dumps(content), "utf-8")
    report = checked(ROUND, spoilt)
    assert not report.holds
    assert any(m.place.startswith(place) for m in report.mismatches), report.mismatches


def of_today(content: Content) -> None:
    """It says to be of today, and keeps no programme."""
    content |= {"schema_version": 2, "meaning_version": MEANING_VERSION}


def of_later(content: Content) -> None:
    """It holds a field that came after it."""
    content["not_placed"] = [{**left, "told": "Zomaar."} for left in content["not_placed"]]
    content["remarks"] = []


def without_a_setting(content: Content) -> None:
    del content["settings"]["keep"]


@pytest.mark.parametrize("hand", [of_today, of_later, without_a_setting])
def test_what_is_of_no_release_is_refused(hand: Callable[[Content], None], tmp_path: Path) -> None:
    content = json.loads((ROUND.folder / "proposal.json").read_text("utf-8"))
    hand(content)
    spoilt = tmp_path / "proposal.json"
    spoilt.write_text(json.dumps(content), "utf-8")
    with pytest.raises(InputError, match=r"check\.unreadable"):
        checked(ROUND, spoilt)


def test_its_sentences_may_have_been_written_otherwise(tmp_path: Path) -> None:
    content = json.loads((ROUND.folder / "proposal.json").read_text("utf-8"))
    for group in content["groups"]:
        group["name"] = "Club"
        for finding in group["findings"]:
            finding["sentence"] = "Anders gezegd."
    path = tmp_path / "proposal.json"
    path.write_text(json.dumps(content), "utf-8")
    assert checked(ROUND, path).holds


def test_a_preset_that_changed_is_another_hash() -> None:
    """The first release kept no programme in its proposals: the one that is given must be it."""
    people, stated = ROUND.applicants, read_document(ROUND.folder / "proposal.json")
    rules = ROUND.programme.rules
    other = ROUND.programme.model_copy(update={"rules": rules[:-1]})
    report = check(stated, people, other, **ROUND.files(people))
    assert "input_sha256" in {m.place for m in report.mismatches}


@pytest.mark.parametrize(
    "name", ["forty", "edited-override", "previous-keep", "travel-widest-wish"]
)
def test_put_back_and_written_again_it_is_one_of_today(name: str) -> None:
    kept = next(one for one in ALL if one.folder.name == name)
    people, stated = kept.applicants, read_document(kept.folder / "proposal.json")
    files = kept.files(people)
    again = document(reopen(stated, people, kept.programme, **files), Language.EN)
    assert again.meaning_version == MEANING_VERSION
    whole = ProposalDocument.model_validate(again.model_dump(mode="json"))
    assert whole == again
    assert check(whole, people, asked_by(stated, kept.programme), **files).holds


@pytest.mark.parametrize("language", list(Language))
def test_the_command_line_says_that_it_is_older(run: Run, language: Language) -> None:
    kept = next(one for one in ALL if one.folder.name == "overijssel")
    ran = run(
        "check", kept.folder / "proposal.json", kept.folder / "applicants.xlsx",
        "--programme", kept.folder / "programme.toml",
        "--relations", kept.folder / "relations.csv", "--language", language.value,
    )  # fmt: skip
    assert ran.code == 0
    assert {"nl": "eerdere versie", "en": "earlier release"}[language.value] in ran.out
    assert "keep_together: " in ran.out


def test_what_was_set_aside_stands_right_under_the_line_that_announces_it(run: Run) -> None:
    folder = next(one.folder for one in ALL if one.folder.name == "edited-override")
    ran = run(
        "check", folder / "proposal.json", folder / "applicants.csv",
        "--programme", folder / "programme.toml",
        "--relations", folder / "relations.csv", "--language", "en",
    )  # fmt: skip
    first, second, third = ran.out.splitlines()[:3]
    assert ran.code == 0
    assert first.endswith("These musts were set aside with a reason:")
    assert second.startswith("  Group 1: ")
    assert "earlier release" in third
