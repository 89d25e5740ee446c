"""Which letters it is about: those of the decision, or those after a stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, stages_of
from cohorts.rounds.posting.letter_language import letter_language, set_letter_language
from cohorts.rounds.posting.reserve_list import has_reserve_list, set_reserve_list
from cohorts.words import Language

t = page_words("post")
WIDE = 560
"""Pixels of a field."""


@dataclass(frozen=True)
class Which:
    """``stage``: None for those of the decision. ``language``: where no other was chosen."""

    stage: StageKey | None = None
    number: int = 0
    language: Language = Language.NL


NOTHING = Which()
"""Nothing is decided that a letter could tell of."""


def which(here: Here) -> Which:
    """Those of the decision first; then of the newest stage."""
    stages = stages_of(here.store, here.actor, here.round)
    choice: list[StageHead | None] = [one for one in reversed(stages) if one.phase is Phase.DECIDED]
    if standing(decisions_of(here.store, here.actor, here.round)) is not None:
        choice.insert(0, None)
    if not choice:
        return NOTHING
    picked = choice[0]
    if len(choice) > 1:
        picked = st.selectbox(
            t("which"),
            choice,
            format_func=partial(_called, here),
            key=f"which_{len(choice)}",  # what is decided since comes first
            width=WIDE,
        )
    else:
        st.markdown(plain(_called(here, picked)))
    spoken = _spoken(here)
    if picked is not None:
        return Which(picked.key, picked.number, spoken)
    _reserve_list(here)
    return Which(language=spoken)


def _spoken(here: Here) -> Language:
    """Kept with the round: whoever looks at the letters next sees them in it too."""
    of = (here.store, here.actor, here.round)
    kept = letter_language(*of)
    language = st.radio(
        t("language"),
        list(Language),
        index=list(Language).index(kept),
        format_func=lambda one: t(f"language_{one}"),
        key=f"letters_in_{kept}",
        horizontal=True,
    )
    spoken = language or kept
    if spoken is not kept and not here.reads_only:
        with acting() as done:
            set_letter_language(*of, spoken)
        if done:
            st.rerun()
    return spoken


def _reserve_list(here: Here) -> None:
    """Kept with the round: who calls hears it too."""
    of = (here.store, here.actor, here.round)
    kept = has_reserve_list(*of)
    seen = st.toggle(plain(t("reserve")), kept, key=f"reserve_{kept}", disabled=here.reads_only)
    if seen is not kept:
        with acting() as done:
            set_reserve_list(*of, there=seen)
        if done:
            st.rerun()


def _called(here: Here, stage: StageHead | None) -> str:
    if stage is None:
        return t("of_decision")
    title = stage.plan.stage.title.get(here.language, "")
    return t("after_stage", number=str(stage.number), title=title)
