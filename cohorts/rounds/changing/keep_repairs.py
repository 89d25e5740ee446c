"""What is decided repaired: the options, kept as proposals beside each other."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import partial
from threading import Event

from cohorts.after.repairing import Repair, Wishes, repair
from cohorts.errors import InputError, NoCompositionError, Problem, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.programme.frozen import frozen
from cohorts.record.document import document
from cohorts.round.smaller import Smaller
from cohorts.rounds.act import check_may
from cohorts.rounds.actor import Actor
from cohorts.rounds.changing.as_promised import Promised, as_promised, promised_in
from cohorts.rounds.changing.changed import Changed, changed
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from solver.solution import Effort


class TooSmall(StrEnum):
    """What becomes of groups with too few members.

    Others join them, one who was named joins them, they join others, or nothing.
    """

    FILL = "fill"
    BORROW = "borrow"
    MERGE = "merge"
    GO_ON = "go_on"


def keep_repairs(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    *,
    effort: Effort,
    too_small: TooSmall = TooSmall.FILL,
    why: str = "",
    borrowed: tuple[PersonKey, int] | None = None,
    stop: Event | None = None,
) -> tuple[ProposalKey, ...]:
    """Keeps each option, fewest moves first.

    Who has no place by the decision gets one where they were asked and said yes, and only then: in
    the group they were asked for, unless a must forbids it or somebody would lose their place.
    ``why``: groups that are too small go on all the same; it stands in the proposals.
    ``borrowed``: who joins which; where more are needed, others do too.

    Raises:
    InputError where they do and there is no reason, or nobody is named who can join,
    RefusedError where there is nothing to repair or something else is asked since, and what a
    repair raises.
    """
    check_may(store, actor, round_, may=ORGANISERS)
    since = changed(store, actor, round_)
    if since is None:
        raise RefusedError(Problem("changing.nothing"))
    if frozen(since.asked.programme) != frozen(since.proposal.asked_by):
        raise RefusedError(Problem("changing.other_programme"))
    given = since.given
    short = since.too_small()
    if too_small is TooSmall.GO_ON and short:
        if not visible(why):
            raise InputError(Problem("changing.no_why"))
        exempt = {number: Smaller(size, visible(why)) for number, size in short.items()}
        given["smaller"] = {**since.round.smaller, **exempt}
    given["gone"] = (*(given.get("gone") or ()), *_nowhere(since))
    yes = {one.person for one in since.yes}

    lent = _lent(since, borrowed) if too_small is TooSmall.BORROW else {}
    closed = short if too_small is TooSmall.MERGE else ()

    def found(placed: Collection[ApplicantId], promised: Promised) -> Repair:
        return repair(
            document(since.proposal, Language.NL),
            since.people.applicants,
            since.asked.programme,
            wishes=Wishes(
                out=_waiting(since, yes),
                placed=placed,
                promised={**promised, **lent},
                closed=closed,
                most_moves=0 if too_small is TooSmall.GO_ON else None,
            ),
            effort=effort,
            stop=stop,
            **given,
        )

    takes = [who for who in since.round.rows if since.people.keys.of[who] in yes]
    seated = [who for who in since.round.rows if who in since.proposal.composition.seats]
    promised = promised_in(since, closed)
    try:
        options = as_promised(partial(found, [*takes, *seated]), promised).options
    except NoCompositionError:  # somebody must lose a place
        options = as_promised(partial(found, takes), promised).options
    return keep_proposals(
        store,
        actor,
        round_,
        options,
        made=Made.REPAIRED,
        before=since.base.key,
        version=since.people.version,
        asked=since.asked.revision,
        keys=since.people.keys,
    )


def _lent(since: Changed, borrowed: tuple[PersonKey, int] | None) -> Promised:
    """Raises InputError."""
    person, group = borrowed or (None, 0)
    if person not in since.here or group not in since.too_small():
        raise InputError(Problem("changing.nobody_lent"))
    return {since.people.keys.ids[person]: group}


def _waiting(since: Changed, yes: Collection[PersonKey]) -> list[ApplicantId]:
    """Who had no place and was not asked, or did not say yes."""
    left = (one.applicant.id for one in since.proposal.not_placed)
    return [who for who in left if since.people.keys.of[who] not in yes]


def _nowhere(since: Changed) -> list[ApplicantId]:
    """Who of the proposal is not among the people any more: they withdrew or were erased."""
    known = {a.id for a in since.people.applicants}
    then = since.proposal.round
    all_ = (*then.applicants, *(one.applicant for one in then.set_aside))
    return [a.id for a in all_ if a.id not in known]
