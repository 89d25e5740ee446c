"""What one organiser has on the screen: kept for as long as the page is open, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError
from cohorts.hands.board import Board
from cohorts.intake import Applicants, FieldMap
from cohorts.pages.job import Job
from cohorts.pages.told import language as language  # noqa: PLC0414 - until its callers ask there
from cohorts.words import Language


class Step(StrEnum):
    """The three screens, in order."""

    FILE = "file"
    PROGRAMME = "programme"
    GROUPS = "groups"


@dataclass(frozen=True)
class Upload:
    """A file that was read: what it was called, what it holds, and its bytes to read it again."""

    file: str
    value: Any
    content: bytes = b""


@dataclass(eq=False)
class Session:
    """Between the screens.

    ``source``: name and bytes of the file as it came; ``read``: as it was read, ``applicants``:
    after what was mended by hand. ``beside``: the files beside it, by the name of the input;
    ``refused``: why the one that was given could not be read.
    ``drawn``: the page of a proposal, which every click would draw again.
    ``rules``: one table a rule, as in TOML, with ``on`` and ``uid``.
    """

    step: Step = Step.FILE
    source: tuple[str, bytes] | None = None
    field_map: FieldMap = field(default_factory=FieldMap)
    read: Applicants | None = None
    applicants: Applicants | None = None
    beside: dict[str, Upload] = field(default_factory=dict)
    refused: dict[str, CohortsError] = field(default_factory=dict)
    preset: str = "businessversneller"
    rules: list[dict[str, Any]] | None = None
    job: Job | None = None
    board: Board | None = None
    chosen: str | None = None
    drawn: tuple[Proposal, Language, str] | None = None


def session() -> Session:
    """This browser's session."""
    if "session" not in st.session_state:
        st.session_state["session"] = Session()
    kept: Session = st.session_state["session"]
    return kept


def go(step: Step) -> None:
    """To another screen."""
    session().step = step
