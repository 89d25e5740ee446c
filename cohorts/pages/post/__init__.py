"""The page *Brieven*: who hears what, each letter to read; sent by mail, or taken along."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.pages.first_meeting_part import first_meeting_part
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.post.along import along
from cohorts.pages.post.chosen import chosen
from cohorts.pages.post.held_part import held_part
from cohorts.pages.post.helping import helping
from cohorts.pages.post.left_out import read_first
from cohorts.pages.post.listed import listed
from cohorts.pages.post.own_template import own_template
from cohorts.pages.post.remedy_part import remedy_part
from cohorts.pages.post.sending import sending
from cohorts.pages.post.unsure import unsure
from cohorts.pages.post.which import NOTHING, which
from cohorts.pages.tied import decides_not
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.record.hide import as_told
from cohorts.reports.letters.post import post_of
from cohorts.rounds.deciding.decision import decisions_of, opened_again, standing
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.proposing.reopened import proposal_of

t = page_words("post")
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """Draws it; before anything is decided, where to begin."""
    st.html(STYLE)
    heading(t("head"), t("about"))
    if decides_not(here, people_of(here.store, here.actor, here.round).who):
        return
    asked = which(here)
    of = (here.store, here.actor, here.round)
    again = opened_again(decisions_of(*of))
    if again:
        st.info(plain(t("reopened")))
    if asked is NOTHING:
        if not again:
            st.markdown(plain(t("nothing")))
        way(here, "decision", t("to_decision"))
        foot(t("after_reopened" if again else "after_nothing"))
        return
    if asked.stage is None:
        _first_meeting(here)
    remedy_part(here)
    post = post_of(*of, asked.stage, asked.language)
    held_part(here, post)
    if asked.stage is None:
        helping(post)
    states = mail_states(*of, post.about)
    picked = chosen(post, states)
    unsure(here, post, states)
    listed(here, post, picked, states)
    own_template(here, post)
    ready = read_first(post, picked)
    along(here, post, ready, asked)
    sending(here, post, ready, states)


def _first_meeting(here: Here) -> None:
    """Kept with the round: papers and calendars have it too."""
    of = (here.store, here.actor, here.round)
    last = standing(decisions_of(*of))
    if last is None:
        return
    told = as_told(proposal_of(*of, last.proposal))
    with told.programme.in_own_words():
        first_meeting_part(here, told)
