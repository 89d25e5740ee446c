from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.solver.pairing.verified import verified


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_nothing_is_better_and_what_clashes_does(seed: int) -> None:
    """``benchmarks.pairing`` runs a thousand, of up to ten rows."""
    assert [faults for _, _, faults in verified(seed, 6) if faults] == []


def test_each_form_is_answered_and_refused() -> None:
    said = Counter(
        (name, answered) for seed in range(30) for name, answered, _ in verified(seed, 5)
    )
    assert {name for name, _ in said} == {"trio", "out", "ring", "guide", "coaches"}
    assert len(said) == 10
