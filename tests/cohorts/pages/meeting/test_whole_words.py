"""On the beamer a place or name with a hyphen stays on one line."""

from __future__ import annotations

import html
import re

import pytest

from cohorts.pages.page_templates import page_templates

PAGES = page_templates("meeting")
PLACE = "'s-Hertogenbosch"
NAME = "Jan-Willem <Bakker-Smit> & zn"


def test_every_place_and_name_is_whole() -> None:
    row = {"label": NAME, "place": PLACE, "dark": False, "lines": [f"{PLACE} · maakt trappen"]}
    group = {"name": f"Groep 1: {PLACE}", "where": "2 leden", "people": [row]}
    facts = {"name": NAME, "where": PLACE, "lines": [PLACE], "parts": [("Vraag", PLACE)]}
    drawn = [
        (PAGES.get_template("groups.html.jinja").render(groups=[group]), 4),
        (PAGES.get_template("group.html.jinja").render(people=[row], **facts), 8),
        (PAGES.get_template("dossier.html.jinja").render(**facts), 4),
    ]
    for said, count in drawn:
        assert said.count('<span class="whole">') == count
        assert "-" not in re.sub(r'<span class="whole">[^<]*</span>|<[^>]*>', "", said)
        text = html.unescape(re.sub(r"<[^>]*>", "", said))
        assert PLACE in text
        assert NAME in text or "Jan-Willem" not in text


@pytest.mark.parametrize("text", ["Almelo", "de 2 - 3 leden", "a < b", ""])
def test_what_has_no_hyphen_within_stays_as_it_is(text: str) -> None:
    made = PAGES.from_string("{{ text | whole }}|{{ text }}").render(text=text)
    assert made.count("span") == 0
    assert made.partition("|")[0] == made.partition("|")[2]
