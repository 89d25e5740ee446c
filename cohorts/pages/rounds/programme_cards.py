"""The programmes to choose from, each a card; the one a file looks made for stands first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.programmes import preset
from cohorts.pages.told import page_words
from cohorts.programme.programme import Programme, presets
from cohorts.programme.resembling import Resemblance, clearly
from cohorts.round.room import Room

t = page_words("rounds")
CARD = page_templates("rounds").get_template("programme_card.html.jinja")
CHOSEN = "programma"
IN_A_ROW = 3


def programme_cards(here: Here, chosen: str, found: Sequence[Resemblance]) -> str:
    """The name of the one that is chosen; empty: none yet."""
    like = clearly(found)
    names = [one.programme.name for one in found] if like is not None else list(presets())
    beside = {one.programme.name: one for one in found}
    chosen = chosen if chosen in names else ""
    for start in range(0, len(names), IN_A_ROW):
        columns = st.columns(IN_A_ROW)
        for column, name in zip(columns, names[start : start + IN_A_ROW], strict=False):
            first = like is not None and like.programme.name == name
            key = f"programme_{name}{'_chosen' if name == chosen else ''}"
            with column, st.container(key=key, border=True, height="stretch"):
                st.html(_card(here, preset(name), beside.get(name), first=first))
                st.button(
                    t("chosen" if name == chosen else "choose"),
                    key=f"choose_{name}",
                    on_click=_choose,
                    args=(name,),
                    width="stretch",
                )
    return chosen


def _choose(name: str) -> None:
    st.query_params[CHOSEN] = name


def _card(here: Here, one: Programme, beside: Resemblance | None, *, first: bool) -> str:
    language = here.language
    return CARD.render(
        title=one.title[language],
        about=one.about.get(language, ""),
        groups=_groups(one),
        like=_like(beside) if first and beside is not None else "",
        may="" if beside is None else t("may", may=beside.may, count=beside.count),
    )


def _like(found: Resemblance) -> str:
    """Why: the columns that are its own, else only that they may take part."""
    if found.columns:
        return t("like_columns", columns=found.columns[:3], count=len(found.columns[:3]))
    return t("like")


def _groups(one: Programme) -> str:
    """How large they are, and how many places there are where the programme says so."""
    least, most = one.groups.size
    size = t("groups" if least < most else "groups_one", least=least, most=most)
    room = Room.parse(one.groups.places)
    return size if room.number is None else f"{size} {t('places_number', number=room.number)}"
