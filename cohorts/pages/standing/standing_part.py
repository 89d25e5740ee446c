"""The standing of a closed vote: how sure, where members differed, each as it may be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.standing.figure_told import exactly_told, figure_told
from cohorts.pages.told import page_words, plain
from cohorts.reports.stage_said import silence_means
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.standings.standing_of import Lot, StageStanding, Stood

t = page_words("committee_outcome")
TABLE = page_templates("standing").get_template("table.html.jinja")
STYLE = f"<style>{(files('cohorts.pages.standing') / 'table.css').read_text('utf-8')}</style>"


def standing_part(
    here: Here, head: StageHead, standing: StageStanding, *, of_page: bool = False
) -> None:
    """Under a heading of its own: what to talk over first, then everybody.

    ``of_page``: the heading is one of the page, else one below such a heading.
    """
    heading = st.header if of_page else st.subheader
    heading(plain(t("standing")), anchor=False)
    if standing.uncounted:
        st.warning(plain(uncounted_told(here, head, decided=bool(standing.decided_at))))
    equal = [one.name for one in standing.people if one.equal]
    if equal:
        st.warning(plain(t("equal", people=equal, count=len(equal))))
    lines = [t("voted", voted=standing.voted, voters=standing.voters)]
    lines.append(silence_means(head.plan, here.language))
    lines += _beside(standing, joint=head.plan.stage.joint)
    lines.append(t(f"sight_{standing.sight}" if _any_figure(standing.people) else "sight_few"))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    table(here, head, standing.people)


def uncounted_told(here: Here, head: StageHead, *, decided: bool) -> str:
    """Why the count chose nobody, in the words of its rule."""
    counting = head.plan.stage.counting
    because = counting.UNCOUNTED[here.language] if counting.UNCOUNTED else ""
    key = "uncounted_decided" if decided else "uncounted"
    return t(key, rule=counting.TITLE[here.language], because=because)


def because_in(standing: StageStanding) -> str:
    """The key of why people let somebody go on: after all, or where nothing was counted."""
    return "because_in_uncounted" if standing.uncounted else "because_in"


def _beside(standing: StageStanding, *, joint: bool) -> Iterator[str]:
    """Who is one vote from it, what the lot settled, and about whom members differed."""
    one_vote = [one.name for one in standing.people if one.one_vote]
    divided = [one.name for one in standing.people if one.divided]
    if one_vote:
        yield t("one_vote", people=one_vote)
    for lot in standing.lots:
        yield _lot(lot)
    if divided:
        yield t("divided", people=divided)
    if standing.uncounted:
        return
    if joint:
        yield t("joint")
    elif not standing.by_figure:
        yield t("beyond_figures")


def _lot(lot: Lot) -> str:
    return t("lot", people=lot.among, chosen=lot.among[: lot.taken])


def table(here: Here, head: StageHead, people: Sequence[Stood]) -> None:
    """Everybody who came, with what may be told of each; a column of nothing is left out."""
    rows = [_row(here, head, one) for one in people]
    there = {"figure": _any_figure(people), "marks": any(row["marks"] for row in rows)}
    columns = [key for key in ("name", "on", "figure", "marks") if there.get(key, True)]
    names = {key: t(f"column_{key}") for key in columns}
    st.html(STYLE + TABLE.render(rows=rows, names=names, caption=t("standing")))


def _any_figure(people: Sequence[Stood]) -> bool:
    """Whether enough judged anybody to tell more than that they were too few."""
    return any(one.exact or (one.split and one.split.judged is not None) for one in people)


def _row(here: Here, head: StageHead, one: Stood) -> dict[str, Any]:
    return {
        "name": one.name,
        "on": t("on") if one.on else t("not_on", why=why_told(one)),
        "goes": one.on,
        "figure": exactly_told(one.exact, here.language)
        if one.exact
        else figure_told(one, head.plan, here.language),
        "marks": list(_marks(one)),
    }


def _marks(one: Stood) -> Iterator[str]:
    if one.equal:
        yield t("mark_equal")
    if one.one_vote:
        yield t("mark_one_vote")
    if one.divided:
        yield t("mark_divided")
    if one.on and not one.counted:  # of who does not go on it is the ground
        yield t("mark_by_people")


def why_told(one: Stood) -> str:
    """The ground, in a few words; where people decided otherwise, that."""
    if one.on is not one.counted:
        return t("why_by_people")
    return t(f"why_{one.exact.why if one.exact else one.why}")
