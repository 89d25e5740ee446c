"""The generated pages are what the program prints now."""

from __future__ import annotations

import pytest

from tests.docs.generated import GENERATED, printed
from tests.docs.pages import ROOT
from tests.docs.sources import PAGE, with_sources


@pytest.mark.parametrize("path", GENERATED)
def test_a_generated_page_is_up_to_date(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == printed(path), "make docs"


def test_the_source_of_every_value_is_up_to_date() -> None:
    page = (ROOT / PAGE).read_text("utf-8")
    assert page == with_sources(page), "make docs"
