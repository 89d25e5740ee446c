"""A made round as a form: what was asked, in whole questions, and what everybody answered."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl

from tests.sample_data.form_tools.questions import QUESTIONS

Reply = str | int | float
SEVERAL = ("Welke thema's", "Op welke dagdelen")
"""How the questions begin of which several answers may be ticked."""
OF_THE_TOOL = ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Tijd van laatste wijziging")
"""What Microsoft Forms adds itself, the name aside: other tools ask that."""
FIRST_DAY = datetime(2026, 9, 3, 8)  # noqa: DTZ001 - a form's moments have no zone


@dataclass(frozen=True)
class Question:
    """``key``: its header in the sample; ``options``: what could be ticked, where several could."""

    key: str
    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One row. ``replies``: key of a question → what was filled in or ticked; absent: nothing."""

    number: int
    begun: datetime
    done: datetime
    email: str
    replies: dict[str, Reply | tuple[str, ...]]

    def told(self, question: Question) -> Reply | None:
        """What was filled in or chosen."""
        reply = self.replies.get(question.key)
        return None if isinstance(reply, tuple) else reply

    def ticked(self, question: Question) -> tuple[str, ...]:
        """What was ticked."""
        reply = self.replies.get(question.key)
        return reply if isinstance(reply, tuple) else ()


@dataclass(frozen=True)
class Form:
    """``language``: of the questions and of the tool's own words; answers are as given."""

    language: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]


def form_of(path: Path, language: str) -> Form:
    """The sample in a file, asked in ``language``."""
    headers, rows = _read(path)
    added = {*OF_THE_TOOL, "Nr"} if "Begintijd" in headers else {"Nr"}
    keys = [h for h in headers if h not in added]
    answers = []
    for number, cells in enumerate(rows, 1):
        row = dict(zip(headers, cells, strict=True))
        late = FIRST_DAY + timedelta(minutes=number)
        replies = {k: _reply(k, row[k]) for k in keys if row[k] not in (None, "")}
        answers.append(
            Answer(
                number=int(str(row.get("ID") or number)),
                begun=_moment(row.get("Begintijd"), late),
                done=_moment(row.get("Tijd van voltooien"), late + timedelta(days=1)),
                email=str(row.get("E-mail") or "anonymous"),
                replies=replies,
            )
        )
    questions = tuple(Question(k, _asked(k, language), _options(k, answers)) for k in keys)
    return Form(language, questions, tuple(answers))


def _read(path: Path) -> tuple[list[str], list[list[object]]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            headers, *rows = csv.reader(file)
        return headers, [list(row) for row in rows]
    first, *others = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [str(h) for h in first], [list(row) for row in others]


def _moment(cell: object, else_: datetime) -> datetime:
    return cell if isinstance(cell, datetime) else else_


def _reply(key: str, cell: object) -> Reply | tuple[str, ...]:
    if key.startswith(SEVERAL):
        return tuple(part for part in str(cell).split(";") if part)
    return cell if isinstance(cell, int | float) else str(cell)


def _asked(key: str, language: str) -> str:
    """The whole question; a question of the organiser's own keeps its header in any language."""
    return QUESTIONS.get(key, {}).get(language, key)


def _options(key: str, answers: list[Answer]) -> tuple[str, ...]:
    ticked = [a.replies[key] for a in answers if key in a.replies]
    several = [t for t in ticked if isinstance(t, tuple)]
    return tuple(sorted({option for options in several for option in options}))
