"""The head of every page: which round, when it was last saved, the steps and how far they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st
from jinja2 import Environment, PackageLoader

from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.page_list import FIRST, LEAVES, STEPS, Leaf
from cohorts.pages.told import shell_words
from cohorts.pages.under import under
from cohorts.pages.ways import LANGUAGE, address, with_query
from cohorts.rounds.asking.title import title_of
from cohorts.rounds.life.rounds_of import RoundHead
from cohorts.words import Language

t = shell_words
HEAD = Environment(
    loader=PackageLoader("cohorts", "pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True
).get_template("head.html.jinja")
OTHER = {Language.NL: Language.EN, Language.EN: Language.NL}
DONE = "✓"
OF_ROUND = [leaf for leaf in LEAVES if leaf.of_round]
FIRST_STEP = OF_ROUND.index(STEPS[0])
ROWS = (
    (*OF_ROUND[:FIRST_STEP], *STEPS),
    tuple(leaf for leaf in OF_ROUND[FIRST_STEP:] if not leaf.makes),
)
"""*Wat nu* and the steps; below them what is no step."""


def head(here: Here, leaf: Leaf, known: RoundHead | None) -> None:
    """``known``: None on a page that belongs to no round."""
    st.html(HEAD.render(_facts(here, leaf, known)))


def _facts(here: Here, leaf: Leaf, known: RoundHead | None) -> dict[str, Any]:
    other = OTHER[here.language]
    query = {**st.query_params.to_dict(), LANGUAGE: other.value}
    facts: dict[str, Any] = {
        "home": {
            "name": t("room_rounds"),
            "address": address(here, FIRST.room),
            "current": leaf is FIRST,
        },
        "making": t("making"),
        "who": here.actor.name,
        "own": {
            "name": t("own_password"),
            "address": under(f"/password?{LANGUAGE}={here.language}"),
        },
        "other": {
            "language": other.value,
            "name": t("other_language"),
            "address": with_query(leaf, query),
        },
        "out": {"name": t("log_out"), "address": under(f"/logout?{LANGUAGE}={here.language}")},
    }
    if known is None:
        return facts
    return facts | {
        "round": {
            "name": known.name,
            "programme": _programme(here),
            "saved": t("saved", at=clock(known.last_at)),
        },
        "nav": t("steps"),
        "rows": [list(_row(here, leaf, known, row)) for row in ROWS],
        "folded": _folded(leaf),
    }


def _programme(here: Here) -> str:
    """What the programme is called that is asked now, in the reader's language where it can be."""
    title = title_of(here.store, here.actor, here.round)
    return title.get(here.language.value) or next(iter(title.values()), "")


def _row(here: Here, leaf: Leaf, known: RoundHead, row: Sequence[Leaf]) -> Iterator[dict[str, str]]:
    """Those of it that are theirs to see: a tick for what is done, else the number of a step."""
    for one in row:
        if not one.seen_by.isdisjoint(known.roles) and (one is leaf or _stands(here, one)):
            done = not known.done.isdisjoint(one.done_by)
            yield {
                "name": t(f"room_{one.room}"),
                "address": address(here, one.room),
                "kind": "step" if one.makes else "beside",
                "state": "now" if one is leaf else "done" if done else "open",
                "sign": DONE if done else str(STEPS.index(one) + 1) if one.makes else "",
                "said": t("done") if done else "",
            }


def _stands(here: Here, leaf: Leaf) -> bool:
    return leaf.where is None or leaf.where(here.store, here.actor, here.round)


def _folded(leaf: Leaf) -> str:
    """What a phone shows instead of the line."""
    name = t(f"room_{leaf.room}")
    if not leaf.makes:
        return t("step_none", name=name, all=len(STEPS))
    return t("step_of", number=STEPS.index(leaf) + 1, all=len(STEPS), name=name)
