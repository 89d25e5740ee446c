"""What reading noticed is recomputed: nothing of it can be left out, added or written otherwise."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cohorts.composing.compose import compose
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.clean import write_clean
from cohorts.programme.programme import Programme, load_programme
from cohorts.record import remarks
from cohorts.record.document import ProposalDocument, document
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.recompute import CheckReport, check
from cohorts.words import Language

KINDS = Path(__file__).parents[1] / "intake" / "kinds" / "I4"
FILE, PROGRAMME = KINDS / "many-remarks.csv", KINDS / "many-remarks.programme.toml"
Content = dict[str, Any]


@pytest.fixture(scope="module")
def people() -> Applicants:
    return read_applicants(FILE)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load_programme(str(PROGRAMME))


@pytest.fixture(scope="module")
def content(people: Applicants, programme: Programme) -> Content:
    made = compose(people, programme, effort="quick")
    return document(made, Language.NL).model_dump(mode="json")


def checked(content: Content, people: Any, programme: Programme) -> CheckReport:
    return check(ProposalDocument.model_validate(content), people, programme)


def drop(stated: list[Content]) -> None:
    del stated[3]


def drop_all(stated: list[Content]) -> None:
    stated.clear()


def add(stated: list[Content]) -> None:
    stated.append({"code": "intake.number", "row": 99, "fault": "x", "remedy": "y"})


def say_otherwise(stated: list[Content]) -> None:
    stated[0]["fault"] = "Alles is goed gelezen."


def another_value(stated: list[Content]) -> None:
    stated[-1]["value"] = "5"


def another_order(stated: list[Content]) -> None:
    stated[0], stated[1] = stated[1], stated[0]


def test_the_true_ones_hold(content: Content, people: Applicants, programme: Programme) -> None:
    report = checked(content, people, programme)
    assert len(content["remarks"]) > 8
    assert report.holds
    assert not report.remarks_believed


@pytest.mark.parametrize(
    "tamper", [drop, drop_all, add, say_otherwise, another_value, another_order]
)
def test_another_remark_is_a_mismatch(
    tamper: Callable[[list[Content]], None],
    content: Content,
    people: Applicants,
    programme: Programme,
) -> None:
    tampered = copy.deepcopy(content)
    tamper(tampered["remarks"])
    report = checked(tampered, people, programme)
    assert not report.holds
    assert all(m.place.startswith("remarks") for m in report.mismatches)


def test_an_older_proposal_stated_none(
    content: Content, people: Applicants, programme: Programme
) -> None:
    older = {name: value for name, value in content.items() if name != "remarks"}
    then = checked({**older, "meaning_version": 2}, people, programme)
    # the fingerprint, which was taken otherwise then, and how points were rounded tell that it
    # was made today
    assert {m.place for m in then.mismatches} == {"input_sha256", "score.soft"}
    assert not checked(older, people, programme).holds


def test_a_later_release_may_say_them_in_other_words(
    content: Content, people: Applicants, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remarks, "MEANING_VERSION", MEANING_VERSION + 1)
    changed = copy.deepcopy(content)
    say_otherwise(changed["remarks"])
    assert checked(changed, people, programme).holds
    another_value(changed["remarks"])
    assert not checked(changed, people, programme).holds


def test_of_a_clean_file_they_are_believed(
    content: Content, people: Applicants, programme: Programme, tmp_path: Path
) -> None:
    write_clean(people, tmp_path / "clean.csv")
    for given in (read_applicants(tmp_path / "clean.csv"), list(people)):
        report = checked(content, given, programme)
        assert report.holds
        assert report.remarks_believed
