"""Documents of the organiser's own for the letters: tried, kept, taken away."""

from __future__ import annotations

import streamlit as st

from cohorts.intake.files.word_document import MOST_BYTES
from cohorts.pages.acting import acting
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.post.which import WIDE
from cohorts.pages.told import language, page_words, plain
from cohorts.reports.letters.post import Post
from cohorts.reports.letters.word_starter import starter
from cohorts.reports.letters.word_zip import example
from cohorts.rounds.posting.keep_template import drop_template, keep_template
from cohorts.rounds.posting.kept_templates import KeptTemplates, TemplateKind, kept_templates
from cohorts.rounds.posting.remedy import remedy_of
from cohorts.rounds.posting.template_fields import (
    TemplateField,
    fields_read,
    lacking,
    name_of,
)
from cohorts.store.canonical import sha256
from cohorts.words import say

t = page_words("post")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_MB = MOST_BYTES // 1_000_000
READ = "post_template_read"
"""What was read of the document that was given last, in the session: digest and fields."""
WITH_REASONS = {*TemplateKind} - {TemplateKind.PLACED}


def own_template(here: Here, post: Post) -> None:
    """Folded: it is done once a round."""
    kept = kept_templates(here.store, here.actor, here.round)
    with st.expander(t("template")):
        st.markdown(plain(t("template_about")))
        st.markdown(plain(t("template_names")))
        spoken = post.language
        download(
            here,
            t("starter"),
            lambda: starter(spoken),
            say("template.starter_name", spoken),
            mime=DOCX,
            key=f"starter_{spoken}",
        )
        for kind in kept.by_kind:
            _kept(here, kept, kind)
        if not here.reads_only:
            _given(here, post, kept.revision)


def _kept(here: Here, kept: KeptTemplates, kind: TemplateKind) -> None:
    one, called = kept.by_kind[kind], _called(kind)
    facts = {"name": one.value.name, "kind": called, "by": one.by, "at": clock(one.at)}
    st.markdown(plain(t("template_kept", **facts)))
    st.markdown(plain(t("template_has", names=_names(one.value.fields))))
    if here.reads_only:
        return
    if st.button(plain(t("drop_template", kind=called)), key=f"drop_{kind}_{kept.revision}"):
        with acting() as done:
            drop_template(here.store, here.actor, here.round, kind, seen=kept.revision)
        if done:
            st.rerun()


def _given(here: Here, post: Post, seen: int) -> None:
    """It counts once somebody says so: first an example can be looked at."""
    asked = st.selectbox(
        t("template_for"), list(TemplateKind), format_func=_called, key="template_for", width=WIDE
    )
    kind = TemplateKind(asked or TemplateKind.ALL)
    # another key after each act: what was kept is not asked about again
    given = st.file_uploader(
        t("template_file"), type=["docx"], key=f"template_{seen}", max_upload_size=MOST_MB
    )
    if given is None:
        return
    content = given.getvalue()
    fields = None
    with acting():
        fields = _read(given.name, content)
    if fields is None:
        return
    st.markdown(plain(t("template_has", names=_names(fields))))
    said = remedy_of(here.store, here.actor, here.round).said
    remedy = any(one != say("letter.ask", spoken) for spoken, one in said.items())
    for one in lacking(fields, reasons=kind in WITH_REASONS, remedy=remedy):
        st.warning(plain(t(f"template_lacks_{one}")))
    digest = sha256(content.hex())[:16]
    sender, spoken = post.sender, post.language
    download(
        here,
        t("template_example"),
        lambda: example(content, kind, sender, spoken),
        say("template.example_name", spoken),
        mime=DOCX,
        key=f"example_{kind}_{digest}",
    )
    if st.button(t("keep_template"), key=f"keep_template_{kind}_{digest}_{seen}"):
        with acting() as done:
            keep_template(
                *(here.store, here.actor, here.round, given.name, content), kind=kind, seen=seen
            )
        if done:
            st.rerun()


def _read(name: str, content: bytes) -> frozenset[TemplateField]:
    """Once for a document: the page is drawn anew at each click. Raises InputError."""
    digest = sha256(content.hex())
    kept = st.session_state.get(READ)
    if kept is None or kept[0] != digest:
        _, fields = fields_read(content, name)
        st.session_state[READ] = kept = (digest, fields)
    found: frozenset[TemplateField] = kept[1]
    return found


def _called(kind: TemplateKind) -> str:
    return say(f"template.kind_{kind}", language())


def _names(fields: frozenset[TemplateField] | tuple[TemplateField, ...]) -> list[str]:
    return [f"«{name_of(one, language())}»" for one in TemplateField if one in fields]
