"""What somebody heard, and what it is now: in a sentence."""

from __future__ import annotations

from cohorts.pages.moment import day
from cohorts.pages.told import page_words
from cohorts.rounds.changing.to_hear import Heard

t = page_words("changes")


def again_said(one: Heard) -> str:
    """As in "Bakkerij Smit hoorde op 5 november: groep 3. Nu: groep 5."."""
    then = _place(one.heard.group)
    return t("again", who=one.label, day=day(one.heard.on), then=then, now=_place(one.group))


def heard_said(one: Heard) -> str:
    """As in "Bakkerij Smit hoorde op 5 november: groep 3."."""
    return t("heard", who=one.label, day=day(one.heard.on), then=_place(one.heard.group))


def _place(group: int | None) -> str:
    return t("no_place") if group is None else t("group", group=group)
