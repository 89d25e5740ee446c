"""The page of one organiser: a file, a programme, groups."""

from __future__ import annotations

import streamlit as st

from cohorts.pages import file_step, groups_step, programme_step
from cohorts.pages.look import at_its_top, look
from cohorts.pages.session import Step, go, session
from cohorts.pages.told import t

DRAWN = {
    Step.FILE: file_step.draw,
    Step.PROGRAMME: programme_step.draw,
    Step.GROUPS: groups_step.draw,
}
NAMES = {"nl": "Nederlands", "en": "English"}


def draw() -> None:
    """The whole page."""
    st.set_page_config(page_title="Cohorts", layout="wide")
    title, switch = st.columns([4, 1], vertical_alignment="center")
    with switch:
        asked = st.query_params.get("language", "nl")
        st.query_params["language"] = st.segmented_control(
            "Taal / Language",
            list(NAMES),
            default=asked if asked in NAMES else "nl",
            required=True,
            format_func=NAMES.__getitem__,
            key="language",
            label_visibility="collapsed",
        )
    look()  # after the switch: until then no language is known
    title.title(t("title"), anchor=False)
    _steps()
    at_its_top(session().step)
    try:
        DRAWN[session().step]()
    except Exception:
        st.error(t("broken"))  # ours, in their language; what Streamlit says of it is not shown
        raise


def _steps() -> None:
    """Where one is, and the way back; what is not possible yet cannot be pressed."""
    now, kept = session().step, session()
    possible = {
        Step.FILE: True,
        Step.PROGRAMME: kept.applicants is not None,
        Step.GROUPS: kept.job is not None or kept.board is not None,
    }
    with st.container(horizontal=True):
        for number, step in enumerate(Step, 1):
            st.button(
                f"{number}. {t(f'step_{step}')}",
                key=f"to_{step}",
                type="tertiary" if step is not now else "secondary",
                disabled=not possible[step] or step is now,
                on_click=go,
                args=(step,),
            )
    st.caption(t("privacy"))
