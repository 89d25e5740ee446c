"""Behind "Reden:" there always stands something, in every language."""

from __future__ import annotations

import pytest

from cohorts.rounds.judging.reason_said import reason_said
from cohorts.words import Language


@pytest.mark.parametrize("language", Language)
def test_an_erased_reason_is_said_to_be_erased(language: Language) -> None:
    assert reason_said("Ziekte", language) == "Ziekte"
    assert "wist" in reason_said("", language) or "erased" in reason_said("", language)
