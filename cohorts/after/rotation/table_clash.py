"""Why a session cannot be seated, in words: the smallest set of demands that clash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from cohorts.after.rotation.kept_from_table import KeptFromTable
from cohorts.after.rotation.one_session import OneSession
from cohorts.errors import Problem
from cohorts.people.relation import Pair, pair_of
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.phrase import listed

if TYPE_CHECKING:  # it brings the engines along
    from solver.pairing.rotation.rotation_clash import RotationClash

MOST_NAMED = 12


def clash_said(
    clash: RotationClash,
    sessions: Sequence[OneSession],
    kept: KeptFromTable,
    rules: Iterable[Rule],
    round_: Round,
) -> Problem:
    """Who may not share a table and by which rule, which hosts, and what tables there are."""
    session = sessions[clash.session]
    pairs = [_pair(pair, round_) for pair in clash.apart]
    titles = {rule.key: rule for rule in rules}
    by_rule: dict[str, list[Pair]] = {}
    for pair in pairs:
        by = [key for key, every in kept.musts.items() if pair in every]
        by_rule.setdefault(by[0] if by else "", []).append(pair)
    demands = {
        language: "; ".join(
            [
                *(
                    _apart(titles[key].title(language) if key else "", found, round_, language)
                    for key, found in by_rule.items()
                ),
                *(
                    say(
                        "rotation.clash_host",
                        language,
                        person=round_.applicants[row].label,
                        table=table + 1,
                    )
                    for row, table in clash.hosts
                ),
                *_tables(clash, session, language),
                *_number(clash, session, language),
            ]
        )
        for language in Language
    }
    facts = {"session": session.number, "demands": demands, "tables": len(session.tables)}
    return Problem("rotation.clash" if clash.minimal else "rotation.clash_not_minimal", "", facts)


def _pair(rows: tuple[int, int], round_: Round) -> Pair:
    return pair_of(*(round_.applicants[row].id for row in rows))


def _apart(title: str, pairs: Sequence[Pair], round_: Round, language: Language) -> str:
    """A rule, and whom it keeps apart: all of these, or pair by pair."""
    people = sorted(set(chain(*pairs)))
    names = {person: round_.applicants[round_.rows[person]].label for person in people}
    if len(pairs) == len(people) * (len(people) - 1) // 2:
        who = [names[person] for person in people]
    else:
        who = [f"{names[a]} – {names[b]}" for a, b in pairs]
    more = [f"+ {len(who) - MOST_NAMED}"] if len(who) > MOST_NAMED else []
    said = listed([*who[:MOST_NAMED], *more], language)
    rule = title or say("rotation.by_plan", language)
    return say("rotation.clash_apart", language, rule=rule, people=said)


def _number(clash: RotationClash, session: OneSession, language: Language) -> list[str]:
    """How many tables there are, where that is what is too few."""
    if not clash.apart or clash.hosts:
        return []
    return [say("rotation.clash_tables", language, tables=len(session.tables))]


def _tables(clash: RotationClash, session: OneSession, language: Language) -> list[str]:
    """The tables whose size takes part; all of one size at once."""
    said = []
    for key, tables, end in (("most", clash.high, 1), ("least", clash.low, 0)):
        by_size: dict[int, list[int]] = {}
        for table in tables:
            by_size.setdefault(session.tables[table][end], []).append(table + 1)
        for size, found in by_size.items():
            every = len(found) == len(session.tables)
            which = "every" if every else "some"
            facts = {"tables": tuple(map(str, found)), "count": size}
            said.append(say(f"rotation.clash_{key}_{which}", language, **facts))
    return said
