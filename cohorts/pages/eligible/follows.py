"""What follows from who may not sit together: how many groups that takes at least."""

from __future__ import annotations

import streamlit as st

from cohorts.composing.demands import rules_in_force
from cohorts.composing.exclude_each_other import Exclude, exclude_each_other
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import page_words, plain
from cohorts.round.round import Round
from cohorts.rounds.last_few import LastFew

t = page_words("eligible")
_FOUND: LastFew[tuple[Round, Exclude]] = LastFew(8)
PAIR = 2


def follows(found: TakingPart) -> None:
    """By every must of the rules in force, for who takes part now.

    Of pairs alone nothing, where there are groups enough: that two sit apart stands there already.
    """
    round_ = found.round
    _, exclude = _FOUND.get(id(round_), lambda: (round_, _exclude(found)))
    people = exclude.people
    if not people:
        st.markdown(plain(t("nobody_apart")))
        return
    over = len(people) > round_.groups
    if len(people) == PAIR and not over:
        return
    key = "one_pair" if len(people) == PAIR else "exclude" if exclude.largest else "exclude_found"
    labels = [round_.applicants[round_.rows[one]].label for one in people]
    said = t(key, count=len(people), people=labels)
    groups = t("too_few_groups" if over else "groups_now", count=round_.groups)
    (st.warning if over else st.info)(plain(f"{said} {groups}"))


def _exclude(found: TakingPart) -> Exclude:
    rules = rules_in_force(found.asked.programme, found.round)
    pairs = {pair for rule in rules for pair in rule.musts_apart(found.round)}
    return exclude_each_other(pairs, found.round)
