"""The letters of a decision: who is placed, who waits and who is not, with who offers them help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.group_name import group_name
from cohorts.record.reasons import reason_aside, told
from cohorts.record.referred import facts_said, where_to
from cohorts.reports.addresses import address, consent_was_asked
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.own_reason import own_reason
from cohorts.reports.letters.waits import Waits, waits_of
from cohorts.reports.letters.why_this_group import why_this_group
from cohorts.reports.meets import first_meeting_said
from cohorts.reports.stamp import HEAD
from cohorts.reports.start import Start, start_of
from cohorts.reports.without_group import everybody
from cohorts.round.set_aside import Aside, SetAside
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.decision import Decision, decisions_of, standing
from cohorts.rounds.deciding.hears_beside import hears_beside, still_here
from cohorts.rounds.deciding.moments import day_said
from cohorts.rounds.judging.gone_on import left_out_in
from cohorts.rounds.people.kept_people import Keys, people_of
from cohorts.rounds.posting.first_meeting import first_meeting_in
from cohorts.rounds.posting.remedy import remedy_in
from cohorts.rounds.posting.reserve_list import reserve_list_in
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.offers_of_help import Helper, helpers_in
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say


def letters_of_decision(
    store: Store, actor: Actor, round_: RoundKey, language: Language
) -> tuple[Sender, tuple[Letter, ...]]:
    """Of the decision that stands, by id; who could be placed and is not waits where that was said.

    Who stopped or withdrew gets none. Raises RefusedError where it is not theirs to see, a
    tie keeps them from somebody, or nothing is decided.
    """
    made = _made(store, actor, round_, language)
    if made is None:
        raise RefusedError(Problem("deciding.not_decided"))
    return made


def letter_to(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey, language: Language
) -> tuple[Sender, Letter | None] | None:
    """The same to one person; no letter: they get none. None: nothing is decided.

    Raises RefusedError where it is not theirs to see, or a tie keeps them from this person.
    """
    made = _made(store, actor, round_, language, only=person)
    return None if made is None else (made[0], next(iter(made[1]), None))


def _made(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    language: Language,
    *,
    only: PersonKey | None = None,
) -> tuple[Sender, tuple[Letter, ...]] | None:
    """``only``: to nobody else."""
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        return None
    proposal = proposal_of(store, actor, round_, last.proposal)
    people, asking = people_of(store, actor, round_), asked_of(store, actor, round_)
    here = still_here(people, asking, leaving_of(store, actor, round_))
    there = frozenset(people.who[who].id for who in here)
    here = here if only is None else here & {only}
    with look(store, actor, round_, may=READERS) as connection:
        check_not_tied(connection, round_, actor, here if only is None else {only})
        helpers = helpers_in(connection, round_)
        reasons = left_out_in(connection, round_)
        remedy = remedy_in(connection, round_, asking.programme).said[language]
        reserve = reserve_list_in(connection, round_)
        first = first_meeting_in(connection, round_)
    start = start_of(first, proposal.programme)
    with proposal.programme.in_own_words():
        now = {who: people.who[who] for who in here}
        known = any(a.consent is not None for a in people.who.values())
        asked = known or consent_was_asked(proposal.round)
        known_of = (proposal, language, people.keys, now, asked, helpers, reasons)
        made = _Made(*known_of, reserve=reserve, start=start, there=there)
        letters = sorted(made.letters(), key=lambda one: one.to.id)
        return _sender(proposal, last, language, remedy), tuple(letters)


def _sender(proposal: Proposal, last: Decision, language: Language, remedy: str) -> Sender:
    facts = {"name": last.signed, "day": day_said(last.at, language), "head": last.head[:HEAD]}
    below = say("letter.below", language, **facts)
    return Sender(proposal.programme.title[language], "", below, remedy)


@dataclass(frozen=True, eq=False)
class _Made:
    """``here``: who is in the round now, as they are now; a decision keeps who they were then.

    ``asked``: whether consent was; ``reasons``: what people typed who decided otherwise.
    ``there``: who is in the round, also where only one of them hears of it.
    """

    proposal: Proposal
    language: Language
    keys: Keys
    here: Mapping[PersonKey, Applicant]
    asked: bool
    helpers: Mapping[PersonKey, tuple[Helper, ...]]
    reasons: Mapping[PersonKey, str]
    reserve: bool
    start: Start | None
    there: frozenset[ApplicantId]

    def letters(self) -> Iterator[Letter]:
        for number, members in self.proposal.composition.groups.items():
            name = group_name(self.proposal, number, self.language)
            first = first_meeting_said(self.proposal, number, self.start, self.language)
            why = why_this_group(self.proposal, number, self.language)
            for a in members:
                if self._is_here(a):
                    placed = Letter(a, Outcome.PLACED, self._email(a), name, first, why)
                    yield replace(placed, helpers=self._helpers(a))
        outcome = Outcome.RESERVE if self.reserve else Outcome.NOT_PLACED
        for left in self.proposal.not_placed:
            if not self._is_here(left.applicant):
                continue
            waits = self._waits.get(left.applicant.id)
            if waits is not None:
                yield self._without(left.applicant, waits.outcome, waits.said, waits.group)
            else:
                why = told(left, self.proposal.programme, self.language)
                yield self._without(left.applicant, outcome, why)
        for aside in hears_beside(self.proposal, self.keys, self.here):
            yield self._without(aside.applicant, Outcome.NOT_PLACED, self._why(aside))

    @cached_property
    def _waits(self) -> Mapping[ApplicantId, Waits]:
        """Nobody where it was said that they wait on one list, by turn."""
        return {} if self.reserve else waits_of(self.proposal, self.there, self.language)

    def _is_here(self, a: Applicant) -> bool:
        """Whoever was erased, withdrew or stopped since hears nothing of it any more."""
        return self.keys.of.get(a.id) in self.here

    def _email(self, a: Applicant) -> str:
        """Where they can be written to today, also where that was mended since."""
        return address(self.here[self.keys.of[a.id]], asked=self.asked)

    def _why(self, aside: SetAside) -> str:
        if aside.why is Aside.UNCONFIRMED:
            return say("letter.why_unconfirmed", self.language)
        if aside.left_at is None:
            return reason_aside(aside, self.proposal.programme, self.language)
        who = aside.applicant.id
        others = (a for a in everybody(self.proposal) if a.id != who)
        typed = self.reasons.get(self.keys.of[who], "") if who in self.keys.of else ""
        return own_reason(aside.left_at.why, typed, "", others, self.language)

    def _without(self, a: Applicant, outcome: Outcome, why: str, group: str = "") -> Letter:
        found = self.proposal.referrals.get(ApplicantId(a.id), ())
        places = tuple(where_to(found, self.language)) if found else ()
        facts, offered = facts_said([found], self.language), self._helpers(a)
        return Letter(a, outcome, self._email(a), group, "", why, places, facts, offered)

    def _helpers(self, a: Applicant) -> tuple[Helper, ...]:
        key = self.keys.of.get(a.id)
        return self.helpers.get(key, ()) if key is not None else ()
