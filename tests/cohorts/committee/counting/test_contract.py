"""What every rule of the set holds to, whoever adds it: nothing here names one of them.

Each is taken with everything that can be set of it, a whole number at its least so that small
elections are counted, and with every kind of ballot it counts. What a rule refuses to count it
refuses in words, and says nothing else of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import TypeVar
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from cohorts.committee.counting import counting_rules, highest_first
from cohorts.committee.counting.count import count, who
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.step_words import told_steps
from cohorts.committee.votes import Asked, Election, Silence
from cohorts.errors import InputError
from cohorts.people.lot import lot
from cohorts.words import Language
from tests.cohorts.committee.counting.made_up import elections, renamed
from tests.cohorts.committee.yes_elections import saying, yes_elections

SEED = 3
T = TypeVar("T")
SILENCE_STATED = {
    Language.NL: re.compile(r"niets (zei|zegt)|een (score|plaats) gaf|geen plaats gaf"),
    Language.EN: re.compile(r"(says|said) nothing|gave (a score|somebody (a|no) place)"),
}
few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def every_way(kind: type[CountingRule]) -> Iterator[CountingRule]:
    """The rule with each of its words set, and whole numbers at their least."""
    schema = kind.model_json_schema()
    fields = {}
    for name, stated in schema.get("properties", {}).items():
        whole = schema.get("$defs", {}).get(stated.get("$ref", "").rpartition("/")[2], stated)
        if "enum" in whole:
            fields[name] = whole["enum"]
        elif whole.get("type") == "integer":
            fields[name] = [whole["minimum"]]
    for values in product(*fields.values()):
        yield kind.model_validate(dict(zip(fields, values, strict=True)))


CASES = [
    pytest.param(rule, asked, id=" ".join((name, str(asked), *map(str, vars(rule).values()))))
    for name, kind in counting_rules().items()
    for rule in every_way(kind)
    for asked in sorted(kind.ASKS)
]
every_rule = pytest.mark.parametrize(("rule", "asked"), CASES)


@st.composite
def doubted(draw: st.DrawFn) -> Election:
    """Scores, with an order of some beside them."""
    election = draw(elections(Asked.SCORES))
    order = st.permutations(election.candidates)
    doubts = [
        {c: Fraction(n) for n, c in enumerate(draw(order)[: draw(st.integers(0, 4))], 1)}
        for _ in election.ballots
    ]
    each = zip(election.ballots, doubts, strict=True)
    return election.of(tuple(replace(ballot, doubts=own) for ballot, own in each))


CAST: Mapping[Asked, st.SearchStrategy[Election]] = {
    Asked.YES: yes_elections(),
    Asked.ORDER: elections(Asked.ORDER),
    Asked.SCORES: doubted(),
}


def turned_round(told: Mapping[str, T]) -> dict[str, T]:
    """The same, named in another order."""
    return dict([*told.items()][::-1])


def drawn_case(data: st.DataObject, asked: Asked) -> tuple[Election, int]:
    """An election and a number of seats."""
    election = data.draw(CAST[asked])
    return election, data.draw(st.integers(1, len(election.candidates)))


def counted(
    election: Election, rule: CountingRule, seats: int, quorum: Fraction = Fraction(0)
) -> Elected:
    """As by the front door; what is refused is no example."""
    try:
        return count(election, rule, seats, seed=SEED, quorum=quorum)
    except InputError:
        reject()


@every_rule
@few
@given(data=st.data())
def test_whose_ballot_it_is_does_not_matter(
    rule: CountingRule, asked: Asked, data: st.DataObject
) -> None:
    election, seats = drawn_case(data, asked)
    mixed = election.of(tuple(data.draw(st.permutations(election.ballots))))
    found, again = (counted(one, rule, seats) for one in (election, mixed))
    assert (found.chosen, found.left, found.standing) == (again.chosen, again.left, again.standing)
    assert {*found.drawn} == {*again.drawn}


@every_rule
@few
@given(data=st.data())
def test_with_other_names_and_their_lots_the_same_are_chosen(
    rule: CountingRule, asked: Asked, data: st.DataObject
) -> None:
    election, seats = drawn_case(data, asked)
    mixed = data.draw(st.permutations(election.candidates))
    to = dict(zip(election.candidates, mixed, strict=True))
    back = {new: old for old, new in to.items()}
    found = counted(election, rule, seats)
    with patch.object(highest_first, "lot", lambda seed, c: lot(seed, back[c])):
        other = counted(renamed(election, to), rule, seats)
    assert other.chosen == tuple(to[c] for c in found.chosen)
    assert other.left == tuple(to[c] for c in found.left)


@every_rule
@few
@given(data=st.data())
def test_everybody_is_named_once_and_told_in_both_languages(
    rule: CountingRule, asked: Asked, data: st.DataObject
) -> None:
    election, seats = drawn_case(data, asked)
    found = counted(election, rule, seats)
    assert sorted((*found.chosen, *found.left)) == sorted(election.candidates)
    assert len(found.chosen) <= seats
    assert len(found.chosen) == seats or found.steps[-1].code == "count_steps.seats_open"
    for language in Language:
        assert all(told_steps(found, election, language))


@every_rule
@few
@given(data=st.data())
def test_the_same_votes_are_counted_the_same(
    rule: CountingRule, asked: Asked, data: st.DataObject
) -> None:
    """Also where a ballot names candidates in another order; and who alone says the same."""
    election, seats = drawn_case(data, asked)
    turned = election.of(
        tuple(
            replace(b, said=turned_round(b.said), doubts=turned_round(b.doubts))
            for b in election.ballots
        )
    )
    found = counted(election, rule, seats)
    assert counted(turned, rule, seats) == found
    assert who(turned, rule, seats, seed=SEED) == frozenset(found.chosen)


@every_rule
@few
@given(data=st.data())
def test_two_votes_are_one_of_twice_the_weight(
    rule: CountingRule, asked: Asked, data: st.DataObject
) -> None:
    election, seats = drawn_case(data, asked)
    first, *others = election.ballots
    ways = (
        (first, replace(first, voter="again")),
        (replace(first, weight=2 * first.weight),),
        (replace(first, times=2),),
    )
    two, heavy, twice = (counted(election.of((*way, *others)), rule, seats) for way in ways)
    assert (two.chosen, two.standing) == (heavy.chosen, heavy.standing)
    assert (two.chosen, two.standing) == (twice.chosen, twice.standing)


@every_rule
@few
@given(data=st.data(), quorum=st.sampled_from([Fraction(0), Fraction(1, 2)]))
def test_who_may_not_judge_is_as_who_abstained_and_lowers_no_quorum(
    rule: CountingRule, asked: Asked, data: st.DataObject, quorum: Fraction
) -> None:
    election, seats = drawn_case(data, asked)
    number = data.draw(st.integers(0, len(election.ballots) - 1))
    candidate = data.draw(st.sampled_from(election.candidates))
    abstained, recused = (
        counted(saying(election, number, candidate, silence), rule, seats, quorum)
        for silence in (Silence.ABSTAINED, Silence.RECUSED)
    )
    assert {*recused.below_quorum} <= {*abstained.below_quorum}
    if recused.below_quorum != abstained.below_quorum:
        return
    if rule.silence_lowers and recused.standing != abstained.standing:
        assert recused.standing[candidate] > abstained.standing[candidate]
    else:
        assert (recused.chosen, recused.standing) == (abstained.chosen, abstained.standing)


@pytest.mark.parametrize("kind", counting_rules().values(), ids=list(counting_rules()))
def test_it_says_what_it_is_in_both_languages(kind: type[CountingRule]) -> None:
    for language in Language:
        assert all(text[language].strip() for text in (kind.TITLE, kind.WHEN))
        assert SILENCE_STATED[language].search(kind.ABOUT[language].casefold())
        assert kind.NEXT is None or kind.NEXT[language].strip()
    assert re.search(r"\d{4}", kind.PAPER)  # a year: it can be looked up
    assert kind.ASKS
    assert kind.EFFORT > 0
