"""Text of others stays text, also where Markdown draws something without being asked.

Streamlit looks for what it draws once the backslashes are out; a sign of no width keeps apart.
"""

from __future__ import annotations

import pytest

from cohorts.pages.told import counted, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":material/home:", ":\u2060material/home:"),
        ("naar :streamlit: toe", "naar :\u2060streamlit: toe"),
        ("A -> B <-> C", "A -\u2060> B <\u2060-\u2060> C"),
        ("van -- tot >= 3", "van -\u2060- tot >\u2060= 3"),
        ("https://elders.nl", "https\u2060://elders.nl"),
        ("9 - 11: klaar", "9 - 11: klaar"),
    ],
)
def test_nothing_is_drawn_of_what_somebody_wrote(text: str, shown: str) -> None:
    assert plain(text).replace("\\", "") == shown


def test_a_count_behind_a_name_is_written_as_people_write_it() -> None:
    assert counted("Gaat niet door", 1150) == "Gaat niet door (1.150)"
