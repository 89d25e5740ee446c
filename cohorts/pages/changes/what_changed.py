"""Who left since the decision, who came, and who may still say yes."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.rounds.changing.changed import Changed, Left
from cohorts.words.phrase import listed

t = page_words("changes")


def what_changed(here: Here, since: Changed) -> None:
    """In a line each; who may still come is called elsewhere."""
    number = str(since.base.number)
    key = "since" if since.decision else "since_open"
    st.header(plain(t(key, number=number)), anchor=False)
    left = [one for one in since.left if one.person not in since.away]
    lines = [*map(_left, left), *_came(here, since)]
    if not since.away.isdisjoint((*since.came, *(one.person for one in since.left))):
        lines.append(t("withheld"))
    if not lines:
        lines = [t("as_it_was")]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    for group, size in since.too_small().items():
        facts = {"group": group, "count": size, "smallest": since.round.fewest(group)}
        st.warning(plain(t("too_small", **facts)))
    if since.leaving:
        names = sorted(since.people.shown[who].label for who in since.leaving)
        st.warning(plain(t("leaving", count=len(names), people=names)))
        way(here, "calls", t("leaving_way"))
    if since.may_come:
        st.markdown(plain(t("may_come", count=len(since.may_come))))
        way(here, "calls", t("to_calls"))


def _left(one: Left) -> str:
    facts = {"who": one.label or t("somebody"), "why": t(f"why_{one.why}")}
    if one.group is None:
        return t("left_reserve", **facts)
    return t("left", group=one.group, **facts)


def _came(here: Here, since: Changed) -> Iterator[str]:
    labels = [since.people.shown[who].label for who in since.came if who not in since.away]
    if labels:
        yield t("came", people=listed(labels, here.language), count=len(labels))
