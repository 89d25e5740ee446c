"""The proposals that are tampered with: of today, with a feature each, and of earlier releases."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Unpack

from cohorts import compose, load_programme, read_applicants
from cohorts.after.repairing import Wishes, repair
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.intake.beside.relations_file import read_relations
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.record.recompute import CheckReport, check
from cohorts.round.smaller import Smaller
from cohorts.round.waiting import Wait
from cohorts.words import Language
from tests.cohorts.small_round import RULES, none_open, people, programme, relations, small
from tests.releases.rounds import HERE, Kept

ROOT = Path(__file__).parents[2]
Content = dict[str, Any]
DAY = date(2026, 9, 1)
OLD = ("edited-override", "forty", "optimal-4", "pins", "previous-keep", "unconfirmed", "waiting")


@dataclass(frozen=True)
class Sample:
    """A true proposal, and the check of one like it by the data it was made from."""

    content: Content
    check: Callable[[ProposalDocument], CheckReport]


def _of(
    made: Proposal, who: Sequence[Applicant], asked: Programme, **given: Unpack[Given]
) -> Sample:
    content = document(made, Language.NL).model_dump(mode="json")
    return Sample(content, lambda stated: check(stated, who, asked, **given))


def _composed(who: Sequence[Applicant], asked: Programme, **given: Unpack[Given]) -> Proposal:
    return compose(who, asked, effort="quick", **given)


def _small() -> Sample:
    given = small()
    return _of(given.proposal, given.people, given.programme, relations=given.relations)


def _other() -> Sample:
    """As the second of two answers; everybody has a place, so that it need not tell why not."""
    given = small()
    made = replace(given.proposal, answer=2)
    return _of(made, given.people, given.programme, relations=given.relations)


def _standing() -> Sample:
    """Votes decide, within a margin; somebody stays out, is refused, or is let in all the same."""
    rules: list[dict[str, object]] = [
        *RULES[:1],
        {"rule": "alike", "field": "province"},
        {"rule": "keep_apart"},
    ]
    plain = programme(rules, places="at most 12").model_dump(exclude_defaults=True)
    groups = {**plain["groups"], "standing": "first", "margin": 1.5}
    conditions = [{"condition": "between", "field": "fte", "below": 22}]
    asked = Programme.model_validate(
        {**plain, "rules": rules, "groups": groups, "conditions": conditions}
    )
    merit = {ApplicantId(f"p{i:02}"): 1000 * ((i * 7) % 9) for i in range(16)}
    given = Given(merit=merit, relations=relations(), on=DAY)
    let_in = {ApplicantId("p13"): "Krimpt weer"}
    made = _composed(people(16), asked, **(given | {"admitted": let_in}))
    return _of(made, people(16), asked, **given)


def _by_hand() -> Sample:
    """Rivals put together, with a reason for each of them."""
    given = small()
    board = Board.of(given.proposal)
    placed = [p for p in ("p00", "p01") if board.group_of(p) is not None]
    first, other = placed if len(placed) == 2 else ("p03", "p05")
    target = board.group_of(first) or board.group_of("p03")
    gone = next(
        a.id
        for a in board.groups[target or 1]
        if a.id not in (first, other, *board.pinned, "p08", "p09")
    )
    board = board.swap(other, gone)
    for breach in board.open_breaches():
        for person in breach.people:
            board = board.override(breach.rule, person, "Zij vroegen hier zelf om.", "Anna")
    return _of(board.proposal(), given.people, given.programme, relations=given.relations)


def _repaired() -> Sample:
    """Somebody stopped, and a group may be smaller; told with all that a repair can tell."""
    given = small()
    (gone, *others) = sorted(given.proposal.composition.seats)
    exempt = {1: Smaller(1, "Er stopte iemand")}
    kept = Given(relations=given.relations, gone=[gone], smaller=exempt)
    begun = document(given.proposal, Language.NL)
    wishes = Wishes(stay=others[:1], rather_not=others[1:2])
    made = repair(begun, given.people, given.programme, wishes=wishes, effort="quick", **kept)
    sample_ = _of(made.options[0], given.people, given.programme, relations=given.relations)
    said = sample_.content["repaired"]
    said |= {"moved_before": others[2:3], "anew": {"1": ["shared_theme"]}}
    first = said["options"][0]
    first |= {"better": ["alike"], "worse": {"alike": [1]}}
    elsewhere = [who for who in others[3:9] if said["before"][who] != 1]
    further = {**first["moved"], **dict.fromkeys(elsewhere, 1)}
    more = {**first, "moved": further, "level": "points", "gain": 9}
    said["options"] = [first, more]
    return sample_


def _pinned() -> Sample:
    """Somebody pinned beside the programme, and a group that stays closed."""
    asked = programme(RULES[:-1], places="as many as possible")
    given = Given(pins={ApplicantId("p04"): 2}, groups=3, on=DAY, seed=2)
    return _of(_composed(people(20), asked, **given), people(20), asked, **given)


def _nobody() -> Sample:
    made = none_open()
    who = tuple(sorted((*(n.applicant for n in made.not_placed),), key=lambda a: a.id))
    return _of(made, who, made.asked_by, on=made.round.on)


def _waiting() -> Sample:
    """Some waited already; the programme has circles."""
    plain = programme(RULES[:5])
    circles = plain.groups.model_copy(update={"circles": True})
    asked = plain.model_copy(update={"groups": circles})
    waiting = {a.id: Wait(date(2025, 3, 1 + i), "A") for i, a in enumerate(people())}
    given = Given(waiting=waiting, on=DAY)
    return _of(_composed(people(), asked, **given), people(), asked, **given)


def _proven() -> Sample:
    """Nine people from a file, of whom the best is proven."""
    folder = ROOT / "docs/examples"
    who, asked = read_applicants(folder / "people.csv"), load_programme(folder / "programme.toml")
    given = Given(relations=read_relations(folder / "relations.csv", who), on=DAY)
    return _of(_composed(who, asked, **given), who, asked, **given)


def _remarks() -> Sample:
    """A file of which reading noticed much."""
    folder = ROOT / "tests/cohorts/intake/kinds/I4"
    who = read_applicants(folder / "many-remarks.csv")
    asked = load_programme(str(folder / "many-remarks.programme.toml"))
    return _of(_composed(who, asked, on=DAY), who, asked, on=DAY)


def _old(name: str) -> Sample:
    """A round of release 0.1.0, by its own copies."""
    kept = Kept(HERE / "0.1.0" / name)
    who, asked = kept.applicants, kept.programme
    content = json.loads((kept.folder / "proposal.json").read_text("utf-8"))
    return Sample(content, lambda stated: check(stated, who, asked, **kept.files(who)))


NEW: dict[str, Callable[[], Sample]] = {
    "small": _small,
    "other": _other,
    "standing": _standing,
    "by hand": _by_hand,
    "repaired": _repaired,
    "pinned": _pinned,
    "nobody": _nobody,
    "waiting": _waiting,
    "proven": _proven,
    "remarks": _remarks,
}
NAMES = (*NEW, *(f"0.1.0 {name}" for name in OLD))


@cache
def sample(name: str) -> Sample:
    """The sample of this name, made once."""
    return NEW[name]() if name in NEW else _old(name.partition(" ")[2])
