"""What a person decided by hand in a group: which must was let go, for whom, by whom and why."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.round.overrides import Override
from cohorts.words import Language, say


def by_hand(proposal: Proposal, number: int, language: Language) -> tuple[str, ...]:
    """A sentence for each override of a member of the group, or of the group as a whole."""
    labels = {a.id: a.label for a in proposal.composition.groups[number]}
    broken = {key for key, group in proposal.found_in[number] if group.broken}
    return tuple(
        _sentence(override, labels.get(override.person, ""), proposal, language)
        for override in proposal.overrides
        if override.breach in broken and (not override.person or override.person in labels)
    )


def _sentence(override: Override, who: str, proposal: Proposal, language: Language) -> str:
    key = "report.by_hand_of" if who else "report.by_hand"
    rule = proposal.programme.rule(override.breach).title(language)
    reason = override.reason.rstrip(" .")
    said = say(key, language, who=who, rule=rule, reason=reason)
    return f"{said} {say('report.by_hand_by', language, by=override.by)}" if override.by else said
