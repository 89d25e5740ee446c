"""A plan of tables on the command line."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.programme.own_words import in_own_words
from cohorts.reports.plain import plain
from cohorts.reports.tables_said import (
    absent_in,
    aside,
    called,
    counts,
    how_even,
    in_order,
    laid_in,
    reached,
    same_in_each,
    session_called,
)
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed

MOST_ASIDE = 30
MOST_TABLES = 24
"""More tables than these over all sessions are left to the page, where there is one."""


@in_own_words
def tables_outcome(plan: TablesPlan, language: Language, *, paged: bool = False) -> list[str]:
    """What was reached, how even it is, who takes no part, and then every table.

    ``paged``: a page has every table, so that many of them need not be told here.
    """
    lines = [counts(plan, language), *reached(plan, language)]
    if not plan.reproducible:
        lines.append(say("rotation.made_stopped", language))
    lines += _even(plan, language)
    without = aside(plan, language)
    if without:
        lines += ["", say("rotation.aside_head", language, count=len(without)) + ":"]
        shown = first_of(without, MOST_ASIDE)
        lines += [f"  {who}: {why}" for who, why in shown]
        if more := len(without) - len(shown):
            lines.append("  " + say("rotation.more", language, count=more))
    tables = sum(bool(people) for sitting in plan.sittings for people in sitting)
    on_page = paged and tables > MOST_TABLES
    if on_page:
        lines += ["", say("rotation.on_page", language, tables=tables)]
    for session in () if on_page else range(len(plan.sessions)):
        lines += ["", *_session(plan, session, language)]
    return [plain(line) for line in lines]


def _even(plan: TablesPlan, language: Language) -> Iterator[str]:
    if plan.traits:
        yield ""
        yield say("rotation.spread_head", language) + ":"
    for number, trait in enumerate(plan.traits):
        name = trait.called(language)
        said = " ".join(how_even(plan, number, language))
        yield f"  {name[:1].upper()}{name[1:]}: {said}"


def _session(plan: TablesPlan, session: int, language: Language) -> Iterator[str]:
    laid = "" if same_in_each(plan) else f" ({laid_in(plan, session, language)})"
    yield f"{session_called(plan, session, language)}{laid}"
    hosts = plan.sessions[session].hosts
    for table, people in enumerate(plan.sittings[session], 1):
        members = [plan.round_.applicants[plan.round_.rows[one]] for one in people]
        names = [
            f"{called(a)} [{say('rotation.stays', language)}]" if a.id in hosts else called(a)
            for a in in_order(members)
        ]
        if names:
            yield f"  {say('rotation.table', language, table=table)}: {', '.join(names)}"
    if absent := absent_in(plan, session):
        people_ = listed(map(called, absent), language)
        yield "  " + say("rotation.is_absent", language, people=people_)
