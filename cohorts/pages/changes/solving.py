"""How the decision is repaired: options are looked for, one is chosen, and signed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.changes.heard import again_said
from cohorts.pages.changes.options import Option, options_now
from cohorts.pages.changes.way_out import WayOut, way_out
from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.long_work.ended import ended
from cohorts.pages.long_work.under_way import under_way
from cohorts.pages.report_parts import PROPOSAL
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.reports.smaller_told import smaller_told
from cohorts.rounds.changing.as_promised import elsewhere
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.changing.decide_instead import decide_instead
from cohorts.rounds.changing.to_hear import to_hear
from cohorts.rounds.deciding.decide import revision_seen
from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import Job, Kind
from cohorts.rounds.reserving.reserve_of import Reserve, waiting_for
from cohorts.work.begin import start

t = page_words("changes")
WIDE = 560


def solving(here: Here, since: Changed, reserve: Reserve | None, *, tied: bool) -> None:
    """``tied``: a tie keeps them from somebody, so that nothing is chosen."""
    found = options_now(here, since)
    job = _last(here)
    needed = since.any or since.base.outdated or bool(since.yes)
    if job is not None and not job.over:
        st.header(plain(t("solutions")), anchor=False)
        under_way(here, job)
        foot(t("after_search"))
        return
    if found and needed:
        st.header(plain(t("solutions")), anchor=False)
        _choose(here, since, found, tied=tied)
        return
    if not needed:
        foot(t("after_none"))
        return
    st.header(plain(t("solutions")), anchor=False)
    st.markdown(plain(t("search_about")))
    if job is not None:
        ended(job)
    if here.reads_only or tied:
        foot(t("after_reads"))
        return
    asked = way_out(here, since)
    if foot(t("after_not_yet" if _waits(reserve) else "after_changed"), t("search")):
        _search(here, asked)


def _last(here: Here) -> Job | None:
    jobs = jobs_of(here.store, here.actor, here.round)
    return next((one for one in reversed(jobs) if one.kind == Kind.REPAIR.value), None)


def _waits(reserve: Reserve | None) -> bool:
    return reserve is not None and bool(waiting_for(reserve))


def _search(here: Here, asked: WayOut) -> None:
    with acting() as done:
        start(here.store, here.actor, here.round, Kind.REPAIR, asked.asked(), why=asked.why)
    if done:
        st.rerun()


def _choose(here: Here, since: Changed, found: Sequence[Option], *, tied: bool) -> None:
    of = {one.head.key: one for one in found}
    picked = st.radio(
        t("which"),
        list(of),
        format_func=lambda key: plain(of[key].said.title),
        label_visibility="collapsed",
        key=f"option_{found[0].head.key}",
    )
    option = of[picked or found[0].head.key]
    st.markdown("\n".join(f"- {plain(line)}" for line in option.said.lines))
    _not_as_promised(since, option)
    for said in smaller_told(option.proposal, here.language):
        st.warning(plain(said))
    if option.told.proof:
        st.markdown(plain(option.told.proof))
    _to_hear(here, option)
    way(here, "proposals", t("look", number=option.head.number), **{PROPOSAL: option.head.key})
    if here.reads_only or tied:
        foot(t("after_reads"))
        return
    asked = way_out(here, since)
    if st.button(t("search_again"), key=f"again_{found[0].head.key}"):
        _search(here, asked)
    _sign(here, since, option)


def _not_as_promised(since: Changed, option: Option) -> None:
    for one in elsewhere(since, option.proposal):
        now = t("no_place") if one.group is None else t("group", group=one.group)
        st.warning(plain(t("not_as_promised", who=one.label, group=one.asked, now=now)))


def _to_hear(here: Here, option: Option) -> None:
    """Who heard something else; nobody is told of a change who heard nothing yet."""
    found = to_hear(here.store, here.actor, here.round, option.proposal)
    st.subheader(plain(t("then_hear")), anchor=False)
    lines = [again_said(one) for one in found.again] or [t("nobody_again")]
    if found.first:
        lines.append(t("first", count=found.first))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if option.told.groups and (found.again or found.know):
        with st.expander(t("each_group"), key=f"groups_{option.head.key}"):
            said = [f"- **{plain(one.who)}:** {plain(one.what)}" for one in option.told.groups]
            st.markdown("\n".join(said))


def _sign(here: Here, since: Changed, option: Option) -> None:
    """The reason and a name: the decision is opened again and taken anew in one go."""
    seen = revision_seen(here.store, here.actor, here.round)
    key = option.head.key
    st.subheader(plain(t("sign")), anchor=False)
    reason = st.text_area(t("reason"), key=f"why_{key}", max_chars=2_000, height=96, width=WIDE)
    name = st.text_input(t("name"), key=f"name_{key}", max_chars=100, width=WIDE)
    after = t("after_sign" if since.decision else "after_sign_open")
    if foot(after, t("do_sign", number=option.head.number)):
        with acting() as done:
            of = (here.store, here.actor, here.round, key)
            decide_instead(*of, signed=name, reason=reason, seen=seen)
        if done:
            st.rerun()
