"""How alike texts are: subjects, words, and what was copied."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.people.copied import RUN, copies
from cohorts.people.likeness import TextLikeness, cosines
from solver.quantise import FloatArray

TEMPLATE = "Ik loop al een tijd vast met mijn bedrijf en zoek hulp bij"
SAID = (
    "Wij willen exporteren",
    "Over de grens verkopen",
    "Personeel vinden lukt niet",
    "Mijn dochter neemt de zaak over",
    "Robots op de werkvloer",
    "Huisvesting",
    "",
)


def table(*texts: str) -> FloatArray:
    rows = np.arange(len(texts))
    return TextLikeness(texts).between(rows, rows)


def test_other_words_for_one_question_are_more_alike_than_a_copied_sentence() -> None:
    alike = table(
        "Wij willen exporteren",
        "Over de grens verkopen: zelf doen?",
        f"{TEMPLATE} huisvesting",
        f"{TEMPLATE} personeel",
        *SAID[3:],
    )
    assert alike[0, 1] > 2 * alike[2, 3]


def test_what_a_text_says_beyond_its_template_counts() -> None:
    what = ("export", "export", "personeel", "personeel", "huisvesting", "huisvesting")
    alike = table(*(f"{TEMPLATE} {one}" for one in what))
    assert min(alike[0, 1], alike[2, 3], alike[4, 5]) > 2 * alike[0, 2]


def test_what_many_wrote_counts_for_one_over_how_many() -> None:
    """k of the same sentence that names no subject: 1 / k."""
    for k in (2, 4):
        alike = table(*["De kat van de buren zit weer op tafel"] * k, *SAID)
        assert alike[0, 1] == pytest.approx(1 / k)


def test_of_each_word_is_known_how_many_wrote_the_run_it_stands_in() -> None:
    run = list("abcde")
    assert RUN == 5
    found = copies([[[*run, "x"]], [["y", *run]], [run[:4]]])
    assert found == [[[2, 2, 2, 2, 2, 1]], [[1, 2, 2, 2, 2, 2]], [[1, 1, 1, 1]]]


def test_a_value_that_many_have_is_no_copy() -> None:
    label = "kunstmest en gewasbescherming voor de akkerbouw"
    rows = np.arange(3)
    values = TextLikeness(["", "", ""], [(label,), (label,), ("iets heel anders",)])
    assert values.between(rows, rows)[0, 1] == pytest.approx(1)


@settings(max_examples=50, deadline=None)
@given(order=st.permutations(range(len(SAID))), louder=st.booleans())
def test_order_and_capitals_do_not_matter(order: list[int], louder: bool) -> None:
    given_ = [SAID[i].upper() if louder else SAID[i] for i in order]
    moved, first = table(*given_), table(*SAID)
    assert np.array_equal(moved, first[np.ix_(order, order)], equal_nan=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wij exporteren machines", "Wij exporteerden een machine"),
        ("vacatures vervullen", "een vacature vervullen"),
        ("opvolgers zoeken", "opvolger zoeken"),
    ],
)
def test_another_ending_makes_no_other_question(one: str, other: str) -> None:
    alike = table(one, other, *SAID)
    assert alike[0, 1] > 0.6
    assert alike[0, 1] > 1.5 * np.nanmax(alike[0, 4:])


def test_an_empty_text_is_not_known() -> None:
    assert np.isnan(cosines(("export", ""))[0, 1])
    assert np.isnan(table("export", " ")[0, 1])
    assert table().shape == (0, 0)
