"""Who in a group has to do with whom: what a coach knows before they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.people.relation import RelationKind, pair_of
from cohorts.people.surnames import one_surname
from cohorts.round.round import Round
from cohorts.words import Language, say


def ties(round_: Round, members: Sequence[Applicant], language: Language) -> list[str]:
    """A sentence for each relation in the group, what forms say, and surnames; each once."""
    found = (
        *_by_relation(round_, members, language),
        *_by_form(round_, members, language),
        *_by_surname(round_, members, language),
    )
    return list(dict.fromkeys(found))


def _by_relation(round_: Round, members: Sequence[Applicant], language: Language) -> Iterator[str]:
    labels = {a.id: a.label for a in members}
    for r in round_.relations:
        if r.kind is not RelationKind.NONE and {r.a, r.b} <= labels.keys():
            yield say(f"ties.{r.kind}", language, a=labels[r.a], b=labels[r.b])


def _by_form(round_: Round, members: Sequence[Applicant], language: Language) -> Iterator[str]:
    """Of pairs of whom no row says anything else."""
    forms = round_.on_forms
    told = {pair_of(r.a, r.b) for r in round_.relations}
    for a, b in combinations(members, 2):
        companies = forms.pair_of(a.id, b.id)
        if pair_of(a.id, b.id) in told:
            continue
        if rivalry := forms.rivals.get(companies):
            telling = max(rivalry.namings, key=lambda naming: naming.sure)
            one, other = (a, b) if forms.companies.of[a.id] == telling.by else (b, a)
            key = "named" if telling.sure else "named_perhaps"
            key = "named_both" if rivalry.mutual else key
            yield say(f"ties.{key}", language, a=one.label, b=other.label)
        if companies in forms.partners:
            yield say("ties.partners", language, a=a.label, b=b.label)


def _by_surname(round_: Round, members: Sequence[Applicant], language: Language) -> Iterator[str]:
    """Of those of whom no row says whether they are family."""
    told = {
        pair_of(r.a, r.b)
        for r in round_.relations
        if r.kind in (RelationKind.FAMILY, RelationKind.NONE)
    }
    for family in one_surname(sorted(members, key=lambda a: a.id)):
        if any(pair_of(a.id, b.id) not in told for a, b in combinations(family, 2)):
            who = [f"{a.name} ({a.label})" for a in family]
            yield say("ties.surname", language, who=who)
