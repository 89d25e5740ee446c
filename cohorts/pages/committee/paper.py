"""Ballots on paper or in Excel: made for one member, and entered when they come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from cohorts.errors import CohortsError, RefusedError
from cohorts.pages.committee.paper_entered import entered, late_tie
from cohorts.pages.committee.paper_ties import ties_form
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain, trouble
from cohorts.reports.ballot_xlsx import ballot_workbook
from cohorts.reports.page.paper_pages import paper_ballot_page, paper_receipt, ties_sheet
from cohorts.rounds.balloting.may_enter import paper_members
from cohorts.rounds.balloting.paper_ballot import PaperBallot, paper_ballot
from cohorts.rounds.balloting.receipts import entered_members, paper_receipts
from cohorts.rounds.balloting.send import Receipt
from cohorts.rounds.judging.stage_head import Phase, StageHead
from cohorts.rounds.members.member import Member
from cohorts.store.keys import AccountKey
from cohorts.words import Language

t = page_words("committee_paper")
HTML = "text/html"
KINDS = {
    "ties": ("html", HTML),
    "excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "print": ("html", HTML),
}
"""File → how its name ends, and what it is."""
WIDE = 640
OPEN = (Phase.INTERESTS, Phase.JUDGING, Phase.TALKING)


def draw(here: Here, head: StageHead) -> None:
    """The part of one stage, folded; nothing where nothing can be told or voted in it."""
    if here.reads_only or head.phase not in OPEN:
        return
    with st.expander(t("title"), key=f"paper_{head.key}"):
        st.markdown(plain(t("about")))
        try:
            members = paper_members(here.store, here.actor, here.round, head.key)
        except CohortsError as error:
            trouble(error)
            return
        _of_member(here, head, {one.key: one for one in members})


def _of_member(here: Here, head: StageHead, members: Mapping[AccountKey, Member]) -> None:
    key = st.selectbox(
        t("member"),
        list(members),
        index=None,
        format_func=lambda one: members[one].called,
        placeholder=t("choose"),
        key=f"paper_member_{head.key}",
        width=WIDE,
    )
    if key is None:
        return
    ballot = paper_ballot(here.store, here.actor, here.round, head.key, key)
    st.subheader(plain(t("ties")), anchor=False)
    if head.phase is not Phase.TALKING:
        _ties(here, ballot)
    if not ballot.told:
        st.markdown(plain(t("ties_first")))
        return
    if head.phase is Phase.INTERESTS:
        st.markdown(plain(t("wait")))
        return
    late_tie(here, ballot)
    if ballot.rows:
        _make(here, ballot)
    elif head.is_open:
        st.markdown(plain(t("nothing_left")))
    receipts = paper_receipts(here.store, here.actor, here.round, head.key, key)
    if ballot.rows:
        entered(here, ballot, len(receipts))
    _receipts(here, ballot, receipts)


def receipts_after(here: Here, head: StageHead) -> None:
    """Once the votes are closed: the receipts alone, of who voted on paper."""
    if here.reads_only:
        return
    try:
        members = entered_members(here.store, here.actor, here.round, head.key)
    except RefusedError:  # whoever may enter none gives none
        return
    if not members:
        return
    st.subheader(plain(t("receipts")), anchor=False)
    st.markdown(plain(t("receipts_about")))
    for one in members:
        of = (here.store, here.actor, here.round, head.key, one.key)
        _taken(here, paper_ballot(*of), paper_receipts(*of), one.called)


def _ties(here: Here, ballot: PaperBallot) -> None:
    if ballot.told:
        st.markdown(plain(t("ties_told")))
    again = ballot.told and ballot.stage.phase is Phase.INTERESTS
    if not ballot.told or (again and st.toggle(t("ties_again"), key=f"again_{ballot.mark}")):
        st.markdown(plain(t("ties_about")))
        make = _fresh(here, ballot, lambda new: ties_sheet(new, here.language).encode())
        _file(here, ballot, "ties", make)
        ties_form(here, ballot)


def _make(here: Here, ballot: PaperBallot) -> None:
    st.subheader(plain(t("make")), anchor=False)
    st.markdown(plain(t("make_about", count=len(ballot.rows))))
    with st.container(horizontal=True):
        book = _fresh(here, ballot, lambda new: ballot_workbook(new, here.language))
        _file(here, ballot, "excel", book)
        page = _fresh(here, ballot, lambda new: paper_ballot_page(new, here.language).encode())
        _file(here, ballot, "print", page)


def _receipts(here: Here, ballot: PaperBallot, receipts: tuple[Receipt, ...]) -> None:
    if not receipts:
        return
    st.subheader(plain(t("receipts")), anchor=False)
    st.markdown(plain(t("receipts_about")))
    _taken(here, ballot, receipts)


def _taken(here: Here, ballot: PaperBallot, receipts: tuple[Receipt, ...], whose: str = "") -> None:
    """A button each; ``whose``: where those of several members stand together."""
    for one in reversed(receipts):
        number = str(one.number)
        key = "take_receipt_of" if whose else "take_receipt"
        label = t(key, number=number, by=one.by, name=whose)
        name = f"{t('file_receipt')}-{_called(ballot)}-{number}.html"
        make = partial(_receipt, ballot, one, here.language)
        download(here, label, make, name, mime=HTML, key=f"receipt_{ballot.mark}_{number}")


def _receipt(ballot: PaperBallot, receipt: Receipt, language: Language) -> bytes:
    return paper_receipt(ballot, receipt, language).encode()


def _fresh(
    here: Here, ballot: PaperBallot, made: Callable[[PaperBallot], bytes]
) -> Callable[[], bytes]:
    """As it is at the click: a tie may have been told since the page was drawn."""

    def make() -> bytes:
        of = here.store, here.actor, here.round, ballot.stage.key, ballot.member.key
        return made(paper_ballot(*of))

    return make


def _file(here: Here, ballot: PaperBallot, what: str, make: Callable[[], bytes]) -> None:
    kind, mime = KINDS[what]
    name = f"{t(f'file_{what}')}-{_called(ballot)}.{kind}"
    download(here, t(f"take_{what}"), make, name, mime=mime, key=f"{what}_{ballot.mark}")


def _called(ballot: PaperBallot) -> str:
    """The member and the stage, as a file may be called."""
    name = re.sub(r"[^\w]+", "-", ballot.member.name).strip("-").lower()[:40]
    return f"{name or ballot.mark}-{ballot.stage.number}-{ballot.stage.turn}"
