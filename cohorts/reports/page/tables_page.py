"""The page of a plan of tables: the tables, a slip for everybody, who meets whom, how evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.own_words import in_own_words
from cohorts.reports.page.draw import draw
from cohorts.reports.page.meeting_dots import dots_of
from cohorts.reports.page.table_bars import spreads_of
from cohorts.reports.stamp import Stamp, for_whom, reference_of
from cohorts.reports.tables_said import (
    absent_in,
    apart,
    aside,
    called,
    counts,
    in_order,
    laid_in,
    name_and_company,
    reached,
    same_in_each,
    session_called,
)
from cohorts.words import Language, say
from cohorts.words.phrase import listed

DESIGN = "design"
FOLDED_FROM = 24
"""From so many tables on, only the first session is open, and the slips are behind a line."""
LONGEST_OPEN = 12
"""With more tables than these in a session that one is folded as well: a phone shows one a row."""


@dataclass(frozen=True)
class Slip:
    """``stops``: (session, table; None where absent, whether that is where this person stays)."""

    number: int
    name: str
    company: str
    stops: tuple[tuple[int, int | None, bool], ...]
    meets: tuple[str, ...]


@dataclass(frozen=True)
class Laid:
    """A table: its number, and (name, company, whether that person stays) of who sits there."""

    number: int
    people: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class Session:
    """A session with its tables; ``absent``: in words, who is not there."""

    number: int
    title: str
    sizes: str
    tables: tuple[Laid, ...]
    absent: str


@in_own_words
def tables_page(plan: TablesPlan, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    people = in_order(plan.round_.applicants)
    slips = list(_slips(plan, people))
    lead, *more = reached(plan, language)
    return draw(
        "tables",
        language,
        stamp=_stamp(plan).said(for_whom("organiser", language), language),
        kind=say("rotation.kind", language),
        title=plan.programme.title[language],
        counts=counts(plan, language),
        lead=lead,
        more=more,
        stopped="" if plan.reproducible else say("rotation.made_stopped", language),
        sessions=[_session(plan, number, language) for number in range(len(plan.sessions))],
        folded=sum(map(len, plan.sittings)) >= FOLDED_FROM,
        first_open=len(plan.sittings[0]) <= LONGEST_OPEN,
        stays=any(one.hosts for one in plan.sessions),
        slips=slips,
        dots=dots_of([(a.id, called(a)) for a in people], plan.figures.meetings),
        often=_often(plan, language),
        spreads=spreads_of(plan, language),
        apart=apart(plan, language),
        aside=aside(plan, language),
        settings=_settings(plan, language),
    )


def _stamp(plan: TablesPlan) -> Stamp:
    sittings = (table for sitting in plan.sittings for table in sitting)
    return Stamp(plan.round_.on, reference=reference_of(map(sorted, sittings)))


def _session(plan: TablesPlan, number: int, language: Language) -> Session:
    asked = plan.sessions[number]
    tables = []
    for table, people in enumerate(plan.sittings[number], 1):
        members = in_order(plan.round_.applicants[plan.round_.rows[one]] for one in people)
        if members:
            seated = tuple((*name_and_company(a), a.id in asked.hosts) for a in members)
            tables.append(Laid(table, seated))
    absent = absent_in(plan, number)
    said = say("rotation.is_absent", language, people=listed(map(called, absent), language))
    title = session_called(plan, number, language)
    sizes = "" if same_in_each(plan) else laid_in(plan, number, language)
    return Session(asked.number, title, sizes, tuple(tables), said if absent else "")


def _slips(plan: TablesPlan, people: list[Applicant]) -> Iterator[Slip]:
    """Where everybody goes, and whom each meets; who is met twice is named with how often."""
    seats: dict[ApplicantId, dict[int, int]] = {a.id: {} for a in people}
    for asked, tables in zip(plan.sessions, plan.sittings, strict=True):
        for table, members in enumerate(tables, 1):
            for person in members:
                seats[person][asked.number] = table
    names = {a.id: called(a) for a in people}
    met: dict[ApplicantId, list[tuple[str, int]]] = {a.id: [] for a in people}
    for (a, b), times in plan.figures.meetings.items():
        met[a].append((names[b], times))
        met[b].append((names[a], times))
    for number, one in enumerate(people, 1):
        stops = tuple(
            (asked.number, seats[one.id].get(asked.number), one.id in asked.hosts)
            for asked in plan.sessions
        )
        others = sorted(met[one.id], key=lambda found: found[0].casefold())
        meets = tuple(f"{name} ({times}×)" if times > 1 else name for name, times in others)
        yield Slip(number, *name_and_company(one), stops, meets)


def _often(plan: TablesPlan, language: Language) -> list[tuple[str, str, float]]:
    """(how often, how many pairs, per cent of all pairs), from never on."""
    n = plan.round_.n
    pairs = n * (n - 1) // 2
    counted = Counter(plan.figures.meetings.values())
    counted[0] = pairs - len(plan.figures.meetings)
    words = {0: "times_never", 1: "times_once"}
    return [
        (
            say(f"rotation.{words.get(times, 'times')}", language, times=times),
            say("rotation.times_pairs", language, pairs=counted[times]),
            round(100 * counted[times] / max(pairs, 1), 1),
        )
        for times in range(max(counted) + 1)
    ]


def _settings(plan: TablesPlan, language: Language) -> list[tuple[str, str]]:
    """What it was made with."""
    begun = "design" if plan.method.startswith(DESIGN) else "search"
    facts = {
        "programme": f"{plan.programme.name} ({plan.programme.source})".replace(" ()", ""),
        "method": say(f"rotation.method_{begun}", language),
        "met": say("rotation.times_pairs", language, pairs=len(plan.met)) if plan.met else "",
        "seed": str(plan.round_.seed),
        "effort": say(f"report.effort_{plan.effort.value}", language),
        "input": plan.input_sha256,
    }
    return [(say(f"rotation.made_{key}", language), said) for key, said in facts.items() if said]
