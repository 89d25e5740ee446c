"""Letters to take along: of the decision, and of each stage that is decided."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.decision.sharing import WIDE
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.letters.letter_files import letter_zip
from cohorts.reports.letters.of_decision import letters_of_decision
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_of

t = page_words("decision")
ZIP = "application/zip"


def mailing(here: Here, *, decided: bool) -> None:
    """Nothing where there is nothing to write yet. ``decided``: a decision stands."""
    stages = stages_of(here.store, here.actor, here.round)
    choice: list[StageHead | None] = [None] if decided else []
    choice += [one for one in stages if one.phase is Phase.DECIDED]
    if not choice:
        return
    with st.expander(t("letters"), key="letters"):
        st.markdown(plain(t("letters_about")))
        stage = choice[0]
        if len(choice) > 1:
            stage = st.selectbox(
                t("letters_of"),
                choice,
                format_func=partial(_called, here),
                key=f"letters_of_{decided}",  # signed: those of the decision come first
                width=WIDE,
            )
        elif stage is not None:
            st.markdown(plain(_called(here, stage)))
        if stage is None:
            _of_decision(here)
            return
        name = t("letters_stage_name", number=str(stage.number))
        make = partial(_after, here, stage)
        download(here, t("take_letters"), make, name, mime=ZIP, key=f"letters_{stage.key}")


def _called(here: Here, stage: StageHead | None) -> str:
    if stage is None:
        return t("letters_of_decision")
    title = stage.plan.stage.title.get(here.language, "")
    return t("letters_after", number=str(stage.number), title=title)


def _of_decision(here: Here) -> None:
    reserve = st.toggle(plain(t("letters_reserve")), key="letters_reserve")

    def make() -> bytes:
        read = (here.store, here.actor, here.round, here.language)
        return letter_zip(*letters_of_decision(*read, reserve=reserve), here.language)

    key = f"letters_decision_{reserve}"
    download(here, t("take_letters"), make, t("letters_name"), mime=ZIP, key=key)


def _after(here: Here, stage: StageHead) -> bytes:
    found = letters_of_stage(here.store, here.actor, here.round, stage.key, here.language)
    return letter_zip(*found, here.language)
