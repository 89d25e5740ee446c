"""Why a group fits together, in a sentence to each of its members."""

from __future__ import annotations

import re
from collections.abc import Collection

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.record.hide import as_told
from cohorts.reports.letters.own_reason import names_any
from cohorts.reports.page.why_together import reasons
from cohorts.rules.rule import Rule
from cohorts.words import Language, say

OF_PLACES = {"place", "municipality", "province", "latitude", "longitude"}
OF_SUBJECTS = {"themes", "question", "offer", "activity"}
"""Of these the members get a page about each other, unless one of them said no to that."""


def why_this_group(proposal: Proposal, number: int, language: Language) -> str:
    """The weightiest reason that the report gives, if it may be told; else "".

    It names nobody, and tells nothing of anybody that the members would not hear of each other.
    """
    told = as_told(proposal)
    found = [(told.programme.rule(key), group) for key, group in told.found_in.get(number, ())]
    chosen = reasons(found)
    if not chosen:
        return say("letter.why_as_a_whole", language)
    members = told.composition.groups[number]
    open_ = _open(members)
    for rule, group in chosen:
        said = rule.sentence(group, language)
        if (
            group.verdict in rule.JOINS - rule.OWN_WORDS
            and _reads_only(rule, open_)
            and not names_any(said, members)
            and not _names_in_short(said, members)
        ):
            return said
    return ""


def _open(members: Collection[Applicant]) -> frozenset[str]:
    """The fields of which the members hear of each other."""
    if any(a.consent is False for a in members):
        return frozenset({"place", "municipality"})
    return frozenset(OF_PLACES | OF_SUBJECTS)


def _reads_only(rule: Rule, fields: Collection[str]) -> bool:
    return bool(rule.needs()) and set(rule.needs()) <= set(fields)


def _names_in_short(said: str, members: Collection[Applicant]) -> bool:
    """By a name so short that it is none in what somebody typed: here a rule put it there."""
    return any(re.search(rf"(?<!\w){re.escape(a.label)}(?!\w)", said) for a in members)
