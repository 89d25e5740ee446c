"""What each session asks, by options and plan: its tables, who is there, hosts, who is apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cohorts.after.rotation.plan_file import Part, ReadPlan
from cohorts.after.rotation.table_sizes import Bounds, Laid, bounds_of
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.errors import InputError, Problem
from cohorts.forms.toml_file import Location
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.round.round import Round


@dataclass(frozen=True)
class OneSession:
    """``tables``: the bounds of each; ``there``: who is; ``hosts``: person → table, from 1.

    ``apart``: pairs that the plan keeps from one table in this session.
    """

    number: int
    title: str
    tables: tuple[Bounds, ...]
    there: frozenset[ApplicantId]
    hosts: Mapping[ApplicantId, int]
    apart: frozenset[Pair]


@dataclass
class _Asked:
    """What is said of one session, or of all; ``hosts``: person → table, and where that is said."""

    absent: set[ApplicantId] = field(default_factory=set)
    hosts: dict[ApplicantId, tuple[int, str]] = field(default_factory=dict)
    apart: set[Pair] = field(default_factory=set)
    faults: list[Problem] = field(default_factory=list)

    def take(self, other: _Asked, people: Directory) -> None:
        """Takes up what is said beside it."""
        self.absent |= other.absent
        self.apart |= other.apart
        for person, (table, place) in other.hosts.items():
            before, _ = self.hosts.setdefault(person, (table, place))
            if before != table:
                facts = {"person": people.called(person), "tables": (str(before), str(table))}
                self.faults.append(Problem("rotation.host_twice", place, facts))


def sessions_of(wanted: Wanted, round_: Round, people: Directory) -> tuple[OneSession, ...]:
    """Every session of a round, whose people are those that its conditions let through.

    Raises InputError for what cannot be: unknown people, too few tables or too many, nobody there,
    a host who is absent, refused or at two tables.
    """
    asked = [_Asked() for _ in range(wanted.number)]
    faults = [*_typed(wanted, asked, people), *_planned(wanted, asked, people)]
    faults += [fault for one in asked for fault in one.faults]
    if not faults:
        for number, one in enumerate(asked, 1):
            faults += _refused_hosts(number, one, round_, people)
    _raise(faults)
    found = []
    for number, one in enumerate(asked, 1):
        there = frozenset(round_.rows.keys() - one.absent)
        tables = bounds_of(number, len(there), _laid(wanted, number))
        faults += _tables_of_hosts(number, one, len(tables), people)
        hosts = {who: table for who, (table, _) in sorted(one.hosts.items())}
        apart = frozenset(pair for pair in one.apart if there.issuperset(pair))
        found.append(OneSession(number, _title(wanted, number), tables, there, hosts, apart))
    _raise(faults)
    return tuple(found)


def _raise(faults: list[Problem]) -> None:
    """Raises InputError with each of them once: what is so in several sessions is told of one."""
    once: dict[str, Problem] = {}
    for fault in faults:
        facts = {name: fact for name, fact in fault.facts.items() if name != "session"}
        once.setdefault(repr((fault.code, fault.place, facts)), fault)
    if once:
        raise InputError(*once.values())


def _typed(wanted: Wanted, asked: list[_Asked], people: Directory) -> Iterator[Problem]:
    """Takes up what the options say; gives what is wrong with it."""
    for person, sessions in wanted.absent.items():
        for session in sorted(sessions):
            if session > len(asked):
                facts = {"person": people.called(person), "session": session, "all": len(asked)}
                yield Problem("rotation.absent_session", "--absent", facts)
            else:
                asked[session - 1].absent.add(person)
    for one in asked:
        one.hosts |= {person: (table, "--host") for person, table in wanted.hosts.items()}


def _planned(wanted: Wanted, asked: list[_Asked], people: Directory) -> Iterator[Problem]:
    """Takes up what the plan says; gives what is wrong with it."""
    if wanted.plan is None:
        return
    for part, where, session in wanted.plan.parts():
        said = _said(part, where, wanted.plan, people)
        yield from said.faults
        for one in asked if session is None else asked[session - 1 : session]:
            one.take(said, people)


def _said(part: Part, where: Location, plan: ReadPlan, people: Directory) -> _Asked:
    """A part of the plan with its people found, and every fault in it."""
    said = _Asked()
    for name in part.absent:
        said.absent.update(_find(name, plan.place(*where, "absent"), people, said))
    place = plan.place(*where, "apart")
    for a, b in part.apart:
        ends = [*_find(a, place, people, said), *_find(b, place, people, said)]
        if len(set(ends)) > 1:
            said.apart.add(pair_of(ends[0], ends[1]))
        elif len(ends) > 1:
            facts = {"person": people.called(ends[0])}
            said.faults.append(Problem("rotation.apart_self", place, facts))
    place = plan.place(*where, "hosts")
    for name, table in part.hosts.items():
        hosts = dict.fromkeys(_find(name, place, people, said), (table, place))
        said.take(_Asked(hosts=hosts), people)
    return said


def _find(name: str, place: str, people: Directory, said: _Asked) -> tuple[ApplicantId, ...]:
    """Whoever is meant; nobody, and a fault, where that cannot be said."""
    try:
        return (people.find(name, place),)
    except InputError as error:
        said.faults += error.problems
        return ()


def _laid(wanted: Wanted, session: int) -> Laid:
    """How the tables of a session are asked: first its own word, then the options, then the plan.

    What one says of the number and not of the size, or the other way about, the next may say.
    """
    by_option = "--tables" if wanted.tables is not None else "--size"
    levels = [Laid(wanted.tables, wanted.size, (), by_option)]
    if wanted.plan is not None:
        whole = wanted.plan.stated
        name = "sizes" if whole.sizes else "tables" if whole.tables else "size"
        levels.append(Laid(whole.tables, whole.size, whole.sizes, wanted.plan.place(name)))
        for own in whole.sessions[session - 1 : session]:
            place = wanted.plan.place("sessions", session - 1)
            levels.insert(0, Laid(own.tables, own.size, own.sizes, place))
    said = [one for one in levels if one.says_something]
    if not said or said[0].sizes:
        return said[0] if said else Laid(None, None)
    tables = next((one.tables for one in said if one.tables is not None), None)
    size = next((one.size for one in said if one.size is not None), None)
    return Laid(tables, size, (), said[0].place)


def _title(wanted: Wanted, session: int) -> str:
    stated = wanted.plan.stated.sessions if wanted.plan else ()
    return stated[session - 1].title if stated else ""


def _refused_hosts(
    session: int, asked: _Asked, round_: Round, people: Directory
) -> Iterator[Problem]:
    """Hosts who take no part, or are not there in the session."""
    for person, (table, place) in sorted(asked.hosts.items()):
        facts = {"person": people.called(person), "table": table}
        if person not in round_.rows:
            yield Problem("rotation.host_aside", place, facts)
        elif person in asked.absent:
            yield Problem("rotation.host_absent", place, facts | {"session": session})


def _tables_of_hosts(
    session: int, asked: _Asked, tables: int, people: Directory
) -> Iterator[Problem]:
    """Hosts of a table that is not there."""
    for person, (table, place) in sorted(asked.hosts.items()):
        if table > tables:
            facts = {"person": people.called(person), "table": table}
            yield Problem(
                "rotation.host_table", place, facts | {"session": session, "tables": tables}
            )
