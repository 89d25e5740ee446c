"""The worked examples of a rule: who sits where, what that amounts to, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from cohorts.composing.who_sits import as_composition
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import Finding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.rules.worked import Worked
from cohorts.words import Language, say
from cohorts.words.phrase import field_name, listed, number
from solver.choices import with_cheapest_choices

Column = tuple[str, Mapping[ApplicantId, str]]
"""A heading, and what stands under it, by id."""


@dataclass(frozen=True)
class Measured:
    """A worked example with what its rule finds in it."""

    worked: Worked
    rule: Rule
    round: Round
    composition: Composition
    finding: Finding


def measured(name: str, kind: type[Rule]) -> Iterator[Measured]:
    """The examples of the rule called ``name``, computed."""
    for worked in kind.WORKED:
        rule = kind.model_validate({"rule": name, "key": name, **worked.fields})
        round_ = worked.round()
        terms = [demand.term for demand in rule.demands(round_)]
        seats = np.array(worked.seats(), dtype=np.int64)
        grouping = with_cheapest_choices(terms, seats, round_.frame())
        composition = as_composition(grouping, round_)
        finding = rule.measure(composition, round_)
        yield Measured(worked, rule, round_, composition, finding)


def examples(name: str, kind: type[Rule], language: Language) -> Iterator[str]:
    """The examples as lines of a page."""
    for example in measured(name, kind):
        asked = ", ".join(f"{k} = {_asked(v)}" for k, v in example.worked.fields.items())
        said = f"`{asked}`" if asked else say("cli.rules_plain", language)
        yield f"\n{say('cli.rules_example', language, asked=said)}\n"
        yield from _people(example, language)
        yield ""
        yield from _outcome(example, language)


def _people(example: Measured, language: Language) -> Iterator[str]:
    """A row for each member: the group, the name, and what the rule may look at."""
    columns = list(_columns(example, language))
    yield from _head([*_heads("cli.rules_people", language), *(head for head, _ in columns)])
    nowhere = say("cli.rules_nowhere", language)
    seated: list[tuple[str, tuple[Applicant, ...]]] = [
        *((str(number), members) for number, members in example.composition.groups.items()),
        (nowhere, example.composition.not_placed),
    ]
    for group, members in seated:
        for a in members:
            yield _row([group, a.id, *(texts.get(a.id, "") for _, texts in columns)])


def _columns(example: Measured, language: Language) -> Iterator[Column]:
    people = example.round.applicants
    for column in example.worked.columns:
        yield field_name(column, language), {a.id: ", ".join(a.values(column)) for a in people}
    links = _links(example, language)
    if links:
        yield say("cli.rules_relations", language), {i: ", ".join(of) for i, of in links.items()}
    if (merit := example.round.merit) is not None:
        points = {i: number(value / example.round.point, language) for i, value in merit.items()}
        yield say("cli.rules_merit", language), points
    if (before := example.round.previous) is not None:
        yield say("cli.rules_before", language), {i: str(value) for i, value in before.items()}


def _links(example: Measured, language: Language) -> Mapping[ApplicantId, list[str]]:
    """Whom each has a relation with, by id."""
    found: dict[ApplicantId, list[str]] = {}
    for relation in example.round.relations:
        kind = say(f"relations.{relation.kind}", language)
        found.setdefault(relation.a, []).append(f"{kind}: {relation.b}")
        found.setdefault(relation.b, []).append(f"{kind}: {relation.a}")
    return found


def _outcome(example: Measured, language: Language) -> Iterator[str]:
    """A row for each group: what it amounts to, and the sentence; then what belongs to none."""
    yield from _head(_heads("cli.rules_outcome", language))
    for group in example.finding.groups:
        sentence = example.rule.sentence(group, language)
        yield _row([str(group.group), _amounts(group.amounts, language), sentence])
    if example.finding.overall:
        together = say("cli.rules_together", language)
        yield _row([together, _amounts(example.finding.overall, language), ""])


def _amounts(amounts: Mapping[str, int], language: Language) -> str:
    if len(amounts) <= 1:
        return "".join(number(amount, language) for amount in amounts.values()) or "–"
    named = (f"`{name}` {number(amount, language)}" for name, amount in amounts.items())
    return listed(named, language)


def _asked(value: object) -> str:
    """A value as it stands in a programme."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k} = {_asked(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_asked, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _heads(key: str, language: Language) -> list[str]:
    return say(key, language).split("|")


def _head(heads: list[str]) -> Iterator[str]:
    yield _row(heads)
    yield "|" + "---|" * len(heads)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
