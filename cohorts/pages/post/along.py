"""The letters as files to take along: to print, in one's own template, or for a mail-merge."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.post.which import Which
from cohorts.pages.told import page_words, plain
from cohorts.pages.with_names import logged, with_names
from cohorts.reports.letters.letter import Letter
from cohorts.reports.letters.letter_files import letter_zip, letters_page
from cohorts.reports.letters.post import Post
from cohorts.reports.letters.word_letters import kind_of
from cohorts.reports.letters.word_zip import check_weight, word_zip
from cohorts.rounds.posting.kept_templates import kept_templates
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("post")
HTML = "text/html"


def along(here: Here, post: Post, people: Sequence[PersonKey], asked: Which) -> None:
    """Of those who are chosen."""
    if not people:
        return
    letters = [post.letters[who] for who in people]
    name = t("stage_name", number=str(asked.number)) if asked.stage else t("decision_name")
    st.header(plain(t("along")), anchor=False)
    st.markdown(plain(t("along_about")))
    printed = say("letter.printed_name", post.language)
    sheets = logged(
        here,
        lambda: letters_page(post.sender, letters, post.language, now()).encode(),
        printed,
        named=True,
    )
    key = f"{asked.number}_{len(letters)}"
    with st.container(horizontal=True):
        label = t("print", count=len(letters))
        download(here, label, sheets, printed, mime=HTML, key=f"print_{key}")
        with_names(
            here,
            t("take", count=len(letters)),
            lambda: letter_zip(post.sender, letters, post.language, now()),
            name,
            key=f"take_{key}",
        )
    _in_word(here, post, letters, asked)


def _in_word(here: Here, post: Post, letters: Sequence[Letter], asked: Which) -> None:
    """Those for which there is a template."""
    kept = kept_templates(here.store, here.actor, here.round)
    own = {kind: one.value for kind, one in kept.by_kind.items()}
    count = sum(kind_of(one, [*own]) is not None for one in letters)
    if not count:
        return
    said = [t("word_about", count=count)]
    if count < len(letters):
        said.append(t("word_without", count=len(letters) - count))
    st.markdown(plain(" ".join(said)))
    with acting() as light:
        check_weight(letters, own)
    if not light:
        return
    with_names(
        here,
        t("take_word", count=count),
        lambda: word_zip(post.sender, letters, post.language, own, now()),
        t("word_name"),
        key=f"take_word_{asked.number}_{count}_{kept.revision}",
    )
