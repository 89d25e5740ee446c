"""The letters after a stage: who goes on, and who does not, with who offers them help."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.composing.prepare import as_given
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.programme.referral import referrals
from cohorts.record.reasons import reason_aside
from cohorts.record.referred import facts_said, where_to
from cohorts.reports.addresses import address, consent_was_asked
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.own_reason import own_reason
from cohorts.reports.stamp import HEAD
from cohorts.round.left_at import Why
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.calling.who_leaves import leaving_in
from cohorts.rounds.deciding.comes_after import Comes, comes_after
from cohorts.rounds.judging.gone_on import GoneOn, gone_on_in
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.posting.remedy import remedy_in
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.decided_head import decided_head
from cohorts.rounds.standings.offers_of_help import Helper, helpers_in
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say

HEARS: Mapping[Comes, Outcome] = {
    Comes.STEP: Outcome.GOES_ON,
    Comes.GROUPS: Outcome.TO_GROUPS,
    Comes.JOINTLY: Outcome.STILL_IN,
}
"""What is true of who goes on; once it is decided they hear that instead."""


def letters_of_stage(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    language: Language,
    *,
    only: PersonKey | None = None,
) -> tuple[Sender, tuple[Letter, ...]]:
    """By id. Who stopped, or said so on the telephone, gets none; nor who withdrew or was erased.

    ``only``: to nobody else. Raises RefusedError where it is not theirs to see, a tie keeps them
    from somebody who gets one, or it is not decided.
    """
    with look(store, actor, round_, may=READERS) as connection:
        head = stage_in(connection, round_, stage)
        people = people_in_store(connection, store.url, round_)
        gone_on = gone_on_in(connection, stage)
        here = people.who.keys() & (gone_on.keys() if only is None else {only})
        check_not_tied(connection, round_, actor, here)
        here -= leaving_in(connection, round_)
        asked = asked_in(connection, people, round_)
        remedy = remedy_in(connection, round_, asked.programme).said[language]
        logged = decided_head(connection, round_, stage)
        helpers = helpers_in(connection, round_)
        hears = HEARS.get(comes_after(connection, round_, head))
    if not gone_on:
        raise RefusedError(Problem("standings.not_decided", "", {"number": head.number}))
    with asked.programme.in_own_words():
        of = as_given(people.applicants, asked.programme, **asked.given)
        decided = {people.who[w].id: one for w, one in gone_on.items() if w in here}
        offered = {people.who[who].id: each for who, each in helpers.items() if who in here}
        everybody = people.applicants.people
        of_all = (of, asked.programme, decided, everybody, language)
        letters = _letters(*of_all, hears=hears, helpers=offered)
        title = head.plan.stage.title.get(language, "")
        below = say("letter.below_stage", language, number=str(head.number), head=logged[:HEAD])
        return Sender(asked.programme.title[language], title, below, remedy), letters


def _letters(
    of: Round,
    programme: Programme,
    decided: Mapping[ApplicantId, GoneOn],
    everybody: tuple[Applicant, ...],
    language: Language,
    *,
    hears: Outcome | None,
    helpers: Mapping[ApplicantId, tuple[Helper, ...]],
) -> tuple[Letter, ...]:
    asked = consent_was_asked(of)
    refused = {
        one.applicant.id: reason_aside(one, programme, language)
        for one in of.set_aside
        if one.why is Aside.REFUSED
    }
    stopped, made = set(of.gone), []
    for a in everybody:
        one = decided.get(a.id)
        if one is None or one.why == Why.STOPPED or a.id in stopped:
            continue
        email = address(a, asked=asked)
        if one.on:
            if hears is not None:
                made.append(Letter(a, hears, email))
            continue
        others = tuple(other for other in everybody if other.id != a.id) if one.reason else ()
        why = own_reason(Why(one.why), one.reason, refused.get(a.id, ""), others, language)
        found = referrals(a, programme, of.on)
        places = tuple(where_to(found, language)) if found else ()
        facts, offered = facts_said([found], language), helpers.get(a.id, ())
        made.append(Letter(a, Outcome.NOT_ON, email, "", "", why, places, facts, offered))
    return tuple(made)
