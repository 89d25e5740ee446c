"""Everything that is said of a round, verified: the verdict, the clash, every piece of advice.

The second engine judges what goes together; what is advised is done, and really composed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from unittest.mock import patch

from cohorts import compose
from cohorts.composing.clash import clash
from cohorts.composing.compose import seats_of
from cohorts.composing.demands import Asked, rules_in_force
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import as_given
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError, Problem
from cohorts.outlook.recruit import Remedy, Stuck, whom_to_recruit
from cohorts.outlook.recruit.advised import CONTRADICTIONS, TOO_FEW
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.round.round import Round
from cohorts.rules.company_together import CompanyTogether
from cohorts.rules.keep_together import KeepTogether
from cohorts.rules.pin import Pin
from cohorts.rules.rule import Level, Rule
from cohorts.words import Language
from solver.conflict import Conflict
from tests.cohorts.outlook.drawn import drawn
from tests.cohorts.outlook.impossible_rounds import Made
from tests.cohorts.outlook.mixed_rounds import stranger
from tests.cohorts.outlook.second_demands import ROWS, Wanted, musts, seats
from tests.cohorts.outlook.second_pairs import apart, hard, linked

STRANGERS = 12
"""Random people who are tried where nobody to recruit was found."""
COUNTS = TOO_FEW | {"compose.too_little_room", "compose.too_few_places"}

NO_ADVICE = CONTRADICTIONS | {"compose.too_little_room", "compose.too_few_places"}


@dataclass
class Verified:
    """What was said of a round (``outcome``, ``code``, ``advice``), and what of it is false."""

    outcome: str = "possible"
    code: str = ""
    advice: str = ""
    faults: list[str] = field(default_factory=list)

    def expect(self, holds: bool, fault: str) -> None:
        """Notes the fault unless it holds."""
        if not holds:
            self.faults.append(fault)


def verified(given: Made) -> Verified:
    """Composes a round and verifies what comes of it."""
    found = Verified()
    round_ = as_given(given.people, given.programme, **given.given)
    told: list[tuple[Conflict, Asked]] = []

    def noted(conflict: Conflict, asked: Asked, of: Round) -> Problem:
        told.append((conflict, asked))
        return clash(conflict, asked, of)

    try:
        with patch("cohorts.composing.clash.clash", noted):
            proposal = compose(given.people, given.programme, effort="quick", **given.given)
    except CohortsError as error:
        found.outcome, found.code = "impossible", error.problems[0].code
        _verdict(found, round_, in_force(given, round_))
        _clash(found, given, round_, error.problems[0], told)
        if found.code not in NO_ADVICE:
            _advice(found, given, round_)
    else:
        found.expect(holds(proposal, given.people, given), "the proposal fails check")
        sitting = _sitting(proposal, round_)
        everything = musts(in_force(given, round_))
        found.expect(seats(round_, everything, sitting=sitting) is not None, "it breaks a must")
    return found


def in_force(given: Made, round_: Round) -> tuple[Rule, ...]:
    """The rules of the programme, and those that pins and an earlier composition bring along."""
    return rules_in_force(given.programme, round_)


def holds(proposal: Proposal, people: Sequence[Applicant], given: Made) -> bool:
    stated = document(proposal, Language.NL)
    return check(stated, people, given.programme, **given.given).holds


def _sitting(proposal: Proposal, round_: Round) -> list[int]:
    groups = {n: [a.id for a in members] for n, members in proposal.composition.groups.items()}
    return [int(seat) for seat in seats_of(groups, round_)]


def _verdict(found: Verified, round_: Round, rules: Sequence[Rule]) -> None:
    # whoever asks for so many groups asks for so many people, though groups may stay closed
    counts = found.code in COUNTS
    demands = [] if counts else musts(rules)
    found.expect(seats(round_, demands, all_open=counts) is None, "it is possible")


def _clash(
    found: Verified,
    given: Made,
    round_: Round,
    told: Problem,
    noted: Sequence[tuple[Conflict, Asked]],
) -> None:
    """The demands that are named clash, and without any one of them they do not."""
    if noted:
        conflict, asked = noted[0]
        found.expect(conflict.minimal, "not known to be minimal")
        demands = [wanted(conflict, i, asked) for i in range(len(conflict.pieces))]
        must = (d.rule.level is Level.MUST or isinstance(d.rule, ROWS) for d in demands)
        found.expect(all(must), "names a wish")
    elif found.code in COUNTS:
        return
    else:
        demands = before_composing(told, given, round_)
    found.expect(seats(round_, demands) is None, "what is named does not clash")
    for i, one in enumerate(demands):
        rest = demands[:i] + demands[i + 1 :]
        found.expect(seats(round_, rest) is not None, f"not minimal: {one.rule.key}")
    if told.code == "compose.clash" and told.facts["otherwise"]:
        found.expect(_in_other_numbers(round_, demands), "advice: no other numbers help")


def _in_other_numbers(round_: Round, demands: list[Wanted]) -> bool:
    """Whether these go together in any number of groups of any size."""
    return any(
        seats(replace(round_, groups=k, smallest=1, largest=round_.n), demands) is not None
        for k in range(1, round_.n + 1)
        if all(d.rule.group <= k for d in demands if isinstance(d.rule, Pin))
    )


def wanted(conflict: Conflict, piece: int, asked: Asked) -> Wanted:
    """The demand a piece of a clash stands for: its rule, whom it is about, which part of it."""
    found = conflict.pieces[piece]
    rule = next(rule for rule in asked.rules if rule.key == found.owner)
    whole = {term.name: term.pieces for term in asked.task.terms}[found.term] == 1
    about_people = isinstance(rule, (*ROWS, CompanyTogether))
    part = found.term.removeprefix(rule.key).removeprefix(".")
    return Wanted(rule, None if whole and not about_people else frozenset(found.rows), part)


def before_composing(told: Problem, given: Made, round_: Round) -> list[Wanted]:
    """The demands behind what is seen without composing, from the names that are told."""
    people, rules = told.facts.get("people"), in_force(given, round_)
    if told.code == "compose.pins_crowd":
        assert isinstance(people, tuple)
        pins = [Wanted(r) for r in rules if isinstance(r, Pin) and r.person in people]
        # they are all told; so many as do not fit are a clash
        return pins[: round_.largest + 1]
    if told.code == "compose.few_slots":
        return [Wanted(rule) for rule in rules if rule.key == told.place]
    assert isinstance(people, tuple)
    labels = {a.label: row for row, a in enumerate(round_.applicants)}
    rows = frozenset(labels[label] for label in people)
    by_pair: dict[frozenset[int], Wanted] = {}
    for rule in rules:
        if isinstance(rule, ROWS) and not isinstance(rule, KeepTogether):
            for pair in apart(rule, round_):
                if pair <= rows:
                    by_pair.setdefault(pair, Wanted(rule, pair))
    demands = list(by_pair.values())
    if told.code == "compose.apart_and_together":
        (rule,) = (r for r in rules if isinstance(r, KeepTogether))
        parts = [part for part in linked(hard(rule, round_, rule.kinds)) if rows <= part]
        demands += [Wanted(rule, part) for part in parts]
    return demands


def _advice(found: Verified, given: Made, round_: Round) -> None:
    advice = whom_to_recruit(given.people, given.programme, **given.given)
    found.expect(not advice.possible, "advice: it is possible")
    if advice.profiles:
        found.advice = "recruit"
        found.expect(advice.people == len(advice.newcomers), "advice: so many profiles")
        for newcomers in (advice.newcomers, drawn(advice.profiles, round_, round_.seed)):
            fault = works(given, newcomers)
            found.expect(fault == "", f"advice: recruiting does not help: {fault}")
        return
    found.advice = "otherwise" if advice.remedies else str(advice.stuck)
    for remedy in advice.remedies:
        fault = _remedied(given, round_, remedy)
        found.expect(fault == "", f"advice: {remedy} does not help: {fault}")
    if advice.stuck is Stuck.SEVERAL:
        for one in _single(given, round_):
            found.expect(seats(*one) is None, "advice: a single must is enough")
    if advice.stuck is Stuck.NUMBERS:
        for people in ((), *_strangers(round_)):
            more = as_given((*given.people, *people), given.programme, **given.given)
            found.expect(seats(more, (), all_open=True) is None, "advice: the numbers do fit")
    for people in _strangers(round_):
        more = as_given((*given.people, *people), given.programme, **given.given)
        could = seats(more, musts(in_force(given, more))) is not None
        helped = could and works(given, people) == ""
        found.expect(not helped, f"advice: {len(people)} strangers do help")


def works(given: Made, newcomers: Sequence[Applicant]) -> str:
    """Composed with these people too: "" where all is well, else what is not."""
    people = (*given.people, *newcomers)
    try:
        proposal = compose(people, given.programme, effort="quick", **given.given)
    except CohortsError as error:
        return error.problems[0].code
    return "" if holds(proposal, people, given) else "fails check"


def _remedied(given: Made, round_: Round, remedy: Remedy) -> str:
    """Done as advised, with the people that are to come along, and with others like them."""
    rule = next((r for r in in_force(given, round_) if r.titles == remedy.rule), None)
    other = without(given, round_, rule) if rule else given
    if remedy.groups:
        other = replace(given, given=Given(**{**given.given, "groups": remedy.groups}))
    if remedy.labels:
        ids = {a.id for a in round_.applicants if a.label in remedy.labels}
        kept = tuple(r for r in round_.relations if {r.a, r.b} != ids)
        other = replace(given, given=Given(**{**given.given, "relations": kept}))
    like_them = drawn(remedy.profiles, round_, round_.seed)
    return works(other, remedy.newcomers) or works(other, like_them)


def without(given: Made, round_: Round, rule: Rule) -> Made:
    """The same round, one must let go."""
    rules = tuple(r for r in given.programme.rules if r.key != rule.key)
    asked = dict(given.given)
    if isinstance(rule, Pin):
        asked["pins"] = {i: g for i, g in round_.pins.items() if i != rule.person}
    if rule.rule == "stay":
        asked["keep"] = False
    programme = given.programme.model_copy(update={"rules": rules})
    return replace(given, programme=programme, given=Given(**asked))  # type: ignore[typeddict-item]  # inputs by name


def _single(given: Made, round_: Round) -> Iterator[tuple[Round, list[Wanted]]]:
    """The round and its demands without each must, and without each pair's relations."""
    rules = in_force(given, round_)
    for gone in musts(rules):
        yield round_, [d for d in musts(rules) if d.rule.key != gone.rule.key]
    for relation in round_.relations:
        pair = {relation.a, relation.b}
        kept = tuple(r for r in round_.relations if {r.a, r.b} != pair)
        yield replace(round_, relations=kept), musts(rules)


def _strangers(round_: Round) -> Iterator[list[Applicant]]:
    for i in range(STRANGERS):
        yield _some(round_, 1 + i % 3, i)


def _some(round_: Round, count: int, number: int) -> list[Applicant]:
    """Random people of the kind that the rounds are made of."""
    dice = random.Random(f"{round_.seed}-{number}")
    return [replace(stranger(dice, i), id=ApplicantId(f"z{i:02}")) for i in range(count)]
