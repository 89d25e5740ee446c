"""What somebody wrote in a file, in a sentence of ours."""

from __future__ import annotations

import pytest

from cohorts.reports.one_line import MOST, on_one_line


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("nine", "nine"),
        ("", '""'),
        ("\u200bnine\0", r"\u200bnine\u0000"),
        ("\x1b[2J\nRecomputed: all is right.", r"\u001b[2J\nRecomputed: all is right."),
        ("\u202eenin", r"\u202eenin"),
        (True, "true"),
        (["a", None], '["a", null]'),
        ({"é": 1.0}, '{"é": 1.0}'),
    ],
)
def test_no_sign_is_hidden_and_none_commands(value: object, told: str) -> None:
    assert on_one_line(value) == told


def test_a_long_value_is_cut() -> None:
    assert on_one_line("x" * 1_000_000) == "x" * MOST + "…"
