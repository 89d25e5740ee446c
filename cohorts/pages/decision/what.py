"""What is decided, in words and numbers: the groups, what is not ideal, what was let go."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import page_words, plain
from cohorts.reports.outcome import counts, musts, weakest_wish
from cohorts.reports.page.cards import Card, cards
from cohorts.rounds.deciding.deviation import Deviation
from cohorts.rounds.last_few import LastFew
from cohorts.words import Language

t = page_words("decision")
_CARDS: LastFew[tuple[Proposal, list[Card]]] = LastFew(8)
"""Proposal and language → its cards, and the proposal, so that no other gets its number."""
GROUPS = page_templates("decision").get_template("groups.html.jinja")


def what(proposal: Proposal, deviation: Deviation, language: Language, head: str) -> None:
    """Under the heading ``head``, and others of its own."""
    st.header(plain(head), anchor=False)
    lines = [counts(proposal, language), musts(proposal, language), _by_people(deviation)]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines if line))
    _, drawn = _CARDS.get(
        (id(proposal), language), lambda: (proposal, cards(proposal, None, language))
    )
    with st.expander(t("groups", count=len(drawn))):
        st.html(GROUPS.render(_groups(drawn)))
    st.header(plain(t("not_ideal")), anchor=False)
    _not_ideal(proposal, drawn, language)
    if proposal.overrides:
        st.header(plain(t("let_go")), anchor=False)
        _let_go(proposal, language)


def _by_people(deviation: Deviation) -> str:
    key = "moved" if deviation.moved else "as_computed"
    return t(key, moved=deviation.moved, count=deviation.people)


def _groups(drawn: list[Card]) -> dict[str, Any]:
    groups = [
        {
            "name": card.name,
            "count": t("members", count=len(card.members)),
            "members": [member.label for member in card.members],
            "together": card.together,
            "not_ideal": card.not_ideal,
        }
        for card in drawn
    ]
    return {"groups": groups, "not_ideal": t("not_ideal_short")}


def _not_ideal(proposal: Proposal, drawn: list[Card], language: Language) -> None:
    """What holds least of all first; then the rest of the groups, folded."""
    worst = weakest_wish(proposal, language)
    rest = [(card.name, card.not_ideal) for card in drawn if card.not_ideal]
    st.markdown(plain(worst or t("all_well" if rest else "all_ideal")))
    if rest:
        with st.expander(t("not_ideal_each", count=len(rest))):
            st.markdown("\n".join(f"- **{plain(name)}:** {plain(said)}" for name, said in rest))


def _let_go(proposal: Proposal, language: Language) -> None:
    """Each must that was let go, for whom, why and by whom."""
    labels = {a.id: a.label for a in proposal.round.applicants}
    of: dict[tuple[str, str, str], list[str]] = {}
    for one in proposal.overrides:
        key = (proposal.programme.rule(one.breach).title(language), one.reason, one.by)
        of.setdefault(key, []).extend(filter(None, [labels.get(one.person, "")]))
    for (title, reason, by), people in of.items():
        who = t("for_whom", people=people) if people else ""
        said = t("because", reason=reason, by=by) if by else reason
        st.markdown(f"- **{plain(title)}** {plain(who)}: {plain(said)}")
