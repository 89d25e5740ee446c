"""The log: whether it is whole, whether a head on a receipt stands in it, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from cohorts.errors import InputError
from cohorts.pages.acting import acting
from cohorts.pages.audit.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain, trouble
from cohorts.rounds.happened import Happened
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.log_checked import LogChecked, log_checked

t = page_words("audit")
FEW = 12
"""Lines that are shown at once."""
WIDE = 640


def log(here: Here) -> None:
    """Checked at the press of a button, for every row of the store is read."""
    st.header(plain(t("log")), anchor=False)
    st.markdown(plain(t("log_about")))
    witness = st.text_input(t("witness"), key=f"witness_{here.round}", max_chars=120, width=WIDE)
    events = events_since(here.store, here.actor, here.round)
    if st.button(t("check_log"), key="check_log"):
        with acting(), st.spinner(t("checking")):
            checked = log_checked(here.store, here.actor, here.round, witness)
            _told(here, checked, len(events))
    lines = _lines(here, events)
    table = HTML.get_template("log.html.jinja")
    with st.expander(t("lines", count=len(lines))):
        if any(not one.number for one in events):
            st.markdown(plain(t("unnumbered")))
        st.html(table.render(t=t, lines=lines[:FEW]))
        if len(lines) > FEW and st.toggle(t("all_lines"), key="all_lines"):
            st.html(table.render(t=t, lines=lines[FEW:]))


def _told(here: Here, checked: LogChecked, count: int) -> None:
    """``count``: of the events that are told; how many others there are tells who votes when."""
    if checked.problems:
        st.error(plain(t("broken", count=len(checked.problems))))
        trouble(InputError(*checked.problems))
    else:
        st.success(plain(t("whole", count=count)))
    if checked.elsewhere:
        st.warning(plain(t("elsewhere", count=checked.elsewhere)))
    if checked.found is not None:
        found = checked.found
        facts = {"at": clock(found.at), "said": found.sentence(here.language)}
        if not found.number:
            st.success(plain(t("found_unnumbered", **facts)))
        else:
            st.success(plain(t("found", number=str(found.number), **facts)))
    elif checked.sought:
        st.error(plain(t("not_found")))
    st.markdown(plain(t("last_head")))
    st.code(checked.head, language=None, wrap_lines=True)


def _lines(here: Here, events: Sequence[Happened]) -> list[dict[str, str]]:
    """The newest first; what one person did in a row is one line."""
    runs = groupby(reversed(events), key=lambda one: (one.account, one.act, one.of))
    return [_line(here, tuple(run)) for _, run in runs]


def _line(here: Here, run: Sequence[Happened]) -> dict[str, str]:
    last = run[0]
    said = last.sentence(here.language)
    if len(run) > 1:
        said = t("in_a_row", said=said, count=len(run))
    number = str(last.number or "")
    return {"number": number, "at": clock(last.at), "said": said}
