"""The options of the last repair, as far as they still answer what stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.pages.here import Here
from cohorts.reports.repair_told import Mended, OptionSaid, mended
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.words import say


@dataclass(frozen=True, eq=False)
class Option:
    """``said``: what it is called and what it brings; ``told``: all that it changes."""

    head: ProposalHead
    proposal: Proposal
    said: OptionSaid
    told: Mended


def options_now(here: Here, since: Changed) -> tuple[Option, ...]:
    """Of one repair, fewest moves first; none made before somebody of the reserve said yes."""
    last = max((one.answered_at for one in since.yes), default="")
    found: list[Option] = []
    for head in heads_of(here.store, here.actor, here.round):
        of_this = head.made is Made.REPAIRED and head.before == since.base.key
        if not of_this or head.outdated or head.at <= last:
            continue
        option = _option(here, head, _called(since))
        if option is None:
            continue
        if option.proposal.repaired is not None and option.proposal.repaired.taken == 1:
            found = []  # a later repair begins
        found.append(option)
    return tuple(found)


def _option(here: Here, head: ProposalHead, called: Mapping[str, str]) -> Option | None:
    proposal = proposal_of(here.store, here.actor, here.round, head.key)
    told = mended(proposal, here.language, called)
    if told is None:
        return None
    said = next(one for one in told.options if one.taken)
    title = said.title.removesuffix(say("repair.taken", here.language)).strip()
    return Option(head, proposal, OptionSaid(title, said.lines, taken=True), told)


def _called(since: Changed) -> Mapping[str, str]:
    """What those are called who are no more among the people."""
    ids = since.people.keys.ids
    return {str(ids[one.person]): one.label for one in since.left if one.label}
