"""One letter, and what it says: in B1, the reason that decided, no points and no votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import Applicant
from cohorts.rounds.standings.offers_of_help import Helper
from cohorts.words import Language, say


class Outcome(StrEnum):
    """What somebody hears.

    GOES_ON, NOT_ON: after a stage. PLACED: in a group. RESERVE: no place now, and called when one
    comes free. NOT_PLACED: no place.
    """

    GOES_ON = "goes_on"
    NOT_ON = "not_on"
    PLACED = "placed"
    RESERVE = "reserve"
    NOT_PLACED = "not_placed"


@dataclass(frozen=True)
class Sender:
    """From whom it comes: the programme, and of what; ``below``: the line under each letter."""

    programme: str
    stage: str = ""
    below: str = ""


@dataclass(frozen=True)
class Letter:
    """``email``: "" where it is not known, or may not be used. ``group``: of who is placed.

    ``reason``: what decided, as this person may read it; ``referrals``: where they can go, and
    ``facts``: how old that is; ``helpers``: who offers help.
    """

    to: Applicant
    outcome: Outcome
    email: str = ""
    group: str = ""
    reason: str = ""
    referrals: tuple[str, ...] = ()
    facts: str = ""
    helpers: tuple[Helper, ...] = ()

    @property
    def company(self) -> str:
        """As the letter calls it."""
        return self.to.company or ""

    def subject(self, sender: Sender, language: Language) -> str:
        """The line above it."""
        return say("letter.subject", language, programme=sender.programme)

    def paragraphs(self, sender: Sender, language: Language) -> tuple[str, ...]:
        """From the salutation to the greeting."""
        return tuple(filter(None, self._paragraphs(sender, language)))

    def _paragraphs(self, sender: Sender, language: Language) -> Iterator[str]:
        def t(key: str, **facts: object) -> str:
            return say(f"letter.{key}", language, **facts)

        name = self.to.name
        yield t("dear", name=name) if name else t("dear_company", company=self.company)
        about = {"company": self.company, "programme": sender.programme, "stage": sender.stage}
        yield t("about_company", **about) if self.company else t("about", **about)
        yield t(self.outcome.value, group=self.group, **about)
        if self.reason:
            yield t("why", reason=self.reason)
        if self.referrals:
            yield t("elsewhere", places=" ".join(self.referrals))
            yield self.facts
        for helper in self.helpers:
            yield self._helper(helper, language)
        yield t("ask")
        yield t("greeting", programme=sender.programme)

    @staticmethod
    def _helper(helper: Helper, language: Language) -> str:
        who = helper.name
        if helper.organisation:
            facts = {"name": helper.name, "organisation": helper.organisation}
            who = say("letter.helper_of", language, **facts)
        if helper.note:
            return say("letter.help_with", language, who=who, note=helper.note)
        return say("letter.help", language, who=who)
