"""What stands in a dossier: its files, in their order, and the shape of each.

Everything in it goes by the ids that the applicants' file had; ``people.json`` says by which key
the log knows each of them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, TypeAdapter

from cohorts.people.relation import Relation
from cohorts.record.parts import Part
from cohorts.round.merit import THOUSANDTHS

FORM: Final = 1
"""Of the dossier; another one is another form."""
README = "README.md"
DECISION = "decision.json"
PROPOSAL = "proposal.json"
PROGRAMME = "programme.json"
PEOPLE = "people.json"
INPUTS = "inputs.json"
BOARD = "board.json"
KEPT = "kept.json"
VERSIONS = "versions.json"
COMMITTEE = "committee.json"
BALLOTS = "ballots.json"
HASHES = "hashes.json"
LOG = "log.json"
HEAD = "witness.txt"
HASHED = (
    README, DECISION, PROPOSAL, PROGRAMME, PEOPLE, INPUTS, BOARD, KEPT, VERSIONS,
)  # fmt: skip
"""What the hashes are of."""
OF_COMMITTEE = (COMMITTEE, BALLOTS)
"""Where a committee judged; the ballots only for whoever checks it."""
FILES = (*HASHED, HASHES, LOG, HEAD)
"""All of it; the head of the log last, by name too."""
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Key = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
Count = Annotated[int, Field(ge=0, le=10**9)]


def _list(text: str) -> str:
    TypeAdapter(list[str]).validate_json(text)
    return text


def _digests(text: str) -> str:
    TypeAdapter(list[tuple[str, str | None]]).validate_json(text)
    return text


def _object(text: str) -> str:
    TypeAdapter(dict[str, Any]).validate_json(text)
    return text


def _related(relations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    TypeAdapter(list[Relation]).validate_python(relations)
    return relations


ListText = Annotated[str, AfterValidator(_list)]
"""A list of texts as JSON, in a text."""
DigestsText = Annotated[str, AfterValidator(_digests)]
"""Pairs of a digest and whom it is about, in the same way."""
ObjectText = Annotated[str, AfterValidator(_object)]
Group = Annotated[int, Field(ge=1, le=100_000)]


class DecisionPart(Part):
    """``by``: who was logged in; ``reason_salt``: by which the log knows the reason."""

    number: Count
    proposal: Key
    proposal_number: Count
    signed: str
    reason: str
    reason_salt: str
    reason_erased: bool
    at: str
    by: str
    moved: Count
    people: Count
    reasons: Count
    choice: Count


class PersonPart(Part):
    """``said``: the fields that the composition used; of whom was ``erased``, none."""

    id: str
    key: Key
    erased: bool
    said: dict[str, Any]


class PeoplePart(Part):
    """``fields``: what may stand in ``said``; ``whole``: everything they answered had to stay."""

    fields: list[str]
    people: list[PersonPart]


class InputsPart(Part):
    """What came in files of its own; relations without what was noted of them.

    ``point``: units of merit in one point; ``of_votes``: the salt of points that came of votes.
    ``votes_untold``: such points counted, and are left out here and in the proposal as kept.
    """

    relations: Annotated[list[dict[str, Any]], AfterValidator(_related)]
    merit: dict[str, int] | None
    previous: dict[str, int] | None
    point: Annotated[int, Field(ge=1, le=10**12)] = THOUSANDTHS
    of_votes: Annotated[str, Field(pattern="^[0-9a-f]*$", max_length=64)] = ""
    votes_untold: bool = False


class StepPart(Part):
    """What one step by hand did: id → the group after it, null for none."""

    kind: str
    by: str
    moved: dict[str, Group | None]
    reason: str


class BoardPart(Part):
    """From the groups as they were computed, step by step, to those that were decided on."""

    proposal_number: Count
    groups: dict[Annotated[str, Field(pattern="^[1-9][0-9]{0,5}$")], list[str]]
    steps: list[StepPart]


class VersionsPart(Part):
    """``made_with``: library → version, as the proposal was composed."""

    dossier: Literal[1] = FORM
    cohorts: str
    made_with: dict[str, str]


class EventPart(Part):
    """A row of the log, as it is hashed; ``about`` and ``digests`` are JSON in a text."""

    chain: Key
    number: Count
    at: str
    actor: str
    act: str
    object: str
    revision: Count
    about: ListText
    digests: DigestsText
    rows: Digest
    before: Digest
    hash: Digest


class SaidPart(Part):
    """What the last event says: the part, its canonical JSON, and the salt of its digest."""

    part: Count
    value: ObjectText
    salt: str


class CamePart(Part):
    """Who came to a stage, by the ``key`` that the count and its lots go by.

    ``now``: by which the people of the dossier are known. ``counted``: why they did not go on as it
    was counted, "": they did; ``why``: as it was decided. ``reason_salt``: by which the log knows
    the reason of people who decided otherwise.
    """

    key: Key
    now: Key
    counted: str
    on: bool
    why: str
    reason: str = ""
    reason_salt: str = ""
    reason_erased: bool = False


class StagePart(Part):
    """A stage that was decided.

    ``plan``: what it asked and how it was counted, without who judged; ``event``: the number of its
    decision in the log, and what that ``said``. ``points``: whether the composition went by the
    points of this stage. ``erased``: how many of those who came were erased since.
    """

    number: Count
    event: Count
    said: list[SaidPart]
    plan: dict[str, Any]
    came: list[CamePart]
    points: bool
    erased: Count


class CommitteePart(Part):
    """``ballots``: whether these lie in this dossier."""

    stages: list[StagePart]
    ballots: bool


class BallotPart(Part):
    """``voter``: a label that is drawn anew for each dossier; ``said``: key → what it says."""

    voter: str
    said: dict[Key, str | list[str]]


class StageBallotsPart(Part):
    """``salt``: by which the log knows them."""

    number: Count
    salt: Digest
    ballots: list[BallotPart]


class BallotsPart(Part):
    """Of every stage; who said it is not in it."""

    stages: list[StageBallotsPart]


class LogPart(Part):
    """The log of the round from its first event up to the decision."""

    events: list[EventPart]
    said: list[SaidPart]


def in_order(names: Collection[str]) -> tuple[str, ...]:
    """The files of a dossier that has these: what is hashed, then the hashes and the log."""
    return tuple(n for n in (*HASHED, *OF_COMMITTEE, HASHES, LOG, HEAD) if n in names)


def hashed(names: Collection[str]) -> tuple[str, ...]:
    """Those of which the hashes are."""
    return tuple(n for n in (*HASHED, *OF_COMMITTEE) if n in names)
