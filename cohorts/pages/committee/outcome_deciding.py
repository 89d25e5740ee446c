"""Who goes on: as it was counted, each changeable with a reason, and recorded in two steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from cohorts.errors import RefusedError
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.here import Here
from cohorts.pages.standing.standing_part import because_in, t
from cohorts.pages.told import plain, trouble
from cohorts.pages.ways import way
from cohorts.rounds.act import look
from cohorts.rounds.interests.see_ties import check_ties_seen
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.go_on import LONGEST, Otherwise, go_on
from cohorts.rounds.standings.standing_of import StageStanding, Stood
from cohorts.store.keys import PersonKey

WIDE = 560
FORM = 72


def deciding_part(here: Here, head: StageHead, standing: StageStanding) -> NextStep:
    """First what is otherwise than was counted; a second press records it."""
    st.subheader(plain(t("deciding")), anchor=False)
    st.markdown(plain(t("met")))
    way(here, "meeting", t("to_meeting"))
    sure = f"sure_{head.key}_{head.revision}"  # after any other change of it, it is asked anew
    read: Mapping[PersonKey, Otherwise] | None = st.session_state.get(sure)
    if read is None:
        return _asking(head, standing, sure, seen=_ties_seen(here, head))
    _summary(standing, read)
    if st.button(plain(t("not_yet")), key=f"back_{sure}"):
        _fill_in(head, read)
        del st.session_state[sure]
        st.rerun()
    about = "record_about_joint" if head.plan.stage.joint else "record_about"
    return NextStep(t(about), t("do_record"), _recording(here, head, read))


def _recording(
    here: Here, head: StageHead, changes: Mapping[PersonKey, Otherwise]
) -> Callable[[], None]:
    of = (here.store, here.actor, here.round, head.key)
    return partial(go_on, *of, otherwise=changes, seen=head.revision)


def _ties_seen(here: Here, head: StageHead) -> bool:
    """Says who must see the ties first, before two presses come to nothing."""
    try:
        with look(here.store, here.actor, here.round, may=READERS) as connection:
            people = people_in_store(connection, here.store.url, here.round)
            check_ties_seen(connection, here.round, head, people)
    except RefusedError as error:
        trouble(error)
        return False
    return True


def _asking(head: StageHead, standing: StageStanding, sure: str, *, seen: bool) -> NextStep:
    counted = "joint" if head.plan.stage.joint else "about"
    st.markdown(plain(t(f"deciding_{'uncounted' if standing.uncounted else counted}")))
    changes = _otherwise(head, standing)
    unsaid = [one.name for one in standing.people if _lacks(changes.get(one.person))]
    count = sum(_goes(one, changes) for one in standing.people)
    about = t("reason_first", people=unsaid) if unsaid else t("check_first", count=count)
    about = about if seen else t("ties_first")
    read = partial(st.session_state.__setitem__, sure, changes)
    return NextStep(about, t("do_check"), read, disabled=bool(unsaid) or not seen)


def _otherwise(head: StageHead, standing: StageStanding) -> dict[PersonKey, Otherwise]:
    """Who is decided otherwise, and each reason."""
    of = {one.person: one for one in standing.people}
    picked = st.multiselect(
        plain(t("otherwise_uncounted" if standing.uncounted else "otherwise")),
        list(of),
        format_func=lambda who: _as_counted(of[who], standing),
        placeholder=t("nobody_uncounted" if standing.uncounted else "nobody_otherwise"),
        key=_picked_key(head),
        width=WIDE,
    )
    if picked:
        st.markdown(plain(t("otherwise_read")))
    found = {}
    for who in picked:
        one = of[who]
        reason = st.text_area(
            plain(t("why_out" if one.counted else _why_in(standing), name=one.name)),
            key=_reason_key(head, who),
            max_chars=LONGEST,
            height=FORM,
            width=WIDE,
        )
        found[who] = Otherwise(on=not one.counted, reason=reason)
    return found


def _as_counted(one: Stood, standing: StageStanding) -> str:
    """Where nothing was counted nobody goes on yet: their name alone."""
    if standing.uncounted:
        return one.name
    return t("now_on" if one.counted else "now_not", name=one.name)


def _why_in(standing: StageStanding) -> str:
    return "why_in_uncounted" if standing.uncounted else "why_in"


def _fill_in(head: StageHead, changes: Mapping[PersonKey, Otherwise]) -> None:
    """What was filled in before it was read through: fields that are not drawn forget it."""
    st.session_state[_picked_key(head)] = list(changes)
    for who, one in changes.items():
        st.session_state[_reason_key(head, who)] = one.reason


def _picked_key(head: StageHead) -> str:
    return f"otherwise_{head.key}"


def _reason_key(head: StageHead, who: PersonKey) -> str:
    return f"why_{head.key}_{who}"


def _summary(standing: StageStanding, changes: Mapping[PersonKey, Otherwise]) -> None:
    """What is about to be recorded, by name."""
    on = [one.name for one in standing.people if _goes(one, changes)]
    out = [one.name for one in standing.people if not _goes(one, changes)]
    lines = [t("will_go_on", people=on, count=len(on)) if on else t("nobody_goes_on")]
    if out:
        lines.append(t("will_not", people=out, count=len(out)))
    lines += [
        t(
            because_in(standing) if changes[one.person].on else "because_out",
            name=one.name,
            reason=reason,
        )
        for one in standing.people
        if one.person in changes and (reason := changes[one.person].reason)
    ]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _goes(one: Stood, changes: Mapping[PersonKey, Otherwise]) -> bool:
    change = changes.get(one.person)
    return one.counted if change is None else change.on


def _lacks(change: Otherwise | None) -> bool:
    return change is not None and not change.reason.strip()
