"""The files beside the applicants: one to add for each input that comes in a file."""

from __future__ import annotations

import streamlit as st

from cohorts.composing.input import Field
from cohorts.composing.inputs import INPUTS
from cohorts.errors import CohortsError
from cohorts.pages.from_bytes import from_bytes
from cohorts.pages.session import Upload, language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.reports.remarked import gathered, line_of
from cohorts.round.remark import noticed

KINDS = ["csv", "xlsx"]


def uploads() -> None:
    """A place to drop each, and what was read of it."""
    for name, one in INPUTS.items():
        if one.field is Field.UPLOAD:
            _upload(name)


def _upload(name: str) -> None:
    _as_dropped(name)
    kept = session().beside.get(name)
    with st.expander(t(name, count=len(kept.value) if kept else 0)):
        st.write(t(f"{name}_about"))
        if kept:
            st.write(plain(t("upload_read", name=kept.file, count=len(kept.value))))
            for one in gathered(noticed(kept.value), language(), plainly=True):
                st.warning(plain(line_of(one, language())))
        st.file_uploader(
            t(f"{name}_label"), type=KINDS, key=f"{name}_file", on_change=_changed, args=(name,)
        )
        if name in session().refused:
            trouble(session().refused[name])


def _as_dropped(name: str) -> None:
    """The file that lies there counts, also where the applicants came after it."""
    given = st.session_state.get(f"{name}_file")
    if given is not None and name not in session().beside and name not in session().refused:
        take(name, given.name, given.getvalue())


def again() -> None:
    """Every file beside read anew: who is who follows from how the applicants are read."""
    kept = session()
    files, kept.beside, kept.refused = kept.beside, {}, {}
    for name, upload in files.items():
        take(name, upload.file, upload.content)


def _changed(name: str) -> None:
    """Another file, or none any more; a file of the same name is another one too."""
    given = st.session_state[f"{name}_file"]
    session().beside.pop(name, None)
    session().refused.pop(name, None)
    if given is not None:
        take(name, given.name, given.getvalue())


def take(name: str, file: str, content: bytes) -> None:
    """Reads a file for an input; where it cannot be read the page says so, until another comes."""
    kept = session()
    if kept.read is None:
        return
    people, one = kept.read, INPUTS[name]
    try:
        value = from_bytes(file, content, lambda path: one.read(path, people))
    except CohortsError as error:
        kept.refused[name] = error
        return
    kept.beside[name] = Upload(file, value, content)
