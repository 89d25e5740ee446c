"""The checker: true proposals pass, tampered ones of each kind do not."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest

from cohorts.record.document import ProposalDocument, document
from cohorts.record.recompute import CheckReport, check
from cohorts.words import Language
from tests.cohorts.record.once import prepared_once
from tests.cohorts.small_round import small

DRAWS = 6
"""Of each kind; what is drawn of every place is in ``test_tamperings``, and its benchmark."""
Content = dict[str, Any]


def checked(content: Content) -> CheckReport:
    given = small()
    stated = ProposalDocument.model_validate(content)
    return check(stated, given.people, given.programme, relations=given.relations)


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    with prepared_once():
        yield


@pytest.fixture(scope="module")
def content() -> Content:
    return document(small().proposal, Language.NL).model_dump(mode="json")


def test_the_true_proposal_holds(content: Content) -> None:
    report = checked(content)
    assert report.mismatches == ()
    assert report.breaches == ()
    assert report.holds


def test_what_is_not_recomputed_may_differ(content: Content) -> None:
    changed = content | {"seconds": 999.0, "versions": {}}
    assert checked(changed).holds


def move(content: Content, draw: random.Random) -> None:
    """Somebody sits elsewhere."""
    source, target = draw.sample(content["groups"], 2)
    target["members"].append(source["members"].pop(draw.randrange(len(source["members"]))))


def swap(content: Content, draw: random.Random) -> None:
    a, b = (g["members"] for g in draw.sample(content["groups"], 2))
    i, j = draw.randrange(len(a)), draw.randrange(len(b))
    a[i], b[j] = b[j], a[i]


def duplicate(content: Content, draw: random.Random) -> None:
    a, b = draw.sample(content["groups"], 2)
    a["members"].append(draw.choice(b["members"]))


def lose(content: Content, draw: random.Random) -> None:
    members = draw.choice(content["groups"])["members"]
    del members[draw.randrange(len(members))]


def stranger(content: Content, draw: random.Random) -> None:
    members = draw.choice(content["groups"])["members"]
    members[draw.randrange(len(members))] = f"x{draw.randrange(10**6)}"


def renumber(content: Content, draw: random.Random) -> None:
    a, b = draw.sample(content["groups"], 2)
    a["number"], b["number"] = b["number"], a["number"]


def rename(content: Content, draw: random.Random) -> None:
    draw.choice(content["groups"])["name"] += " bis"


def choose(content: Content, draw: random.Random) -> None:
    group = draw.choice(content["groups"])
    name = draw.choice(sorted(group["choices"]))
    group["choices"][name] = [(group["choices"][name][0] + draw.randint(1, 2)) % 3]


def leave_out(content: Content, draw: random.Random) -> None:
    del content["not_placed"][draw.randrange(len(content["not_placed"]))]


def reason(content: Content, draw: random.Random) -> None:
    draw.choice(content["not_placed"])["reason"] = "Geen plaats."


def referral(content: Content, draw: random.Random) -> None:
    """Somebody without a place is sent elsewhere, or nowhere."""
    found = draw.choice(content["not_placed"])["referrals"]
    if draw.random() < 1 / 2:
        found[draw.randrange(len(found))] += " Het is gratis."
    else:
        found.clear()


def exchange_with_outside(content: Content, draw: random.Random) -> None:
    members = draw.choice(content["groups"])["members"]
    i, left = draw.randrange(len(members)), draw.choice(content["not_placed"])
    members[i], left["id"] = left["id"], members[i]


def level_of_score(content: Content, draw: random.Random) -> None:
    key = draw.choice(sorted(content["score"]))
    off = draw.choice([-1, 1]) * draw.randint(1, 10**6)
    content["score"][key] = [off] if key == "standing" else content["score"][key] + off


def weight(content: Content, draw: random.Random) -> None:
    key = draw.choice(sorted(k for k, v in content["weights"].items() if v))
    content["weights"][key] += draw.randint(1, 1000)


def amount(content: Content, draw: random.Random) -> None:
    found = draw.choice([f for g in content["groups"] for f in g["findings"] if f["amounts"]])
    key = draw.choice(sorted(found["amounts"]))
    found["amounts"][key] += draw.randint(1, 1000)


def sentence(content: Content, draw: random.Random) -> None:
    found = draw.choice(draw.choice(content["groups"])["findings"])
    found["sentence"] = "Iedereen is gelijk."


def quality(content: Content, draw: random.Random) -> None:
    found = draw.choice(draw.choice(content["groups"])["findings"])
    found["quality"] = round((found["quality"] + 0.1 + draw.random() / 2) % 1.05, 4)


def verdict_(content: Content, draw: random.Random) -> None:
    found = draw.choice(draw.choice(content["groups"])["findings"])
    found["verdict"] += "_"


def no_finding(content: Content, draw: random.Random) -> None:
    findings = draw.choice(content["groups"])["findings"]
    del findings[draw.randrange(len(findings))]


def overall(content: Content, draw: random.Random) -> None:
    found = draw.choice(content["findings"])
    found["missing"] += draw.randint(1, 5)


def against_chance(content: Content, draw: random.Random) -> None:
    found = draw.choice([f for f in content["findings"] if f["random"] is not None])
    found[draw.choice(["here", "random"])] += draw.randint(1, 9)


def gap(content: Content, draw: random.Random) -> None:
    content["gap"] = draw.random()


def bound(content: Content, draw: random.Random) -> None:
    content["bound"] = content["score"]["soft"] + draw.randint(1, 10**9)


def settings(content: Content, draw: random.Random) -> None:
    content["settings"]["target"] += draw.choice([-1, 1])


def digest(content: Content, draw: random.Random) -> None:
    content["input_sha256"] = f"{draw.getrandbits(256):064x}"


def seed(content: Content, draw: random.Random) -> None:
    content["seed"] += draw.randint(1, 99)


HANDS = (
    move, swap, duplicate, lose, stranger, renumber, rename, choose, leave_out, reason,
    referral,
    exchange_with_outside, level_of_score, weight, amount, sentence, quality, verdict_, no_finding,
    overall, against_chance, gap, bound, settings, digest, seed,
)  # fmt: skip


@pytest.mark.parametrize("hand", HANDS)
def test_tampered_proposals_are_rejected(hand: Any, content: Content) -> None:
    for number in range(DRAWS):
        draw = random.Random(f"{hand.__name__}-{number}")
        tampered = copy.deepcopy(content)
        hand(tampered, draw)
        assert tampered != content
        report = checked(tampered)
        assert not report.holds, number
        assert report.mismatches or report.breaches


def test_what_a_cause_counts_is_checked(content: Content) -> None:
    """Each fact of it: another number, one without a value, none, and one too many."""
    causes = [
        (i, j, cause)
        for i, left in enumerate(content["not_placed"])
        for j, cause in enumerate(left["causes"])
        if cause["facts"]
    ]
    assert causes
    for i, j, cause in causes:
        assert None not in cause["facts"].values()
        changes = [{name: value} for name in cause["facts"] for value in (99, None)]
        for change in (*changes, {"unheard": 1}, {"unheard": None}):
            tampered = copy.deepcopy(content)
            tampered["not_placed"][i]["causes"][j]["facts"] |= change
            assert not checked(tampered).holds, change
        for name in cause["facts"]:
            tampered = copy.deepcopy(content)
            del tampered["not_placed"][i]["causes"][j]["facts"][name]
            assert not checked(tampered).holds, name


def test_a_breach_with_an_override_for_each_person_is_excused(content: Content) -> None:
    """Two rivals seated together by hand, everything else recomputed: 1 only until excused."""
    tampered = copy.deepcopy(content) | {"story": []}
    where = {m: g for g in tampered["groups"] for m in g["members"]}
    outside = {n["id"] for n in tampered["not_placed"]}
    a, b = next(p for p in (("p00", "p01"), ("p03", "p05")) if not outside & set(p))
    target, source = where[a], where[b]
    other = next(m for m in target["members"] if m not in (a, "p03", "p08", "p09"))
    target["members"][target["members"].index(other)] = b
    source["members"][source["members"].index(b)] = other
    for group in (source, target):
        group["members"].sort()
    true = _recomputed(tampered)
    report = checked(true)
    assert report.mismatches == ()
    broken = [x for x in report.breaches if x.rule == "keep_apart"]
    assert [x.group for x in broken] == [target["number"]]
    assert not report.holds
    people = [
        (x.rule, person)
        for x in report.breaches
        for g in true["groups"]
        if g["number"] == x.group
        for f in g["findings"]
        if f["rule"] == x.rule
        for person in f["people"]
    ]
    true["overrides"] = [
        {"breach": rule, "person": person, "reason": "Zij vroegen hier zelf om."}
        for rule, person in people
    ]
    assert checked(true).holds
    true["overrides"][0]["reason"] = "  "
    assert not checked(true).holds


def _recomputed(content: Content) -> Content:
    """Every stated figure set right for the groups as they are."""
    result = copy.deepcopy(content)
    for mismatch in checked(content).mismatches:
        _put(result, mismatch.place, mismatch.true)
    return result


def _put(content: Any, place: str, value: object) -> None:
    parts = place.replace("]", "").replace("[", ".#").split(".")
    at = content
    steps: list[str | int] = [int(p[1:]) - 1 if p.startswith("#") else p for p in parts]
    key = ""
    while len(steps) > 1:
        step = steps.pop(0)
        # the name of a term may itself hold points
        if isinstance(step, str) and isinstance(at, dict) and f"{key}{step}" not in at:
            key = f"{key}{step}."
            continue
        at = at[f"{key}{step}" if isinstance(step, str) else step]
        key = ""
    last = steps[0]
    if value is None and parts[-2] == "facts":
        # what is not counted has no name: a cause of another kind has other facts
        del at[f"{key}{last}"]
        return
    at[f"{key}{last}" if isinstance(last, str) else last] = value
