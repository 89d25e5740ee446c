"""Which column of the file is which field; another choice is read at once."""

from __future__ import annotations

import streamlit as st

from cohorts.intake import FieldMap
from cohorts.intake.fields.headers import How, Match
from cohorts.intake.report import shortened
from cohorts.pages.acting import acting
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.people.applicant import FIELD_NAMES
from cohorts.rounds.people.answer_question import answer
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.words import say
from cohorts.words.phrase import field_name

OWN, LEFT_OUT = "own", "left_out"
TEMPLATE = HTML.get_template("columns.html.jinja")
MOST = 400


def columns_of_file(here: Here, dropped: DroppedFile) -> None:
    """A table to look at, and a choice for one column at a time."""
    matches = dropped.read.report.matches
    with st.expander(plain(t("columns", count=len(matches)))):
        st.markdown(plain(t("columns_about")))
        rows = [
            {"header": shortened(m.header), "field": _field(m), "how": _how(m)} for m in matches
        ]
        st.html(
            TEMPLATE.render(header=t("header"), field=t("field"), how=t("sure"), rows=rows[:MOST])
        )
        _other(here, dropped, matches)


def _field(match: Match) -> str:
    if match.field:
        return field_name(match.field, language())
    return t(OWN if match.how is How.EXTRA else LEFT_OUT)


def _how(match: Match) -> str:
    """How sure it is; for what is no field its place says it all."""
    if match.how is How.EXTRA:
        return ""
    return say(f"intake.how_{match.how}", language(), percent=round(100 * match.confidence))


def _other(here: Here, dropped: DroppedFile, matches: tuple[Match, ...]) -> None:
    headers = [match.header for match in matches]
    header = st.selectbox(
        t("which_column"),
        headers,
        index=None,
        format_func=shortened,
        placeholder=t("choose"),
        key=f"column_{dropped.number}",
    )
    if header is None:
        return
    choices = [OWN, LEFT_OUT, *FIELD_NAMES]
    field = st.selectbox(
        t("which_field"),
        choices,
        index=None,
        format_func=lambda one: t(one) if one in (OWN, LEFT_OUT) else field_name(one, language()),
        placeholder=t("choose"),
        key=f"field_{dropped.number}_{headers.index(header)}",
    )
    if field is not None and st.button(plain(t("read_so")), key="read_so"):
        _read_so(here, dropped, header, field)


def _read_so(here: Here, dropped: DroppedFile, header: str, field: str) -> None:
    says = {
        OWN: FieldMap(extra=(header,)),
        LEFT_OUT: FieldMap(ignore=(header,)),
    }.get(field) or FieldMap(fields={field: (header,)})
    with acting() as done:
        answer(here.store, here.actor, here.round, says, freed=[header], seen=dropped.revision)
    if done:
        st.rerun()
