"""Everything an organiser may give beside applicants and programme: each is stated here, once.

From this follow: the keywords of ``compose``, the options of the command line, what is hashed, the
settings in a proposal and how they are taken from it, and the fields on the page. An input more is
an entry more here, and its words in ``words/*/help.toml`` and ``pages.toml``.
"""

# no postponed annotations: what is said of an input stands in its annotation, and is an object

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypedDict, get_type_hints

from pydantic import AfterValidator
from pydantic import Field as Limited

from cohorts.composing import spelled
from cohorts.composing.input import SETTINGS, Field, Input, Option
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.merit_file import read_merit
from cohorts.intake.beside.previous_file import read_previous
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.beside.waiting_list import read_waiting
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.relation import Relation
from cohorts.round.left_at import LeftAt
from cohorts.round.merit import THOUSANDTHS
from cohorts.round.round import Round
from cohorts.round.smaller import Smaller
from cohorts.round.waiting import Wait, WaitingList

MOST_GROUPS = 1_000
LeftText = Annotated[str, AfterValidator(lambda text: LeftAt.of(text).text)]
"""At which stage somebody left, and why, in a text."""
GroupNumber = Annotated[int, Limited(ge=1, le=100_000)]


def _relations(round_: Round) -> list[dict[str, Any]]:
    """As rows; what is not said is left out."""
    rows = (asdict(relation) for relation in round_.relations)
    return [{k: v for k, v in row.items() if v not in (None, "")} for row in rows]


def _merit(round_: Round) -> object:
    """By id, in thousandths of a point; else with how many units are a point, and the salt."""
    merit = _by_id(round_.merit)
    salt = {"of_votes": round_.of_votes} if round_.of_votes else {}
    if round_.point == THOUSANDTHS and not salt:
        return merit
    return {"point": round_.point, "merit": merit} | salt


def _by_id(values: Mapping[ApplicantId, int] | None) -> list[tuple[str, int]] | None:
    return None if values is None else sorted((str(who), value) for who, value in values.items())


def _waits(left: Sequence[Any]) -> WaitingList:
    """Since when whoever has no group waits, as a document states of each."""
    return {ApplicantId(one.id): Wait(one.since) for one in left if one.since}


def _found(texts: Sequence[str], applicants: Sequence[Applicant]) -> tuple[ApplicantId, ...]:
    """Whom these call by id, KvK number or name, each once. Raises InputError, with the nearest."""
    people = Directory(applicants)
    return tuple(sorted({people.find(text, "--gone") for text in texts}))


def _admitted(texts: Sequence[str], applicants: Sequence[Applicant]) -> dict[ApplicantId, str]:
    """Whom these call in the same way → the reason. Raises InputError."""
    people = Directory(applicants)
    return {people.find(who, "--admit"): why for who, why in spelled.admitted(texts)}


