"""One letter, and what it says: in B1, the reason that decided, no points and no votes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import Applicant
from cohorts.rounds.standings.offers_of_help import Helper
from cohorts.words import Language, say


class Outcome(StrEnum):
    """What somebody hears.

    GOES_ON, NOT_ON: after a stage. TO_GROUPS: goes on after the last one, and groups come next.
    STILL_IN: can be placed, and who is decides what comes next. PLACED: in a group. RESERVE: no
    place now, and called when one comes free. WAITS: for a circle in preparation. INDIVIDUAL: is
    better helped alone. NOT_PLACED: no place.
    """

    GOES_ON = "goes_on"
    TO_GROUPS = "to_groups"
    STILL_IN = "still_in"
    NOT_ON = "not_on"
    PLACED = "placed"
    RESERVE = "reserve"
    WAITS = "waits"
    INDIVIDUAL = "individual"
    NOT_PLACED = "not_placed"


NOT_REFUSED = frozenset({Outcome.WAITS, Outcome.INDIVIDUAL})
"""No place, and never a rejection: what more is said of it is no reason for one."""


class Part(StrEnum):
    """What a letter is made of, in the order in which it says it."""

    SALUTATION = "salutation"
    APPLICATION = "application"
    DECISION = "decision"
    REASON = "reason"
    REFERRAL = "referral"
    HELP = "help"
    REMEDY = "remedy"
    GREETING = "greeting"


NEWS = (Part.DECISION, Part.REASON, Part.REFERRAL, Part.HELP)
"""The outcome, the reason, and where else they can go."""


@dataclass(frozen=True)
class Sender:
    """From whom it comes: the programme, and of what; ``below``: the line under each letter.

    ``remedy``: what somebody can do who does not agree; "": ask.
    """

    programme: str
    stage: str = ""
    below: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Letter:
    """``email``: "" where it is not known, or may not be used.

    ``group``: of who is placed, or the circle they wait for; "": none.

    ``first``: when and where their group meets first; "": nobody said so yet.

    ``reason``: what decided, as this person may read it; ``referrals``: where they can go, and
    ``facts``: how old that is; ``helpers``: who offers help. ``written``: what somebody wrote in
    place of what is made. ``otherwise``: of a letter in another language than the others: that, and
    from whom it comes in it.
    """

    to: Applicant
    outcome: Outcome
    email: str = ""
    group: str = ""
    first: str = ""
    reason: str = ""
    referrals: tuple[str, ...] = ()
    facts: str = ""
    helpers: tuple[Helper, ...] = ()
    written: str = ""
    otherwise: tuple[Sender, Language] | None = None

    @property
    def company(self) -> str:
        """As the letter calls it."""
        return self.to.company or ""

    def subject(self, sender: Sender, language: Language) -> str:
        """The line above it."""
        sender, language = self.otherwise or (sender, language)
        return say("letter.subject", language, programme=sender.programme)

    def parts(self, sender: Sender, language: Language) -> Mapping[Part, tuple[str, ...]]:
        """Its sentences, by paragraph; by hand: all of it is the decision."""
        if self.written:
            return {Part.DECISION: self._by_hand}
        sender, language = self.otherwise or (sender, language)
        found: dict[Part, tuple[str, ...]] = {}
        for part, said in self._said(sender, language):
            found[part] = (*found.get(part, ()), *filter(None, [said]))
        return found

    def paragraphs(self, sender: Sender, language: Language) -> tuple[str, ...]:
        """From the salutation to the greeting."""
        return tuple(one for part in self.parts(sender, language).values() for one in part)

    def news(self, sender: Sender, language: Language) -> tuple[str, ...]:
        """The outcome, the reason, and where else they can go; by hand: all of it."""
        parts = self.parts(sender, language)
        return tuple(one for part in NEWS for one in parts.get(part, ()))

    def below(self, sender: Sender) -> str:
        """The line under it."""
        return (sender if self.otherwise is None else self.otherwise[0]).below

    def spoken(self, language: Language) -> Language:
        """Its own language, where the others are in this one."""
        return language if self.otherwise is None else self.otherwise[1]

    def _said(self, sender: Sender, language: Language) -> Iterator[tuple[Part, str]]:
        def t(key: str, **facts: object) -> str:
            return say(f"letter.{key}", language, **facts)

        name = self.to.name
        dear = t("dear", name=name) if name else t("dear_company", company=self.company)
        yield Part.SALUTATION, dear
        about = {"company": self.company, "programme": sender.programme}
        yield Part.APPLICATION, t("about_company" if self.company else "about", **about)
        yield from self._news(sender, t)
        for helper in self.helpers:
            yield Part.HELP, self._helper(helper, language)
        yield Part.REMEDY, sender.remedy or t("ask")
        yield Part.GREETING, t("greeting", programme=sender.programme)

    @property
    def _by_hand(self) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, self.written.split("\n\n"))))

    def _news(self, sender: Sender, t: Callable[..., str]) -> Iterator[tuple[Part, str]]:
        about = {"company": self.company, "programme": sender.programme, "stage": sender.stage}
        waits = self.outcome is Outcome.WAITS and not self.group
        decided = t("waits_alone" if waits else self.outcome, group=self.group, **about)
        placed = self.outcome is Outcome.PLACED
        if placed:
            decided += " " + (
                t("first_meeting", when=self.first) if self.first else t("first_later")
            )
        yield Part.DECISION, decided
        if self.reason:
            yield Part.REASON, self._reason(t)
        if self.referrals:
            key = "elsewhere_too" if self.outcome in NOT_REFUSED else "elsewhere"
            first, *others = self.referrals if len(self.referrals) == 1 else ("", *self.referrals)
            yield Part.REFERRAL, t(key, places=first).strip()
            yield from ((Part.REFERRAL, place) for place in others)
            yield Part.REFERRAL, self.facts

    def _reason(self, t: Callable[..., str]) -> str:
        if self.outcome in NOT_REFUSED:
            return self.reason
        key = "why_group" if self.outcome is Outcome.PLACED else "why"
        return t(key, reason=self.reason)

    @staticmethod
    def _helper(helper: Helper, language: Language) -> str:
        who = called(helper, language)
        if helper.note:
            return say("letter.help_with", language, who=who, note=helper.note)
        return say("letter.help", language, who=who)


def called(helper: Helper, language: Language) -> str:
    """With their organisation, where it is known."""
    if not helper.organisation:
        return helper.name
    facts = {"name": helper.name, "organisation": helper.organisation}
    return say("letter.helper_of", language, **facts)
