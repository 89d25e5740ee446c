"""The colours of the page, light and dark, computed from its own style sheet (WCAG 2)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("cohorts.reports.page").joinpath("style.css").read_text(encoding="utf-8")
TEXT = ("text", "soft", "act", "warn", "bad", "good")
LINES = ("rail", "act", "bad", "text")
TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


def schemes() -> dict[str, dict[str, str]]:
    """light, dark and print → token → colour."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    return dict(
        zip(("light", "dark", "print"), (dict(TOKEN.findall(b)) for b in blocks), strict=True)
    )


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """(lighter + 0.05) / (darker + 0.05)."""
    darker, lighter = sorted((luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_all_schemes_name_the_same_colours() -> None:
    light, dark, paper = schemes().values()
    assert light.keys() == dark.keys() == paper.keys()


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["bg", "card"])
def test_text_can_be_read(scheme: str, ground: str) -> None:
    colours = schemes()[scheme]
    for name in TEXT:
        assert contrast(colours[name], colours[ground]) >= 4.5, name


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_lines_and_dots_can_be_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    for name in LINES:
        assert contrast(colours[name], colours["card"]) >= 3, name
    assert contrast(colours["act"], colours["band"]) >= 3  # a dot on the bar of its group
    assert contrast(colours["text"], colours["warn-bg"]) >= 4.5
    assert contrast(colours["act"], colours["land"]) >= 3  # a member among postcode areas


def test_no_colour_stands_outside_the_tokens() -> None:
    rest = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", rest)
