"""What is told of a count is what its definition says, and nothing of the votes beside that."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import count
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.mean_scores import MeanScores
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.sureness.count_shown import CountShown, count_shown
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said
from tests.cohorts.committee.elections import approvals

CANDIDATES = "abcd"
CRITERIA = (Criterion("plan", Fraction(2)), Criterion("moed"))
RULES: dict[Asked, tuple[CountingRule, ...]] = {
    Asked.YES: (Approval(), Approval(out_of="could_vote"), Phragmen()),
    Asked.SCORES: (MeanScores(),),
}


def said(asked: Asked) -> st.SearchStrategy[Said]:
    if asked is Asked.YES:
        judged = st.booleans().map(lambda yes: (Fraction(yes),))
    else:
        judged = st.tuples(*[st.integers(1, 5).map(Fraction)] * 2)
    return st.one_of(*[judged] * 6, st.sampled_from([*Silence]))


@st.composite
def elections(draw: st.DrawFn) -> Election:
    asked = draw(st.sampled_from([*RULES]))
    one = st.fixed_dictionaries({c: said(asked) for c in CANDIDATES})
    cast = draw(st.lists(one, min_size=4, max_size=10))
    return election(asked, cast)


def election(asked: Asked, cast: list[dict[str, Said]]) -> Election:
    ballots = tuple(Ballot(f"v{n}", said) for n, said in enumerate(cast))
    criteria = CRITERIA if asked is Asked.SCORES else (Criterion("", high=Fraction(1)),)
    return Election(tuple(CANDIDATES), ballots, asked, criteria)


def shown(of: Election, rule: CountingRule) -> tuple[CountShown, frozenset[str]]:
    elected = count(of, rule, 2, seed=3)
    return told(of, rule, elected), frozenset(elected.chosen)


def told(of: Election, rule: CountingRule, elected: Elected) -> CountShown:
    lost = [c for c in elected.left if c not in elected.below_quorum]
    return count_shown(of, rule, chosen=elected.chosen, lost=lost, drawn=elected.real_ties)


def defined(of: Election, candidate: str) -> tuple[object, ...]:
    """What is told of one candidate, in plain words of Python: how many judged, from, to."""
    judged = [b.said[candidate] for b in of.ballots if not isinstance(b.said[candidate], Silence)]
    n = len(judged)
    if of.asked is Asked.YES:
        yes = sum(one == (Fraction(1),) for one in judged)
        if n < 7:
            return (n, 0, n) if n >= 5 else (None, 0, 1)
        return (n, 0, 3) if yes <= 3 else (n, n - 3, n) if yes >= n - 3 else (n, yes, yes)
    if n < 5:
        return (None, 0, 1)
    scores = [one for one in judged if not isinstance(one, Silence)]
    part = sum(((2 * a + b - 3) / 12 for a, b in scores), Fraction(0)) / n
    tenths = [t for t in range(11) if Fraction(t, 10) > Fraction(2, n)]
    from_below = [t for t in range(11) if Fraction(t, 10) <= 1 - Fraction(2, n)]
    if part < Fraction(tenths[0], 10):
        return (n, 0, Fraction(tenths[0], 10))
    if part >= Fraction(from_below[-1], 10):
        return (n, Fraction(from_below[-1], 10), 1)
    tenth = next(t for t in range(10) if part < Fraction(t + 1, 10))
    return (n, Fraction(tenth, 10), Fraction(tenth + 1, 10))


@given(elections())
def test_splits_are_what_is_defined(of: Election) -> None:
    found, _ = shown(of, RULES[of.asked][0])
    for candidate, one in found.splits.items():
        assert (one.judged, one.low, one.high) == defined(of, candidate)


@given(elections(), st.data())
def test_other_votes_behind_the_same_ranges_and_outcome_change_nothing(
    of: Election, data: st.DataObject
) -> None:
    """Votes are handed to other voters, and some are changed; ranges tell whether it is alike."""
    rule = data.draw(st.sampled_from(RULES[of.asked]))
    places = range(len(of.ballots))
    order = {c: data.draw(st.permutations(places)) for c in CANDIDATES}
    changed = data.draw(
        st.dictionaries(
            st.tuples(st.sampled_from(places), st.sampled_from(CANDIDATES)),
            said(of.asked),
            max_size=2,
        )
    )
    cast = [
        {c: changed.get((n, c), of.ballots[order[c][n]].said[c]) for c in CANDIDATES}
        for n in places
    ]
    (first, on), (second, then) = shown(of, rule), shown(election(of.asked, cast), rule)
    alike = (first.splits, first.divided, first.drawn, on)
    if (second.splits, second.divided, second.drawn, then) == alike:
        assert repr(second) == repr(first)
    if of.asked is Asked.YES and second.splits == first.splits:
        assert second.divided == first.divided


def of_ten(**yes: int) -> Election:
    """Ten voters; of each candidate so many said yes."""
    names = ["".join(c for c, many in yes.items() if voter < many) for voter in range(10)]
    return approvals("".join(yes), *names)


def test_the_border_is_what_is_defined() -> None:
    """Everybody chosen held against everybody lost."""
    rule = Approval()
    for yes in product((2, 4, 5, 6, 9), repeat=4):
        of = of_ten(**dict(zip(CANDIDATES, yes, strict=True)))
        elected = count(of, rule, 2, seed=3)
        found = told(of, rule, elected)
        pairs = [(a, b) for a in elected.chosen for b in elected.left]
        met = [(a, b) for a, b in pairs if found.splits[a].may_equal(found.splits[b])]
        assert found.equal == {c for pair in met for c in pair}


def test_who_stands_equal_at_the_border_is_told() -> None:
    found, on = shown(of_ten(a=9, b=5, c=5, d=4), Approval())
    assert found.equal == {"b", "c"}
    assert len(on) == 2
    assert [set(one.among) for one in found.drawn] == [{"b", "c"}]
    assert found.one_vote == {"d"}
    assert found.divided == {"b", "c", "d"}


def test_within_an_end_nobody_is_told_to_stand_higher_and_no_lot_shows() -> None:
    drawn, by_count = (shown(of_ten(a=10, b=9, c=n, d=2), Approval())[0] for n in (9, 8))
    assert drawn.equal == {"a", "b", "c"}
    assert repr(drawn) == repr(by_count)


def test_a_rule_that_chooses_as_a_whole_has_no_border_in_figures() -> None:
    found, _ = shown(of_ten(a=6, b=6, c=6, d=4), Phragmen())
    assert not found.by_figure
    assert not found.equal
    assert not found.one_vote


def test_beyond_the_quorum_nobody_is_at_the_border() -> None:
    ten = of_ten(a=6, b=5, c=5, d=5)
    silent: dict[str, Said] = {**dict.fromkeys("abc", (Fraction(0),)), "d": Silence.NOT_JUDGED}
    more = ten.of((*ten.ballots, *(Ballot(f"x{n}", silent) for n in range(3))))
    elected = count(more, Approval(), 2, quorum=Fraction(9, 10))
    assert "d" not in told(more, Approval(), elected).equal


def test_about_whom_judges_differ_by_scores() -> None:
    cast: list[dict[str, Said]] = [
        {
            "a": (Fraction(1 + 4 * (n % 2)),) * 2,
            "b": (Fraction(3),) * 2,
            "c": (Fraction(5),) * 2,
            "d": Silence.ABSTAINED,
        }
        for n in range(8)
    ]
    found, _ = shown(election(Asked.SCORES, cast), MeanScores())
    assert found.divided == {"a"}
    assert found.splits["d"].judged is None


def test_of_whom_too_few_judged_no_difference_is_even_computed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bureau of two scores a thousand: of none of them may be told how far apart they were."""
    asked: list[str] = []

    def spread(_: Election, candidate: str) -> Fraction:
        asked.append(candidate)
        return Fraction(1)

    monkeypatch.setattr("cohorts.committee.sureness.count_shown.spread_of", spread)
    one: dict[str, Said] = dict.fromkeys(CANDIDATES, (Fraction(5),) * 2)
    few, _ = shown(election(Asked.SCORES, [one] * 4), MeanScores())
    assert (few.divided, asked) == (frozenset(), [])
    many, _ = shown(election(Asked.SCORES, [one] * 5), MeanScores())
    assert many.divided == set(asked) == set(CANDIDATES)