class Given(TypedDict, total=False):
    """What is given; None, or absent: not given, and then the programme or the proposal says it.

    ``groups``, ``size`` (smallest, largest) and ``places`` replace the programme's own; ``on``:
    the day the conditions are judged on (today); ``count_from``: the least sure status that is
    composed; ``previous``: id → group number, and as many groups as then where that fits;
    ``keep``: nobody leaves that group; ``pins``: id → group number (from 1); ``gone``: who has
    stopped, and gets no group; ``not_on``: who did not go on after a stage of the choice → which,
    and why; ``admitted``: who takes part although a condition refuses them → the reason;
    ``smaller``: group number → with how few members it may go on, and why;
    ``waiting``: who waited already (it decides nothing but since when).
    """

    relations: Annotated[
        Sequence[Relation] | None,
        Input(
            option=Option("--relations", "FILE", Path),
            read=read_relations,
            in_round=_relations,
            nothing=[],
            field=Field.UPLOAD,
        ),
    ]
    merit: Annotated[
        Mapping[ApplicantId, int] | None,
        Input(
            option=Option("--merit", "FILE", Path),
            read=read_merit,
            in_round=_merit,
            field=Field.UPLOAD,
        ),
    ]
    previous: Annotated[
        Mapping[ApplicantId, int] | None,
        Input(
            option=Option("--previous", "FILE", Path),
            read=read_previous,
            in_round=lambda round_: _by_id(round_.previous),
            field=Field.UPLOAD,
        ),
    ]
    waiting: Annotated[
        WaitingList | None,
        Input(
            option=Option("--waiting", "FILE", Path),
            read=read_waiting,
            in_round=None,
            stated="not_placed",
            taken=_waits,
            field=Field.UPLOAD,
        ),
    ]
    keep: Annotated[
        bool | None,
        Input(
            option=Option("--keep", kind=bool),
            in_round=lambda round_: round_.keep,
            nothing=False,
            stated=f"{SETTINGS}keep",
            form=bool,
            field=Field.SWITCH,
            beside="previous",
        ),
    ]
    groups: Annotated[
        int | None,
        Input(
            option=Option("--groups", "K", int),
            in_round=lambda round_: round_.groups,
            stated=f"{SETTINGS}groups",
            form=int,
            field=Field.NUMBER,
            of_programme=True,
            most=MOST_GROUPS,
        ),
    ]
    size: Annotated[
        tuple[int, int] | None,
        Input(
            option=Option("--size", "MIN-MAX"),
            read=lambda text, _: spelled.sizes(text),
            in_round=lambda round_: (round_.smallest, round_.largest),
            stated=f"{SETTINGS}size",
            form=tuple[int, int],
            field=Field.RANGE,
            of_programme=True,
            most=MOST_GROUPS,
            usual=lambda programme: programme.groups.size,
        ),
    ]
    places: Annotated[
        str | None,
        Input(
            option=Option("--places", "MODE"),
            in_round=lambda round_: str(round_.places),
            stated="places",
            form=str,
            field=Field.ROOM,
            of_programme=True,
            usual=lambda programme: programme.groups.places,
        ),
    ]
    on: Annotated[
        date | None,
        Input(
            option=Option("--on", "DATE"),
            read=lambda text, _: spelled.day(text),
            in_round=lambda round_: round_.on.isoformat(),
            stated=f"{SETTINGS}on",
            form=date,
            field=Field.DAY,
        ),
    ]
    count_from: Annotated[
        Status | None,
        Input(
            option=Option("--count-from", "STATUS"),
            read=lambda text, _: spelled.status(text),
            in_round=lambda round_: round_.count_from.value,
            stated=f"{SETTINGS}count_from",
            form=Status,
            field=Field.CHOICE,
            of_programme=True,
            options=tuple(Status),
            usual=lambda programme: programme.count_from,
        ),
    ]
    pins: Annotated[
        Mapping[ApplicantId, int] | None,
        Input(
            option=Option("--pin", "ID=GROUP", many=True),
            read=lambda texts, _: spelled.pins(texts),
            in_round=lambda round_: {str(who): group for who, group in round_.pins.items()},
            nothing={},
            stated=f"{SETTINGS}pins",
            form=dict[str, GroupNumber],
            taken=lambda pins: {ApplicantId(who): group for who, group in pins.items()},
        ),
    ]
    gone: Annotated[
        Sequence[ApplicantId] | None,
        Input(
            option=Option("--gone", "ID", many=True),
            read=_found,
            in_round=lambda round_: [str(who) for who in round_.gone],
            nothing=[],
            stated=f"{SETTINGS}gone",
            form=list[str],
            taken=lambda gone: [ApplicantId(who) for who in gone],
        ),
    ]
    not_on: Annotated[
        Mapping[ApplicantId, LeftAt] | None,
        Input(
            option=Option("--not-on", "ID=STAGE:WHY", many=True),
            read=lambda texts, _: spelled.not_on(texts),
            in_round=lambda round_: {str(who): at.text for who, at in round_.not_on.items()},
            nothing={},
            stated=f"{SETTINGS}not_on",
            form=dict[str, LeftText],
            taken=lambda left: {ApplicantId(who): LeftAt.of(at) for who, at in left.items()},
        ),
    ]
    admitted: Annotated[
        Mapping[ApplicantId, str] | None,
        Input(
            option=Option("--admit", "ID=REASON", many=True),
            read=_admitted,
            # why decides nothing
            in_round=lambda round_: {str(who): True for who in round_.admitted},
            nothing={},
            stated="admitted",
            taken=lambda parts: {ApplicantId(one.id): one.reason for one in parts},
        ),
    ]
    smaller: Annotated[
        Mapping[int, Smaller] | None,
        Input(
            option=Option("--smaller", "GROUP=SIZE:REASON", many=True),
            read=lambda texts, _: spelled.smaller(texts),
            # why decides nothing
            in_round=lambda round_: {str(n): one.size for n, one in round_.smaller.items()},
            nothing={},
            stated="smaller",
            taken=lambda parts: {one.group: Smaller(one.size, one.reason) for one in parts},
        ),
    ]
    seed: Annotated[
        int | None,
        Input(
            option=Option("--seed", "N", int),
            in_round=lambda round_: round_.seed,
            nothing=0,
            stated="seed",
            form=int,
        ),
    ]


def inputs_of(given: type) -> dict[str, Input]:
    """Name → what is said of it, in the order in which they are stated."""
    hints = get_type_hints(given, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


INPUTS: dict[str, Input] = inputs_of(Given)
"""Every input, by name."""
