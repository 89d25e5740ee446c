"""Beginning a round: what it is called, and by which programme it goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st
from jinja2 import Environment

from cohorts.intake import FieldMap
from cohorts.pages.acting import acting
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.programmes import preset
from cohorts.pages.rounds.programme_cards import programme_cards
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import address, go
from cohorts.programme.programme import presets
from cohorts.programme.resembling import Resemblance, clearly, resembling
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.dropped_file import read_bytes

t = page_words("rounds")
BEGIN, CHOSEN, NAME = "nieuw", "programma", "naam"
LONGEST = 100
BACK = Environment(autoescape=True).from_string('<p><a href="{{ address }}">{{ label }}</a></p>')
KINDS = ["xlsx", "csv", "json"]


def begin(here: Here) -> None:
    """Its own address; the programme that is chosen stands in it too."""
    heading(t("begin"), t("begin_about"))
    st.html(BACK.render(address=address(here, "rounds"), label=t("back")))
    # in the address, so that loading anew keeps it
    name = st.text_input(
        t("name"), key=NAME, max_chars=LONGEST, placeholder=t("name_like"), bind="query-params"
    )
    st.header(plain(t("which")), anchor=False)
    given = st.file_uploader(t("begin_file"), type=KINDS, key="begin_file")
    found = () if given is None else _beside(given.name, given.getvalue())
    chosen = programme_cards(here, st.query_params.get(CHOSEN, ""), found)
    next_ = t("begin_next_file" if given is not None and found else "begin_next")
    if chosen:
        next_ = f"{t('you_chose', title=preset(chosen).title[here.language])} {next_}"
    else:
        next_ = t("choose_first")
    if not foot(next_, t("begin_now"), disabled=not chosen):
        return
    with acting() as done:
        round_ = new_round(here.store, here.actor, name or "", chosen)
        if given is not None and found:
            drop(here.store, here.actor, round_, given.name, given.getvalue())
    if done:
        go(here, "applicants", ronde=round_)


def _beside(file: str, content: bytes) -> Sequence[Resemblance]:
    """The programmes beside the file; none where it cannot be read, with what is wrong with it."""
    found: Sequence[Resemblance] = ()
    with acting():
        people = read_bytes(file, content, FieldMap())
        found = resembling(people, [preset(one) for one in presets()], datetime.now(UTC).date())
        first = clearly(found)
        if first is None:
            st.info(plain(t("like_none")))
    return found
