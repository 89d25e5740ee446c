"""Who does not sit in a group because somebody else does, in words."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed

MOST = 3
Because = tuple[ApplicantId, str, tuple[str, ...]]
"""A member, the note of the relation, the kinds of relation the rule is about.

Both are empty of family: why they sit apart is theirs to tell.
"""


def kept_apart(proposal: Proposal, number: int, language: Language, most: int | None = MOST) -> str:
    """One sentence for each member and cause, the first ``most``; then how many more there are."""
    apart = _apart(proposal, number)
    if not apart:
        return say("report.nobody_apart", language)
    names = {a.id: a.label for a in proposal.round.applicants}
    sentences = [
        say(
            f"report.{'apart_because' if note else 'apart' if kinds else 'apart_plain'}",
            language,
            who=names[member],
            others=listed([names[other] for other in others], language),
            note=note,
            kinds=kinds,
        )
        for (member, note, kinds), others in first_of(list(apart.items()), most or len(apart))
    ]
    if (more := len(apart) - len(sentences)) > 0:
        sentences.append(say("report.apart_more", language, count=more))
    return " ".join(sentences)


def _apart(proposal: Proposal, number: int) -> dict[Because, list[ApplicantId]]:
    """Member and cause → who sits elsewhere."""
    here = {a.id for a in proposal.composition.groups[number]}
    notes = _notes(proposal)
    found: dict[Because, list[ApplicantId]] = {}
    for rule in proposal.programme.rules:
        for (a, b), kinds in rule.told_apart(proposal.round).items():
            if (a in here) != (b in here):
                member, other = (a, b) if a in here else (b, a)
                note = notes.get((a, b), "") if kinds else ""
                found.setdefault((member, note, kinds), []).append(other)
    return found


def _notes(proposal: Proposal) -> dict[Pair, str]:
    """Pair (ids ascending) → what was noted about it, without its full stop."""
    return {
        (min(r.a, r.b), max(r.a, r.b)): r.note.rstrip(" .")
        for r in proposal.round.relations
        if r.note
    }
