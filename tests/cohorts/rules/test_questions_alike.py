"""Themes outweigh wording, and the costs of pairs."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.rules import questions_alike
from cohorts.rules.questions_alike import QuestionsAlike
from solver.quantise import FloatArray, IntArray

TEXTS = (
    "Wij willen exporteren naar Duitsland",
    "Over de grens verkopen",
    "Personeel vinden lukt niet meer in de bouw",
    "Personeel vinden lukt niet meer in de zorg",
    "robots",
    "",
)
THEME = st.sampled_from(("a", "b", "c"))
THEMES = st.lists(st.lists(THEME, max_size=3, unique=True), min_size=6, max_size=6)


def alike(themes: list[list[str]], texts: tuple[str, ...] = TEXTS) -> QuestionsAlike:
    return QuestionsAlike(texts, [()] * len(texts), themes)


def test_where_nobody_named_a_theme_texts_decide_alone() -> None:
    """The likeness of texts over that of the closest twentieth, at most 1."""
    none = alike([[]] * 6)
    rows = np.arange(6)
    texts = none.texts.between(rows, rows)
    assert none.sample == pytest.approx(np.minimum(texts / none.closest, 1), nan_ok=True)


def test_a_shared_theme_counts_a_half_and_more_for_more() -> None:
    """a and a: 0.5 + 0.2 × 1 / √(1 × 1) + 0.3 × text; a and ab: 0.5 + 0.2 × 1 / √(1 × 2)."""
    two = alike([["a"], ["b"], ["a"], [], ["a", "b"], ["a"]])
    like = two.sample
    text = min(float(two.texts.between(np.array([0]), np.array([2]))[0, 0]) / two.closest, 1)
    assert like[0, 2] == pytest.approx(0.5 + 0.2 + 0.3 * text)
    assert like[0, 4] == pytest.approx(0.5 + 0.2 / np.sqrt(2), abs=1e-6)
    assert two.cost(0, 2) == round(1e6 * (1 - like[0, 2]))


@settings(max_examples=60, deadline=None)
@given(themes=THEMES)
def test_two_who_share_a_theme_are_more_alike_than_any_who_do_not(themes: list[list[str]]) -> None:
    found = alike(themes)
    if sum(map(bool, themes)) < 2:
        return
    shared: list[float] = []
    others: list[float] = []
    for i in range(6):
        for j in range(i):
            like = float(found.sample[i, j])
            if not np.isnan(like):
                (shared if set(themes[i]) & set(themes[j]) else others).append(like)
    assert not shared or not others or min(shared) > max(others)


@settings(max_examples=30, deadline=None)
@given(themes=THEMES, order=st.permutations(range(6)))
def test_the_order_of_people_does_not_matter(themes: list[list[str]], order: list[int]) -> None:
    first = alike(themes)
    moved = alike([themes[i] for i in order], tuple(TEXTS[i] for i in order))
    assert np.array_equal(moved.costs, first.costs[np.ix_(order, order)])


def test_a_copied_sentence_with_other_themes_is_not_alike() -> None:
    copied = "De boekhouding van dit jaar ligt nog altijd op de plank"
    texts = (copied, copied, "Wij bouwen schepen", "Iets over kaas", "gras", "melk")
    found = alike([["a"], ["b"], ["a"], ["b"], ["c"], ["c"]], texts)
    assert found.sample[0, 1] < 0.5 < found.sample[0, 2]


def test_of_many_only_the_nearest_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two nearest of each: what either has near is a pair, with a gain of its likeness."""
    themes = [["a"], ["a"], ["b"], ["b"], ["c"], ["c"]]
    every = alike(themes)
    monkeypatch.setattr(questions_alike, "DENSE", 3)
    monkeypatch.setattr(questions_alike, "NEAREST", 2)
    monkeypatch.setattr(questions_alike, "AT_ONCE", 4)
    few = alike(themes)
    edges, costs = few.nearest
    pairs = {(int(i), int(j)): int(c) for (i, j), c in zip(edges, costs, strict=True)}
    assert {(0, 1), (2, 3), (4, 5)} <= pairs.keys()
    assert len(pairs) < 15
    assert all(few.cost(i, j) == few.cost(j, i) == c for (i, j), c in pairs.items())
    assert pairs[0, 1] == -round(1e6 * few.within([0, 1])[0, 1])
    absent = next((i, j) for j in range(6) for i in range(j) if (i, j) not in pairs)
    assert few.cost(*absent) == 0
    assert every.costs.shape == (6, 6)


def test_of_very_many_only_who_named_about_the_same_is_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Six people in parts of two, by theme: a a, b b and c c; nobody beyond the own part."""
    monkeypatch.setattr(questions_alike, "DENSE", 3)
    monkeypatch.setattr(questions_alike, "NEAREST", 1)
    monkeypatch.setattr(questions_alike, "ALL_COMPARED", 5)
    monkeypatch.setattr(questions_alike, "PART", 2)
    edges, costs = alike([["a"], ["b"], ["c"], ["c"], ["b"], ["a"]]).nearest
    assert edges.tolist() == [[0, 5], [1, 4], [2, 3]]
    assert (costs <= -500_000).all()


def test_memory_and_work_grow_with_the_people_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twice the people: about twice the memory and the pairs that are compared, not four times."""
    compared: list[int] = []
    between = QuestionsAlike.between

    def counted(alike: QuestionsAlike, rows: IntArray, columns: IntArray) -> FloatArray:
        compared.append(rows.size * columns.size)
        return between(alike, rows, columns)

    monkeypatch.setattr(QuestionsAlike, "between", counted)
    for name, value in {"DENSE": 40, "ALL_COMPARED": 80, "PART": 80, "AT_ONCE": 20}.items():
        monkeypatch.setattr(questions_alike, name, value)
    peaks, pairs = [], []
    for n in (800, 1600):
        themes = [[f"t{i % 9}"] for i in range(n)]
        tracemalloc.start()
        assert len(QuestionsAlike(["export"] * n, [()] * n, themes).nearest[0]) >= n
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        pairs.append(sum(compared))
        compared.clear()
    assert peaks[1] < 3 * peaks[0]
    assert pairs[1] < 3 * pairs[0]
