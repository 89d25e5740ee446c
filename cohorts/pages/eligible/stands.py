"""What stands between people, with the reason and who said so; each can be taken away."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.eligible.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.admitting.drop_relation import drop_relation
from cohorts.rounds.asking.relations_of import KeptRelation, relations_of
from cohorts.words import say
from cohorts.words.first_of import first_of

t = page_words("eligible")
AT_ONCE = 10
WIDE = 640


def stands(here: Here, found: TakingPart) -> None:
    """The newest first."""
    kept = relations_of(here.store, here.actor, here.round)[::-1]
    st.subheader(plain(t("stands", count=len(kept))), anchor=False)
    if not kept:
        st.markdown(plain(t("nothing_stands")))
        return
    few = first_of(kept, AT_ONCE)
    if len(few) < len(kept) and st.toggle(t("all", count=len(kept)), key="all_relations"):
        few = kept
    rows = [
        {
            "pair": pair_said(found, one),
            "kind": kind_said(one),
            "note": one.note,
            "by": t("added", by=one.by, at=clock(one.at)),
        }
        for one in few
    ]
    st.html(HTML.get_template("stands.html.jinja").render(t=t, rows=rows))
    if not here.reads_only:
        _take_away(here, found, kept)


def pair_said(found: TakingPart, one: KeptRelation) -> str:
    """The two by what they are called."""
    return " – ".join(found.people.shown[who].label for who in (one.a, one.b))


def kind_said(one: KeptRelation) -> str:
    """What they are to each other, and whether that was made firmer or softer."""
    said = say(f"relations.as_written_{one.kind}", language())
    return said if one.must is None else f"{said}, {t('must' if one.must else 'wish')}"


def _take_away(here: Here, found: TakingPart, kept: tuple[KeptRelation, ...]) -> None:
    of = {one.number: one for one in kept}
    with st.expander(t("take_away")):
        number = st.selectbox(
            t("which_pair"),
            list(of),
            format_func=lambda n: f"{pair_said(found, of[n])} ({kind_said(of[n])})",
            key=f"which_pair_{found.asked.revision}",
            width=WIDE,
        )
        if st.button(t("do_take_away"), key=f"drop_relation_{number}_{found.asked.revision}"):
            with acting() as done:
                drop_relation(here.store, here.actor, here.round, number, seen=found.asked.revision)
            if done:
                st.rerun()
