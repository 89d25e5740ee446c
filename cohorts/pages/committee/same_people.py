"""Whether people on a pasted list are who have an account of that name: asked of each at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.links_once import address_of, keep_link
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.invitations_csv import Invitation
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.invite_all import invite_all
from cohorts.rounds.members.invite_known import Known

t = page_words("committee")
SAME, OTHER = "same", "other"


def ask_each(here: Here, invited: Sequence[Invited], known: Mapping[int, Known]) -> None:
    """From the next draw on, until it is answered; ``known``: by place on the list."""
    st.session_state[_key(here)] = (tuple(invited), dict(known))
    st.session_state.pop(_done(here), None)
    st.rerun()


def same_people(here: Here, seen: int) -> None:
    """The questions, where there are any; else what came of the last."""
    if (said := st.session_state.get(_done(here))) is not None:
        st.success(plain(said))
    asked: tuple[tuple[Invited, ...], dict[int, Known]] | None = st.session_state.get(_key(here))
    if asked is None:
        return
    invited, known = asked
    with st.container(border=True, key="same_people"):
        st.markdown(plain(t("each_same", count=len(known))))
        if here.actor.key in {one.whose for one in known.values()}:
            st.markdown(plain(t("same_you")))
        answers = {place: _answer(place, one) for place, one in known.items()}
        others = {place for place, answer in answers.items() if answer == OTHER}
        if others:
            st.markdown(plain(t("each_other")))
        count = len(invited) - len(others)
        with st.container(horizontal=True):
            unsaid = None in answers.values()
            if st.button(
                plain(t("do_each", count=count)), key="do_each", disabled=unsaid or not count
            ):
                _seat(here, invited, known, others, seen)
            if st.button(plain(t("not_each")), key="not_each"):
                del st.session_state[_key(here)]
                st.rerun()


def invited_now(
    here: Here, invited: Sequence[Invited], known: Mapping[int, Known], seen: int
) -> None:
    """All of a list; addresses that are made are shown once."""
    accounts = {place: one.whose for place, one in known.items()}
    with acting() as done:
        made = invite_all(here.store, here.actor, here.round, invited, known=accounts, seen=seen)
    if not done:
        return
    st.session_state.pop(_key(here), None)
    without = []
    for place, (one, (_, token)) in enumerate(zip(invited, made, strict=True)):
        name = known[place].name if place in known else one.name
        where = one.organisation or (known[place].organisation if place in known else "")
        if token is None:
            without.append(name)
        else:
            keep_link(here, Invitation(name, where, one.email, address_of(token, here)))
    if without:
        st.session_state[_done(here)] = t("same_no_link", names=without, count=len(without))
    st.rerun()


def _answer(place: int, known: Known) -> str | None:
    who = f"{known.name} ({known.organisation})" if known.organisation else known.name
    return st.radio(
        plain(who),
        (SAME, OTHER),
        None,
        format_func=lambda one: plain(t(f"each_is_{one}")),
        horizontal=True,
        key=f"each_{place}_{known.whose}",
    )


def _seat(
    here: Here,
    invited: Sequence[Invited],
    known: Mapping[int, Known],
    others: set[int],
    seen: int,
) -> None:
    """Without who is somebody else: of them another name is asked first."""
    stay = [place for place in range(len(invited)) if place not in others]
    same = {now: known[place] for now, place in enumerate(stay) if place in known}
    invited_now(here, [invited[place] for place in stay], same, seen)


def _key(here: Here) -> str:
    return f"each_same_{here.round}_{here.visitor.key}"


def _done(here: Here) -> str:
    return f"{_key(here)}_done"
