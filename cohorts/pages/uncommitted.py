"""Who went on by the votes and has not committed yet: without a place, until that is marked."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from jinja2 import Environment

from cohorts.composing.prepare import as_given
from cohorts.errors import CohortsError
from cohorts.pages.here import Here
from cohorts.pages.standing.standing_part import t
from cohorts.pages.ways import address
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.standings.standing_of import StageStanding
from cohorts.store.keys import PersonKey
from cohorts.words.first_of import first_of

FEW = 12
"""People who are named; the rest is counted."""
LINE = Environment(autoescape=True).from_string(
    '<p class="uncommitted" style="margin: 0"><strong>{{ said }}</strong>'
    "{% for one in people %} "
    '<a href="{{ one.address }}">{{ one.name }}</a>{{ "" if loop.last else "," }}'
    "{% endfor %}{{ more }}. {{ how }}</p>"
)


def uncommitted_after(here: Here, standing: StageStanding) -> None:
    """Of those who go on, as whoever looks may see them."""
    people = people_of(here.store, here.actor, here.round)
    asked = asked_of(here.store, here.actor, here.round)
    try:
        round_ = as_given(people.applicants, asked.programme, **asked.given)
    except CohortsError:  # composing says what is wrong with what is asked
        return
    found = uncommitted_in(round_, people)
    seen = {one.person for one in standing.people if one.on}
    uncommitted_part(here, {who: name for who, name in found.items() if who in seen})


def uncommitted_in(round_: Round, people: KeptPeople) -> Mapping[PersonKey, str]:
    """Who went on and is not composed for want of a yes, each with their name."""
    found = [one.applicant for one in round_.set_aside if one.why is Aside.UNCONFIRMED]
    return {people.keys.of[one.id]: one.label for one in found}


def uncommitted_part(here: Here, people: Mapping[PersonKey, str]) -> None:
    """A line, each name the way to where it is marked; nothing where there is nobody."""
    if not people:
        return
    named = first_of(list(people.items()), FEW)
    left = len(people) - len(named)
    with st.container(border=True, key="uncommitted"):
        st.html(
            LINE.render(
                said=t("uncommitted", count=len(people)),
                people=[
                    {"name": name, "address": address(here, "applicants", persoon=who)}
                    for who, name in named
                ],
                more=t("uncommitted_more", count=left) if left else "",
                how="" if here.reads_only else t("uncommitted_how"),
            )
        )
