"""What a step asks, filled in: the first questions in sight, the rest behind *Meer*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import streamlit as st

from cohorts.committee.counting import counting_rules
from cohorts.committee.shortlisting.funnel import MOST_PLACES, Stage
from cohorts.committee.votes import Asked
from cohorts.pages.committee.criteria_form import criteria_form
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.stage_said import kind_said
from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan, Tie
from cohorts.rounds.members.member import Member
from cohorts.words import Language

t = page_words("committee")
KINDS = (Asked.YES, Asked.SCORES)
FIRST_RULE = {Asked.YES: "approval", Asked.SCORES: "mean_scores"}
TIES = (Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL)
WIDE = 560
LONGEST_LINES = 2_000
SHARES = ("voted", "could_vote")
"""What yes can be a share of; the usual one first."""
MOST_SEED = 2**53 - 1
"""The largest whole number that a browser holds exactly."""
Given = Mapping[str, Any]


def stage_form(
    here: Here, key: str, plan: StagePlan, members: Sequence[Member], dossiers: int
) -> Given:
    """As :func:`cohorts.rounds.judging.stage_plan.plan_of` takes it.

    ``dossiers``: how many there are expected to be to judge, 0 where that is not known.
    """
    stage = plan.stage
    title = _text(t("title"), stage.title[here.language], f"title_{key}")
    kind = st.radio(
        plain(t("kind")),
        KINDS,
        KINDS.index(plan.asked),
        format_func=lambda one: plain(t(f"kind_{one.value}", name=kind_said(one, here.language))),
        key=f"kind_{key}",
    )
    asked = kind or Asked.YES
    found: dict[str, Any] = {
        "title": stage.title if title == stage.title[here.language] else title,
        "by": stage.by,
        "votes": BALLOTS,
        **_places(stage, key),
    }
    if asked is Asked.SCORES:
        found["criteria"] = criteria_form(key, stage.criteria)
    points = _looks_at(here, plan, key) if asked is Asked.YES else {}
    found["quorum"] = _quorum(stage, key)
    found["conditions"] = st.toggle(t("conditions"), stage.conditions, key=f"conditions_{key}")
    judges = _judges(plan, members, key)
    with st.expander(t("more_rules")):
        found |= _rule(here, plan, asked, key, dossiers)
    with st.expander(t("more")):
        rest = _rest(plan, asked, key)
    with st.expander(t("tie_examples")):
        ties = _tie_examples(here, plan, key)
    return {"stage": found, "judges": judges, "tie_examples": ties, "looks_at": points, **rest}


def _text(label: str, value: str, key: str) -> str:
    return st.text_input(plain(label), value, key=key, max_chars=200, width=WIDE).strip()


def _places(stage: Stage, key: str) -> Given:
    """A number, or together with the groups."""
    joint = st.radio(
        plain(t("how_many")),
        (False, True),
        int(stage.joint),
        format_func=lambda one: plain(t("how_many_joint" if one else "how_many_number")),
        key=f"joint_{key}",
    )
    if joint:
        kept = stage.joint
        standing, margin = (stage.standing, stage.margin) if kept else (None, None)
        return {"joint": True, "standing": standing, "margin": margin}
    now = stage.places or 10
    places = st.number_input(t("places"), 1, MOST_PLACES, now, key=f"places_{key}", width=240)
    return {"places": int(places)}


def _quorum(stage: Stage, key: str) -> Fraction:
    now = round(float(stage.quorum * 100))
    percent = st.number_input(
        t("quorum"), 0, 100, now, 5, key=f"quorum_{key}", help=t("quorum_help"), width=240
    )
    return stage.quorum if percent == now else Fraction(int(percent), 100)


def _judges(plan: StagePlan, members: Sequence[Member], key: str) -> list[str]:
    """Of who sits in it now; nobody named: every member that is no screener."""
    names = {one.key: one.called for one in members if one.left_at is None}
    return list(
        st.multiselect(
            t("judges"),
            list(names),
            [one for one in plan.judges if one in names],
            format_func=lambda one: plain(names[one]),
            key=f"judges_{key}",
            placeholder=t("judges_all_short"),
        )
    )


def _rule(here: Here, plan: StagePlan, asked: Asked, key: str, dossiers: int) -> Given:
    """Another way of counting, each with when it is the one; what is set of it stays.

    The usual one first. Not those that ask more than this ballot does, unless it was chosen.
    """
    rules = {
        name: rule
        for name, rule in counting_rules().items()
        if asked in rule.ASKS and (not rule.ASKS_DOUBTS or name == plan.stage.rule)
    }
    first = FIRST_RULE[asked]
    names = sorted(rules, key=lambda name: name != first)
    now = plan.stage.rule if plan.stage.rule in rules else first
    st.markdown(plain(t("rules_about", rule=rules[first].TITLE[here.language])))
    name = st.radio(
        plain(t("rule")),
        names,
        names.index(now),
        format_func=lambda one: plain(
            t("rule_usual" if one == first else "rule_other", rule=rules[one].TITLE[here.language])
        ),
        captions=[plain(rules[one].WHEN[here.language]) for one in names],
        key=f"rule_{asked.value}_{key}",
    )
    rule = rules[name or first]
    st.markdown(plain(t("rule_how", rule=rule.TITLE[here.language])))
    st.markdown(plain(rule.ABOUT[here.language]))
    settings = dict(plan.stage.settings) if name == plan.stage.rule else {}
    if "most" in rule.model_fields:
        most = st.number_input(
            t("most_yes"),
            1,
            100_000,
            settings.pop("most", None),
            key=f"most_{name}_{key}",
            width=240,
        )
        settings |= {"most": int(most)} if most else {}
    if "out_of" in rule.model_fields:
        settings |= _out_of(settings.pop("out_of", SHARES[0]), key)
    if "fewest" in rule.model_fields:
        fewest = settings.get("fewest", rule.model_fields["fewest"].default)
        if dossiers and dossiers < fewest:
            st.warning(plain(t("too_few", fewest=fewest, dossiers=dossiers)))
    return {"rule": name or first, "settings": settings}


def _out_of(now: str, key: str) -> Given:
    """Of whom the share of yes is taken; the usual one is not kept as a choice."""
    share = st.radio(
        plain(t("out_of")),
        SHARES,
        SHARES.index(now),
        format_func=lambda one: plain(t(f"out_of_{one}")),
        captions=[plain(t(f"out_of_{one}_when")) for one in SHARES],
        key=f"out_of_{key}",
    )
    return {} if share == SHARES[0] else {"out_of": share}


def _rest(plan: StagePlan, asked: Asked, key: str) -> Given:
    second = st.toggle(t("second"), plan.second, key=f"second_{key}")
    offers = st.toggle(t("offers"), plan.offers, key=f"offers_{key}")
    examples = asked is Asked.SCORES and st.toggle(
        t("examples"), plan.examples, key=f"examples_{key}"
    )
    days = st.number_input(t("notes_days"), 0, 3_650, plan.notes_days, key=f"days_{key}", width=240)
    seed = st.number_input(
        t("seed"), 0, MOST_SEED, plan.seed, key=f"seed_{key}", help=t("seed_help"), width=240
    )
    return {
        "second": second,
        "offers": offers,
        "examples": bool(examples),
        "notes_days": int(days),
        "seed": int(seed),
    }


def _lines(label: str, value: str, key: str, about: str | None = None) -> str:
    return st.text_area(
        plain(label),
        value,
        key=key,
        max_chars=LONGEST_LINES,
        height=160,
        width=WIDE,
        help=about,
    ).strip()


def _looks_at(here: Here, plan: StagePlan, key: str) -> Mapping[Language, str] | str:
    """By what members say yes or no; empty: nothing is named."""
    now = plan.looks_at.get(here.language, "")
    text = _lines(t("looks_at"), now, f"looks_at_{key}", t("looks_at_help"))
    return plan.looks_at if text == now.strip() else text or {}


def _tie_examples(here: Here, plan: StagePlan, key: str) -> Given:
    """What each tie means for the partners of this programme; empty: none."""
    st.markdown(plain(t("tie_examples_about")))
    found = {}
    for tie in TIES:
        now = plan.tie_examples.get(tie, {})
        text = _lines(t(f"tie_{tie.value}"), now.get(here.language, ""), f"tie_{tie.value}_{key}")
        if text:
            found[tie.value] = now if text == now.get(here.language, "").strip() else text
    return found
