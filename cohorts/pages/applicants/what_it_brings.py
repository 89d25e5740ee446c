"""What a later file brings: who is new, changed or gone, and what was typed by hand and stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.applicants.cell_said import OPTIONS, option_said, value_typed
from cohorts.pages.applicants.in_lines import in_facts, in_line, in_lines
from cohorts.pages.applicants.named import named, short
from cohorts.pages.applicants.take_file import t
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.people.applicant import Applicant
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.rounds.people.mend_in_file import release
from cohorts.rounds.people.what_changes import Change, Stays, WhatChanges, leading, what_changes
from cohorts.store.keys import PersonKey

FEW = 20
VALUE = 60


def what_it_brings(here: Here, dropped: DroppedFile) -> bool:
    """Nothing where nobody is in the round yet. Gives whether the file is the whole list."""
    brings = what_changes(dropped)
    if not dropped.before.who:
        return True
    st.header(plain(t("brings_head")), anchor=False)
    in_facts(_facts(brings))
    if dropped.found.renumbered:
        st.markdown(plain(t("renumbered", count=len(dropped.found.renumbered))))
    complete = _complete(dropped, brings)
    now = {a.id: a for a in dropped.after}
    known = {**dropped.once, **dropped.before.who}
    _people("new", [named(now[id_]) for id_ in brings.new])
    changed = [f"{named(known[k])}: {changes_said(of)}" for k, of in brings.changed.items()]
    _people("changed", changed)
    _people("missing" if complete else "missing_stay", _names(known, brings.missing))
    _people("back", _names(known, brings.back))
    _people("still_gone", _names(known, brings.still_gone))
    _stays(here, dropped, brings.stays)
    return complete


def _facts(brings: WhatChanges) -> Iterator[str]:
    counts = {
        "new": len(brings.new),
        "changed": len(brings.changed),
        "missing": len(brings.missing),
        "back": len(brings.back),
        "stays": len(brings.stays),
    }
    if not any(counts.values()):
        yield t("brings_nothing")
    yield from (t(f"brings_{key}", count=count) for key, count in counts.items() if count)


def _complete(dropped: DroppedFile, brings: WhatChanges) -> bool:
    """Asked only where it makes a difference; at first as it looks."""
    if not brings.missing:
        return True
    choice = st.radio(
        t("complete", count=len(brings.missing)),
        [True, False],
        index=0 if brings.looks_complete else 1,
        format_func=lambda whole: t("complete_yes" if whole else "complete_no"),
        key=f"complete_{dropped.number}",
    )
    return bool(choice)


def _names(known: Mapping[PersonKey, Applicant], keys: Iterable[PersonKey]) -> list[str]:
    return [named(known[key]) for key in keys]


def _people(kind: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    with st.expander(plain(t(f"list_{kind}", count=len(lines)))):
        in_lines(lines, kind)


def changes_said(changes: Sequence[Change]) -> str:
    """Each field, what stood there and what stands there then."""
    return "; ".join(_change(one) for one in leading(changes))


def _change(one: Change) -> str:
    old, new = (_value(one.column, value) for value in (one.before, one.after))
    if not old:
        return t("change_filled", field=one.column, after=new)
    return (
        t("change", field=one.column, before=old, after=new)
        if new
        else t("change_gone", field=one.column, before=old)
    )


def _value(column: str, value: object) -> str:
    typed = value_typed(column, value)
    known = OPTIONS.get(column, {})
    return option_said(column, typed) if typed in known else short(typed, VALUE)


def _stays(here: Here, dropped: DroppedFile, stays: Sequence[Stays]) -> None:
    if not stays:
        return
    known = {**dropped.once, **dropped.before.who}
    rows = {key: dropped.read.rows[id_] for id_, key in dropped.found.who.items()}
    with st.expander(plain(t("list_stays", count=len(stays)))):
        st.markdown(plain(t("stays_about")))
        for number, one in enumerate(stays[:FEW]):
            with st.container(horizontal=True, vertical_alignment="center"):
                facts = {
                    "who": named(known[one.person]),
                    "field": one.column,
                }
                said = _value(one.column, one.in_file) or t("nothing")
                in_line(t("stays", typed=short(one.typed, VALUE), file=said, **facts))
                if st.button(plain(t("release")), key=f"release_{number}"):
                    with acting() as done:
                        release(
                            here.store,
                            here.actor,
                            here.round,
                            rows[one.person],
                            one.column,
                            seen=dropped.revision,
                        )
                    if done:
                        st.rerun()
