"""What a check of a page looks at."""

from __future__ import annotations

import pytest

from tests.cohorts.pages.driving import BOTH, FOUR, Look, Site

WIDE_ON_A_PHONE = "(max-width: 500px) { body { min-width: 900px; } }"
PALE_IN_THE_DARK = "(prefers-color-scheme: dark) { h1 { color: #333 !important; } }"
STYLED = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""


def test_two_ways_cover_the_four_kinds_of_look() -> None:
    assert {one for run in BOTH for one in (run, run.also)} == set(FOUR)
    assert all(run.also and run.also.language == run.language for run in BOTH)


@pytest.mark.parametrize(
    ("fault", "told"), [(WIDE_ON_A_PHONE, "900 wide at 390"), (PALE_IN_THE_DARK, "color-contrast")]
)
def test_a_check_sees_a_fault_of_the_other_width_and_theme(
    site: Site, look: Look, fault: str, told: str
) -> None:
    page = look(BOTH[0], f"{site.root}/login?language=nl", token="")
    look.check(page, "login")
    page.evaluate(STYLED, f"@media {fault}")
    with pytest.raises(AssertionError, match=told):
        look.check(page, "login")
