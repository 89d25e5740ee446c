"""The sheet for the privacy officer and the entry for the Algorithm Register, to take along."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from cohorts.errors import InputError
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.open_form import open_form
from cohorts.pages.told import page_words, plain, trouble
from cohorts.reports.algorithm_register import as_file, register_entry
from cohorts.reports.page.privacy_page import privacy_page
from cohorts.rounds.asking.title import title_of
from cohorts.rounds.keeping.accountable import (
    LONGEST,
    OBJECT,
    Accountable,
    accountable_of,
    say_accountable,
)
from cohorts.rounds.keeping.what_is_held import what_is_held

t = page_words("privacy")
WIDE = 560
"""Pixels of a field."""


def papers(here: Here, *, may: bool) -> None:
    """What the entry still lacks is said, in place of it."""
    st.header(plain(t("papers")), anchor=False)
    st.markdown(plain(t("papers_about")))
    if may:
        _form(here)
    download(
        here,
        t("take_sheet"),
        lambda: _sheet(here),
        t("sheet_name"),
        mime="text/html",
        key="take_sheet",
    )
    who, _ = accountable_of(here.store, here.actor, here.round)
    if not (who.organisation and who.contact):
        st.markdown(plain(t("register_first")))
        return
    try:
        _entry(here)
    except InputError as error:  # a title of one's own may be too long
        trouble(error)
        return
    download(
        here,
        t("take_register"),
        lambda: _entry(here),
        t("register_name"),
        mime="application/json",
        key="take_register",
    )


def _form(here: Here) -> None:
    who, revision = accountable_of(here.store, here.actor, here.round)
    form = open_form(here, OBJECT, revision, asdict(who))
    typed = {
        name: st.text_input(t(name), was, LONGEST, key=form.key(name), width=WIDE)
        for name, was in form.shown.items()
    }
    if st.button(plain(t("keep_who")), key=form.key("keep")):
        said = Accountable(**{name: text or "" for name, text in typed.items()})
        of = (here.store, here.actor, here.round)
        form.keep(lambda: say_accountable(*of, said, seen=form.seen))
    form.tell({name: t(name) for name in typed})


def _sheet(here: Here) -> bytes:
    held = what_is_held(here.store, here.actor, here.round)
    return privacy_page(held, _title(here), here.language).encode()


def _entry(here: Here) -> bytes:
    held = what_is_held(here.store, here.actor, here.round)
    return as_file(register_entry(held, _title(here), here.language))


def _title(here: Here) -> str:
    title = title_of(here.store, here.actor, here.round)
    return title.get(here.language.value) or next(iter(title.values()), "")
