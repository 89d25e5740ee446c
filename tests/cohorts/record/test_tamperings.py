"""Whatever is changed in a proposal is refused, found, or at a place that is named as taken."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.tampered.hands import Path, at, kind, places
from benchmarks.tampered.judged import AS_STATED as TAKEN
from benchmarks.tampered.judged import BELIEVED, FOUND, REFUSED, SAME, WRONG, judged
from benchmarks.tampered.samples import NAMES, NEW, sample
from benchmarks.tamperings import run
from cohorts.record.as_stated import AS_STATED
from cohorts.record.document import ProposalDocument
from tests.cohorts.record.once import prepared_once
from tests.cohorts.record.test_fields import fields

TAMPERINGS, BATCHES = 200, 4
QUICKEST = (
    *("nobody", "proven", "remarks", "pinned", "waiting", "small", "other", "by hand", "standing"),
    "repaired",
)
"""Samples of today, the quickest to check first."""
NAMES_OF_THEIR_OWN = re.compile(r"\.(amounts|weights|facts|pins)\..*")
OTHER_WORDS = {".status": "optimal", ".effort": "thorough", ".language": "en"}
Content = dict[str, Any]


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    with prepared_once():
        yield


@pytest.mark.parametrize("name", NAMES)
def test_each_true_proposal_is_right(name: str) -> None:
    assert judged(sample(name), json.dumps(sample(name).content)).verdict == SAME


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_somebody_changes_is_not_believed(batch: int) -> None:
    """The same as ``python -m benchmarks.tamperings``, which makes a thousand."""
    for number in range(batch + 1, TAMPERINGS + 1, BATCHES):
        made = run(number, seed=0)
        assert made["verdict"] not in WRONG, made


def leaves(content: Content) -> Iterator[Path]:
    for path in places(content):
        value = at(content, path)
        if value is not None and not isinstance(value, dict | list):
            yield path


def every_kind() -> dict[str, tuple[str, Path]]:
    """Each kind of leaf → the quickest sample that has one, and where.

    What holds names of its own is one kind: all of it is compared in one way.
    """
    found: dict[str, tuple[str, Path]] = {}
    for name in QUICKEST:
        for path in leaves(sample(name).content):
            found.setdefault(NAMES_OF_THEIR_OWN.sub(r".\1.", kind(path)), (name, path))
    return found


def changed(which: str, value: Any) -> Any:
    """Another value of the same kind."""
    if which in OTHER_WORDS:
        return OTHER_WORDS[which] if value != OTHER_WORDS[which] else "feasible"
    if isinstance(value, bool):
        return not value
    return f"{value} niet" if isinstance(value, str) else value + 1


def test_every_value_is_recomputed_or_named() -> None:
    """A new field is one of the two: nothing else leaves a change of it unseen."""
    assert set(QUICKEST) == set(NEW)
    named = {f".{place}" for place in AS_STATED}
    for which, (name, path) in every_kind().items():
        content = copy.deepcopy(sample(name).content)
        inside, last = at(content, path[:-1]), path[-1]
        inside[last] = changed(which, inside[last])
        verdict = judged(sample(name), json.dumps(content)).verdict
        assert verdict in {FOUND, REFUSED} or any(
            which == one or which.startswith((f"{one}.", f"{one}[")) for one in named
        ), which


def test_the_samples_hold_a_value_for_every_field() -> None:
    """So that the test of every value is one of every field."""
    held = set()
    for name in QUICKEST:
        for path in leaves(sample(name).content):
            held |= {kind(path[:end]) for end in range(1, len(path) + 1)}
    assert set(fields(ProposalDocument)) - held == set()


def proven(content: Content) -> str:
    content |= {"status": "optimal", "bound": content["score"]["soft"], "gap": 0.0}
    return "status bound gap"


def nothing_proven(content: Content) -> str:
    content["standing"] |= {"proven": False, "floor": content["standing"]["floor"] - 0.25}
    return "standing.proven standing.floor"


def made_otherwise(content: Content) -> str:
    found = content["story"][-1]
    content |= {"effort": "thorough", "seconds": 9.0, "versions": {"cohorts": "9"}}
    content["story"] = [{**found, "done": 0.0, "soft": found["soft"] + 1}, found]
    return "effort seconds story versions"


def another_answer(content: Content) -> str:
    content["answer"] = 3
    return "answer"


def moved_by_somebody(content: Content) -> str:
    content |= {"by_hand": True, "reproducible": False, "story": []}
    return "by_hand reproducible"


def of_before(content: Content) -> str:
    """Told by how points were rounded then, but where there is no group."""
    content["meaning_version"] = 3
    return "meaning_version"


def for_another_reason(content: Content) -> str:
    content["overrides"][0] |= {"reason": "Zomaar.", "by": "Iemand"}
    return "overrides[].reason overrides[].by"


def let_in_for_another_reason(content: Content) -> str:
    content["admitted"][0]["reason"] = "Zomaar."
    return "admitted[].reason"


def gone_on_for_another_reason(content: Content) -> str:
    content["smaller"][0]["reason"] = "Zomaar."
    return "smaller[].reason"


def repaired_from_elsewhere(content: Content) -> str:
    """That somebody who waited had no group at all, and was not known."""
    said = content["repaired"]
    waited = [who for who, group in said["before"].items() if group is None]
    said["before"] = {who: g for who, g in said["before"].items() if who not in waited[:1]}
    said |= {"proven": not said["proven"], "moved_before": []}
    return "repaired"


STORIES = (
    ("small", proven),
    ("standing", nothing_proven),
    ("small", made_otherwise),
    ("other", another_answer),
    ("pinned", moved_by_somebody),
    ("nobody", of_before),
    ("by hand", for_another_reason),
    ("standing", let_in_for_another_reason),
    ("repaired", gone_on_for_another_reason),
    ("repaired", repaired_from_elsewhere),
)


def test_nothing_is_named_that_is_recomputed_after_all() -> None:
    """Of each place on the list there is a story that the check cannot refute, and names."""
    told: set[str] = set()
    for name, story in STORIES:
        content = copy.deepcopy(sample(name).content)
        of = story(content).split()
        found = judged(sample(name), json.dumps(content))
        assert found.verdict == TAKEN, (story.__name__, found)
        told |= set(of)
    assert told == set(AS_STATED)


def test_the_judge_can_say_that_something_was_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cohorts.record.recompute.taken_as_stated", lambda *_, **__: ())
    content = copy.deepcopy(sample("small").content)
    made_otherwise(content)
    assert judged(sample("small"), json.dumps(content)).verdict == BELIEVED
