"""The rounds, the one where something happened last first; what was put away stands folded."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.page_templates import page_templates
from cohorts.pages.programmes import programme_title
from cohorts.pages.rounds.begin import BEGIN
from cohorts.pages.rounds.bring import bring
from cohorts.pages.rounds.one_round import one_round
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import address, go
from cohorts.rounds.life.rounds_of import RoundHead, rounds_of
from cohorts.rounds.roles import Role
from cohorts.store.place import file_of, named

t = page_words("rounds")
ROW = page_templates("rounds").get_template("round_row.html.jinja")
FURTHEST = ("decision", "board", "proposals", "people")
"""What stands in a round, the furthest first: its state in words is that of the first it has."""


def list_of_rounds(here: Here) -> None:
    """Each a link to *Wat nu*, with its own few acts behind a button."""
    rounds = rounds_of(here.store, here.actor)
    open_ = [one for one in rounds if not one.archived]
    heading(t("title"), t("about") if rounds else t("none"))
    _rows(here, open_)
    put_away = [one for one in rounds if one.archived]
    if put_away:
        with st.expander(t("archive", count=len(put_away))):
            _rows(here, put_away)
    with st.expander(t("bring")):
        bring(here)
    where = "on_this" if file_of(here.store.url) else "on_server"
    st.markdown(plain(t(where, place=named(here.store.url))))
    if foot(t("next"), t("new")):
        go(here, "rounds", **{BEGIN: "ja"})


def _rows(here: Here, rounds: Sequence[RoundHead]) -> None:
    for one in rounds:
        with st.container(
            key=f"round_{one.key}", horizontal=True, vertical_alignment="center", gap="small"
        ):
            st.html(_row(here, one))
            mine = Role.ORGANISER in one.roles
            if mine and st.button(plain(t("more")), key=f"more_{one.key}"):
                one_round(here, one)


def _row(here: Here, one: RoundHead) -> str:
    state = next((name for name in FURTHEST if name in one.done), "empty")
    return ROW.render(
        address=address(here, "now", ronde=one.key),
        name=one.name,
        programme=programme_title(one.preset, here.language),
        state=t(f"state_{state}"),
        changed=t("changed", at=clock(one.last_at)),
    )
