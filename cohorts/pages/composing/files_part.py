"""What else is known, from a file: who belongs apart or together, points, earlier groups."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.composing.input import Field, Input
from cohorts.composing.inputs import INPUTS
from cohorts.pages.composing.page import Page, done, pressed, t, told_here
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import language, plain
from cohorts.reports.remarked import gathered, line_of
from cohorts.round.remark import noticed
from cohorts.rounds.asking.give import give, give_file

KINDS = ["csv", "xlsx"]


def files_part(page: Page) -> None:
    """A row a file; what belongs to one stands within it."""
    with st.container(key="rows_files", gap=None):
        for name, one in INPUTS.items():
            if one.field is Field.UPLOAD:
                _file(page, name)


def _file(page: Page, name: str) -> None:
    file = page.asked.files.get(name)
    title = t(f"{name}_title")
    if file is not None:
        title += f" · {t('file_read', name=file.name, count=file.count, at=clock(file.at))}"
    with st.container(key=f"row_file_{name}", gap=None):
        folded = st.expander(plain(title), key=f"bestand_{name}", bind="query-params")
        with folded:
            if folded.open:
                _details(page, name)
        told_here(name)
        for one in gathered(noticed(page.asked.given.get(name)), language(), plainly=True):
            st.warning(plain(line_of(one, language())))


def _details(page: Page, name: str) -> None:
    st.markdown(plain(t(f"{name}_about")))
    if page.here.reads_only:
        return
    if page.confirmed:
        _change(page, name)
    else:
        st.caption(t("file_first_people"))


def _change(page: Page, name: str) -> None:
    here = page.here
    number = st.session_state.setdefault(f"file_{name}_number", 0)
    key = f"file_{name}_{number}"
    label = t("file_other" if name in page.asked.given else "file_add")
    st.file_uploader(label, type=KINDS, key=key, on_change=_dropped, args=(here, name, key))
    for other, one in INPUTS.items():
        if one.beside == name and name in page.asked.given:
            _beside(page, other, one)
    if name in page.asked.given:
        st.button(
            t("file_take"),
            key=f"take_{name}",
            type="tertiary",
            on_click=pressed,
            args=(here, name, partial(_give, here, name, None)),
        )


def _dropped(here: Here, name: str, key: str) -> None:
    """Read at once, also one of the same name; a faulty one is told and changes nothing."""
    file = st.session_state[key]
    if file is not None:
        done(
            here,
            name,
            lambda seen: give_file(
                here.store,
                here.actor,
                here.round,
                name,
                file=file.name,
                content=file.getvalue(),
                seen=seen,
            ),
        )
        st.session_state[f"file_{name}_number"] += 1


def _beside(page: Page, name: str, one: Input) -> None:
    """A switch that means something only with this file."""
    st.session_state[name] = bool(page.asked.given.get(name))
    st.toggle(
        t(name),
        key=name,
        help=t(f"{name}_help"),
        on_change=_switched,
        args=(page.here, name, one.beside),
    )


def _switched(here: Here, name: str, place: str) -> None:
    on = st.session_state[name] or None
    done(here, place, lambda seen: _give(here, name, on, seen))


def _give(here: Here, name: str, value: object, seen: int) -> int:
    return give(here.store, here.actor, here.round, name, value, seen=seen)
