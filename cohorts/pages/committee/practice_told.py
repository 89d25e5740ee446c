"""What rules made of practice ballots: a table, and in the words of the rules why they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cohorts.committee.practice.practised import Practised, stopped
from cohorts.committee.votes import Election
from cohorts.pages.told import page_words
from cohorts.reports.stage_said import silence_of
from cohorts.words import Language, explain

t = page_words("committee_practice")


@dataclass(frozen=True)
class Row:
    """``chosen``: by each rule of the table; None: it could not count."""

    name: str
    chosen: tuple[bool | None, ...]

    @property
    def is_agreed(self) -> bool:
        """Whether every rule that could count says the same."""
        return len({one for one in self.chosen if one is not None}) == 1


@dataclass(frozen=True)
class Table:
    """``rules``: their titles; ``rows``: whom any of them chooses, first where they differ."""

    rules: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Told:
    """``over_all``: of all rules together; ``of_rules``: (title, what it does) of each."""

    over_all: tuple[str, ...]
    of_rules: tuple[tuple[str, tuple[str, ...]], ...]


def table_of(election: Election, found: Sequence[Practised], language: Language) -> Table:
    """Of made-up names only."""
    counted = [one for one in found if one.chosen]
    rows = [
        Row(
            _called(c),
            tuple(c in one.chosen if one.chosen else None for one in found),
        )
        for c in election.candidates
        if any(c in one.chosen for one in counted)
    ]
    titles = tuple(one.rule.TITLE[language] for one in found)
    return Table(titles, tuple(sorted(rows, key=lambda row: row.is_agreed)))


def told_of(election: Election, found: Sequence[Practised], language: Language) -> Told:
    """The first is the rule that stands in the plan: the others are told beside it."""
    first = found[0]
    return Told(
        tuple(_over_all(election, found)),
        tuple(
            (
                t("now_rule" if one is first else "rule", rule=one.rule.TITLE[language]),
                tuple(_of_rule(election, first, one, language)),
            )
            for one in found
        ),
    )


def _over_all(election: Election, found: Sequence[Practised]) -> Iterator[str]:
    counted = [one.chosen for one in found if one.chosen]
    facts = {"members": election.voters, "candidates": len(election.candidates)}
    yield t("counted", count=len(counted), **facts)
    if not counted:
        return
    every, any_ = frozenset.intersection(*counted), frozenset.union(*counted)
    if every == any_:
        yield t("all_agree", people=_names(every), count=len(every))
        return
    yield t("agree", count=len(every), places=max(map(len, counted)))
    yield t("differ", people=_names(any_ - every))
    yield t("nobody", count=len(election.candidates) - len(any_))


def _of_rule(
    election: Election, first: Practised, one: Practised, language: Language
) -> Iterator[str]:
    if one.problems:
        yield " ".join(explain(one.problems[0], language, plainly=True))
    elif one is not first and first.chosen:
        yield _beside(first.chosen, one.chosen)
    if one.by_lot:
        yield t("by_lot")
    yield one.rule.ABOUT[language]
    yield one.rule.WHEN[language]
    yield silence_of(one.rule, language)
    if one.cut is not None:
        yield _cut(election, one.chosen, one.cut)


def _beside(first: frozenset[str], then: frozenset[str]) -> str:
    come, go = then - first, first - then
    if not come and not go:
        return t("same")
    return t("instead", come=_names(come), go=_names(go))


def _cut(election: Election, whole: frozenset[str], cut: frozenset[str]) -> str:
    facts = {"count": stopped(election)}
    come, go = cut - whole, whole - cut
    if not come and not go:
        return t("cut_same", **facts)
    return t("cut", come=_names(come), go=_names(go), **facts)


def _names(candidates: Collection[str]) -> list[str]:
    """By number; where there is nobody, that."""
    return [_called(c) for c in sorted(candidates, key=int)] or [t("nobody_named")]


def _called(candidate: str) -> str:
    return t("candidate", number=candidate)
