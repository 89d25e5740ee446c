"""How proposals of meaning 1 and 2 took values: letter for letter. They stay checkable.

Then two spellings of a value were two values, and capitals came before small letters. So the
fingerprint is taken over what is written, an option has another number, and what a rule counted may
be another figure: but only where somebody wrote a value otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from cohorts.composing.fingerprint import digest, said
from cohorts.people.applicant import Applicant
from cohorts.people.spelling import FREE_TEXTS
from cohorts.people.values import bare, folded
from cohorts.programme.programme import Programme
from cohorts.record.document import GroupPart, ProposalDocument
from cohorts.round.round import Round
from cohorts.rules.rule import Rule

SECOND = 2
"""The last meaning version that took values letter for letter."""


def as_given(round_: Round, applicants: Iterable[Applicant]) -> tuple[Applicant, ...]:
    """Those of the round, in its order, as they wrote it."""
    written = {a.id: a for a in applicants}
    return tuple(written[a.id] for a in round_.applicants)


def second_fingerprint(round_: Round, programme: Programme, written: Sequence[Applicant]) -> str:
    """SHA-256 over everything that decides the answer, letter for letter."""
    return digest(round_, programme, [said(a) for a in written])


def numbered_now(
    stated: ProposalDocument, rules: Iterable[Rule], round_: Round, written: Sequence[Applicant]
) -> ProposalDocument:
    """The proposal with the options that groups took numbered as they are today."""
    if stated.meaning_version > SECOND:
        return stated
    numbers = {r.key: _numbers(r.options_in, round_, written) for r in rules if r.options_in}
    groups = [_renumbered(group, numbers) for group in stated.groups]
    return stated.model_copy(update={"groups": groups})


def counted_otherwise(
    rules: Iterable[Rule], asked: Programme, round_: Round, written: Sequence[Applicant]
) -> set[str]:
    """The keys of rules that read a value of which the spelling made a difference then."""
    named = {rule.key: rule.named() for rule in asked.rules}
    return {
        rule.key
        for rule in rules
        if rule.named() != named.get(rule.key, {})
        or any(_differs(field, round_, written) for field in rule.needs())
    }


def _numbers(field: str, round_: Round, written: Collection[Applicant]) -> Mapping[int, int]:
    """The number that the option of a value had then → the one it has now."""
    now = {value: number for number, value in enumerate(round_.values(field))}
    then = sorted({value for a in written for value in a.values(field)})
    spelled = [round_.spelled(field, value) for value in then]
    return {number: now[value] for number, value in enumerate(spelled) if value in now}


def _renumbered(group: GroupPart, numbers: Mapping[str, Mapping[int, int]]) -> GroupPart:
    """With a number no option ever had as it is: it is found to be wrong as before."""
    choices = {
        key: sorted(numbers.get(key, {}).get(option, option) for option in taken)
        for key, taken in group.choices.items()
    }
    return group.model_copy(update={"choices": choices})


def _differs(field: str, round_: Round, written: Sequence[Applicant]) -> bool:
    """Whether a field holds other values, or the same in another order, than letter for letter.

    A sign that closes a value makes another text of it.
    """
    if field in FREE_TEXTS:
        texts = [a.text(field) or "" for a in written]
        return any(folded(text) != " ".join(text.lower().split()) for text in texts)
    then = sorted({value for a in written for value in a.values(field)})
    return then != list(round_.values(field)) or any(bare(value) != value for value in then)
