"""What Streamlit says of itself is told in words of ours."""

from __future__ import annotations

import re

import pytest

from cohorts.pages.web.streamlits_words import said_instead
from cohorts.words import Language

PARTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", Language)
def test_no_reader_is_told_of_what_it_was_built_with(language: Language) -> None:
    said = dict(said_instead(language))
    technical = [text for text in dict(said_instead(Language.NL)) if "Streamlit" in text]
    assert technical
    for text in technical:
        assert "Streamlit" not in said[text]
        assert "terminal" not in said[text]


def test_an_english_page_keeps_what_anybody_understands() -> None:
    assert "Close" not in dict(said_instead(Language.EN))
    assert all(set(PARTS.findall(a)) == set(PARTS.findall(b)) for a, b in said_instead(Language.NL))
