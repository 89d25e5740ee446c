"""A file, how it is read, and mending it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from cohorts.composing.applied import rows_read
from cohorts.errors import CohortsError
from cohorts.intake import Applicants, FieldMap, read_applicants
from cohorts.intake.fields.headers import How
from cohorts.pages.answers import asked, questions, take_back
from cohorts.pages.from_bytes import from_bytes
from cohorts.pages.gated_table import edit, show
from cohorts.pages.mend import mend
from cohorts.pages.noticed import noticed
from cohorts.pages.session import Step, go, language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.pages.uploads import again, take, uploads
from cohorts.people.applicant import FIELD_NAMES
from cohorts.words import say
from cohorts.words.phrase import field_name

PACKED = Path(__file__).with_name("sample")
"""The made round as a wheel brings it; whoever works in the repository has it where it is made."""
SAMPLE = PACKED if PACKED.is_dir() else Path(__file__).parents[2] / "sample_data" / "overijssel"
KINDS = ["csv", "xlsx", "xls", "ods", "json", "txt", "tsv"]


def draw() -> None:
    """The first screen."""
    st.header(t("file_head"), anchor=False)
    st.write(t("file_about"))
    given = st.file_uploader(t("file_label"), type=KINDS, key="file")
    if given is not None and session().source != (given.name, given.getvalue()):
        _take(given.name, given.getvalue())
    if SAMPLE.is_dir():
        st.button(t("file_sample"), key="sample", on_click=_take_sample)
    kept = session()
    if kept.source is None:
        return
    if kept.read is None:
        if _read():
            st.rerun()  # the steps at the head were drawn when nothing was read yet
        take_back()
        return
    if kept.read is not None and kept.applicants is not None:
        _preview(kept.read)
        mend()
        uploads()
        st.button(t("file_next"), key="next", type="primary", on_click=go, args=(Step.PROGRAMME,))


def _take(name: str, content: bytes) -> None:
    """Another file: everything that followed from the one before goes."""
    kept = session()
    kept.source, kept.field_map = (name, content), FieldMap()
    kept.read = kept.applicants = kept.job = kept.board = None
    kept.beside, kept.refused = {}, {}


def _take_sample() -> None:
    _take("aanmeldingen.xlsx", (SAMPLE / "aanmeldingen.xlsx").read_bytes())
    if _read():
        content = (SAMPLE / "relations.csv").read_bytes()
        take("relations", "relations.csv", content)


def _read() -> bool:
    kept = session()
    name, content = kept.source or ("", b"")
    try:
        kept.read = from_bytes(name, content, lambda path: read_applicants(path, kept.field_map))
    except CohortsError as error:
        trouble(error)
        return False
    kept.applicants = kept.read
    again()
    return True


def _preview(read: Applicants) -> None:
    report = read.report
    people = rows_read(report.applicants, report.remarks, language())
    st.success(plain(f"{report.file}: {people}."))
    _columns(read)
    lacking = {field: n for field, n in report.missing.items() if n}
    questions(report.remarks)
    noticed([remark for remark in report.remarks if not asked(remark)])
    if not report.remarks:
        st.write(t("no_problems"))
    if lacking:
        with st.expander(t("missing", count=len(lacking))):
            table = [(field_name(f, language()), n) for f, n in lacking.items()]
            names = [t("field"), t("missing_of")]
            show(pd.DataFrame(table, columns=names), t("field"))


def _columns(read: Applicants) -> None:
    """Which header became which field; another choice is read at once."""
    own, left_out = t("own_column"), t("left_out")
    names = {field: field_name(field, language()) for field in FIELD_NAMES}
    said = {How.EXTRA: own, How.IGNORED: left_out}
    table = pd.DataFrame(
        [
            (m.header, names[m.field] if m.field else said.get(m.how, left_out), _sure(m.how))
            for m in read.report.matches
        ],
        columns=["header", "field", "sure"],
    )
    with st.expander(t("columns", count=len(table))):
        st.write(t("columns_about"))
        edited = edit(
            table,
            t("columns_about"),
            key=f"columns_{read.report.file}_{hash(session().field_map.model_dump_json())}",
            fixed=["header", "sure"],
            columns={
                "header": st.column_config.TextColumn(t("header")),
                "field": st.column_config.SelectboxColumn(
                    t("field"), options=[own, left_out, *names.values()], required=True
                ),
                "sure": st.column_config.TextColumn(t("sure")),
            },
        )
    changed = edited[edited["field"] != table["field"]]
    if not changed.empty:
        by_name = {name: field for field, name in names.items()}
        chosen = zip(changed["header"], changed["field"], strict=True)
        _map({header: by_name.get(field, field) for header, field in chosen}, own)


def _sure(how: How) -> str:
    return say(f"intake.how_{how}", language(), percent=100)


def _map(chosen: dict[str, str], own: str) -> None:
    """Reads the file again with what was chosen for these headers."""
    fields = {field: (header,) for header, field in chosen.items() if field in FIELD_NAMES}
    rest = {header: field for header, field in chosen.items() if field not in FIELD_NAMES}
    kept = session()
    after = kept.field_map.freed(chosen).merged(
        FieldMap(
            fields=fields,
            extra=tuple(h for h, f in rest.items() if f == own),
            ignore=tuple(h for h, f in rest.items() if f != own),
        )
    )
    if after == kept.field_map:  # chosen before, and it was read otherwise all the same
        st.warning(plain(t("columns_refused", headers=tuple(chosen))))
        return
    kept.field_map, kept.read = after, None
    st.rerun()
