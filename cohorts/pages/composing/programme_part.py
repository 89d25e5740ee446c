"""Which programme the round goes by: one that comes along, or one of one's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.forms.from_bytes import from_bytes
from cohorts.pages.composing.changed_within import changed_within
from cohorts.pages.composing.page import TROUBLE, Page, done, pressed, t, told_here
from cohorts.pages.here import Here
from cohorts.pages.programmes import preset, programme_title
from cohorts.pages.told import language, plain
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.rounds.asking.choose_programme import back_to_own, choose_programme

PLACE = "programme"


def programme_part(page: Page) -> None:
    """What it is, and folded behind it the others; and the way back to its own."""
    programme, stood = page.asked.stood.whole, page.asked.stood
    told_here(PLACE)
    title = plain(programme.title[language()])
    changed_within(page, title, "programma", _choose)
    if about := programme.about.get(language()):
        st.markdown(plain(about))
    if stood.off or stood.whole != stood.chosen:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(t("changed"))
            if not page.here.reads_only:
                st.button(
                    t("back_to_own"),
                    key="back_to_own",
                    type="tertiary",
                    on_click=pressed,
                    args=(page.here, PLACE, partial(_back, page.here)),
                )


def _choose(page: Page) -> None:
    names = sorted(presets(), key=lambda name: programme_title(name, language()).casefold())
    now = page.asked.stood.whole.name
    chosen = st.selectbox(
        t("other_programme"),
        names,
        names.index(now) if now in names else None,
        format_func=lambda name: programme_title(name, language()),
        key=f"preset_{page.asked.stood.chosen.name}",
        placeholder=t("choose"),
    )
    if chosen is not None and chosen != now:
        st.markdown(plain(preset(chosen).about.get(language(), "")))
        st.caption(t("other_about"))
        if st.button(t("other_take", name=programme_title(chosen, language())), key="take_preset"):
            done(page.here, PLACE, lambda seen: _chosen(page.here, chosen, seen))
            st.rerun()
    number = st.session_state.setdefault("programme_file_number", 0)
    key = f"programme_file_{number}"
    st.file_uploader(
        t("programme_file"),
        type=["toml"],
        key=key,
        on_change=_dropped,
        args=(page.here, key),
    )


def _dropped(here: Here, key: str) -> None:
    """A faulty file is told, and changes nothing."""
    file = st.session_state[key]
    if file is None:
        return
    try:
        own = from_bytes(file.name, file.getvalue(), _own)
    except CohortsError as error:
        st.session_state[TROUBLE] = (PLACE, error)
    else:
        done(here, PLACE, lambda seen: _chosen(here, own, seen))
    st.session_state["programme_file_number"] += 1


def _chosen(here: Here, chosen: str | Programme, seen: int) -> int:
    return choose_programme(here.store, here.actor, here.round, chosen, seen=seen)


def _own(path: Path) -> Programme:
    return load_programme(path, called=path.name)


def _back(here: Here, seen: int) -> int:
    return back_to_own(here.store, here.actor, here.round, seen=seen)
