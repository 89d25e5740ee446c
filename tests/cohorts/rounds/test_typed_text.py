"""What somebody types is kept so that every database holds it and every page shows it."""

from __future__ import annotations

import pytest

from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.deciding.typed_reason import typed

HOSTILE = "zij\x00 kennen \u202eelkaar\u202c\ud800 \u200b"


def test_signs_that_nobody_sees_are_not_kept() -> None:
    assert Reason(HOSTILE, "\ufeffJo").typed == {"reason": "zij kennen elkaar", "by": "Jo"}
    assert typed(HOSTILE) == "zij kennen elkaar"


def test_accents_are_not_piled_over_what_stands_above() -> None:
    vietnamese = "Nguye\u0302\u0303n"
    assert typed(vietnamese) == vietnamese
    assert typed("Z" + "\u0301" * 200 + "oe") == "Z" + "\u0301" * 4 + "oe"


@pytest.mark.parametrize("nothing", ["", " \n", "\u200b", "\x00\u202e"])
def test_signs_that_nobody_sees_are_no_reason(nothing: str) -> None:
    assert not Reason(nothing, "Jo").given
    assert not Reason("zij kennen elkaar", nothing).given
    assert typed(nothing) == ""
