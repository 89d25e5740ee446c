"""The dossier of a decision: one zip with all that it takes to recompute it, without the store.

The same decision gives the same bytes: names in one order, no dates, one way of packing. Only the
ballots of a committee lie in another order, under other labels, each time that somebody takes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import Applicant
from cohorts.programme.frozen import frozen
from cohorts.record.document import as_json, document
from cohorts.record.parts import Part
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.named_votes import AUDITORS, check_sits_not
from cohorts.rounds.balloting.votes_gone import votes_gone
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.committee_parts import committee_parts
from cohorts.rounds.deciding.decision import DecisionKey
from cohorts.rounds.deciding.dossier_people import Reduced, reduced
from cohorts.rounds.deciding.dossier_readme import readme
from cohorts.rounds.deciding.dossier_source import Source, keys_of, source_of
from cohorts.rounds.deciding.dossier_untold import without_points
from cohorts.rounds.deciding.hand_steps import hand_steps
from cohorts.rounds.packed import pack
from cohorts.rounds.people.applicant_json import applicant_text
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.canonical import sha256
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language

TAKEN = "ballot.dossier"
"""The act."""


def dossier(
    store: Store, actor: Actor, round_: RoundKey, decision: DecisionKey, language: Language
) -> bytes:
    """The zip, its words in ``language``; never with ballots.

    Raises RefusedError; also for a member who is kept from somebody in it.
    """
    return _made(store, actor, round_, decision, language, ballots=False)


def dossier_with_ballots(
    store: Store, actor: Actor, round_: RoundKey, decision: DecisionKey, language: Language
) -> bytes:
    """The same with the ballots of a committee, without names; that it was taken is logged first.

    Also of a round that was put away. Raises RefusedError for who is no auditor, or sits or ever
    sat in this committee; and where votes were erased, so that nothing can be counted again.
    """
    number = source_of(store, actor, round_, decision).decision.number
    with act(store, actor, round_, TAKEN, may=AUDITORS, object_="ballots", put_away=True) as doing:
        check_sits_not(doing.connection, round_, actor)
        if votes_gone(doing.connection, round_):
            raise RefusedError(Problem("standings.votes_gone"))
        doing.say({"decision": number})
    return _made(store, actor, round_, decision, language, ballots=True)


def _made(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    decision: DecisionKey,
    language: Language,
    *,
    ballots: bool,
) -> bytes:
    source = source_of(store, actor, round_, decision)
    with look(store, actor, round_, may=READERS) as connection:
        check_not_tied(connection, round_, actor, source.people.who.keys())
    known = reduced(source.applicants, source.made_of(source.applicants), source.made_of)
    judged = committee_parts(store, actor, round_, source, ballots=ballots)
    texts = _texts(source, known, judged, language)
    if known.proposal.round.of_votes and form.BALLOTS not in judged:
        texts |= without_points(source, known.proposal, language)
    by_hand = hand_steps(store, actor, round_, source.line, source.people.keys)
    texts[form.BOARD] = _json(by_hand.model_dump())
    texts[form.HASHES] = _json({name: sha256(texts[name]) for name in form.hashed(texts)})
    log = form.LogPart.model_validate({"events": source.events, "said": source.said})
    texts[form.LOG] = _json(log.model_dump())
    texts[form.HEAD] = f"{source.decision.head}\n"
    return pack({name: texts[name].encode() for name in form.in_order(texts)})


def _texts(
    source: Source, known: Reduced, judged: Mapping[str, Part], language: Language
) -> dict[str, str]:
    made, made_by = source.decision, source.content["given"]
    people = _people(source, known)
    versions = form.VersionsPart(
        cohorts=version("cohorts"), made_with=dict(known.proposal.versions)
    )
    # how many units are a point stands there only where these are no thousandths, a salt of votes
    point = {name: made_by[name] for name in ("point", "of_votes") if name in made_by}
    inputs = form.InputsPart(
        relations=made_by["relations"],
        merit=made_by["merit"],
        previous=made_by["previous"],
        **point,
    )
    return {
        form.README: readme(made, people, form.in_order({*form.FILES, *judged}), language),
        form.DECISION: _json(_decision(source).model_dump()),
        form.PROPOSAL: as_json(document(known.proposal, language)),
        form.PROGRAMME: _json(frozen(known.proposal.asked_by)),
        form.PEOPLE: _json(people.model_dump()),
        form.INPUTS: _json(inputs.model_dump(exclude_unset=True)),
        form.KEPT: source.kept,
        form.VERSIONS: _json(versions.model_dump()),
        **{name: _json(part.model_dump()) for name, part in judged.items()},
    }


def _decision(source: Source) -> form.DecisionPart:
    made = source.decision
    return form.DecisionPart(
        number=made.number,
        proposal=made.proposal,
        proposal_number=made.proposal_number,
        signed=made.signed,
        reason=made.reason,
        reason_salt=made.reason_salt,
        reason_erased=bool(made.reason_salt) and not made.reason,
        at=made.at,
        by=made.by,
        moved=made.deviation.moved,
        people=made.deviation.people,
        reasons=made.deviation.reasons,
        choice=made.deviation.choice,
    )


def _people(source: Source, known: Reduced) -> form.PeoplePart:
    """Also who was erased and has no seat, where the kept proposal names them."""
    keys = keys_of(source.people)
    here = {keys[str(one.id)] for one in known.people}
    named = (key for key in source.people.erased if key in source.kept and key not in here)
    nothing = (Applicant(id=source.people.keys.ids[key]) for key in named)
    people = sorted((*known.people, *nothing), key=lambda one: one.id)
    erased = frozenset(source.people.erased)
    return form.PeoplePart(
        fields=list(known.fields),
        people=[
            form.PersonPart(
                id=str(one.id),
                key=keys[str(one.id)],
                erased=keys[str(one.id)] in erased,
                said=json.loads(applicant_text(one)),
            )
            for one in people
        ],
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
