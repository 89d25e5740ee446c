"""SurveyMonkey: two rows of headers, the second with the options; the tool's nine columns first.

Seen in public code that takes such exports apart: the first row has the questions, above the first
of their columns only; below it stand ``Open-Ended Response`` for what was typed, ``Response`` for
what was chosen, the option for what was ticked and the label where one question has several boxes
to fill in. A ticked cell holds its option. Of its two moments the first, when
somebody began, is read.
"""

from __future__ import annotations

from datetime import timedelta

from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Answer, Form, Question

OWN = (
    *("Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address"),
    *("Email Address", "First Name", "Last Name", "Custom Data 1"),
)
OPEN, CHOSEN = "Open-Ended Response", "Response"
DIALECT = Dialect(lambda m: f"{m:%m/%d/%Y %I:%M:%S %p}", encoding="utf-8-sig")
TIME = timedelta(minutes=10)
"""What filling in takes."""
FEW = 12
"""A question with fewer different answers was one to choose from."""


def export(form: Form, *, as_workbook: bool) -> Export:
    """In a workbook the same two rows."""
    del as_workbook
    first: list[Cell] = list(OWN)
    second: list[Cell] = [None] * len(OWN)
    for q in form.questions:
        below = q.options or (_kind(q, form),)
        first += [q.text, *([None] * (len(below) - 1))]
        second += below
    rows: list[list[Cell]] = [first, second]
    for a in form.answers:
        own: list[Cell] = [118_000_000_000 + a.number, 410_000_111, a.done - TIME, a.done]
        own += [f"198.51.100.{a.number % 250}", None, None, None, None]
        rows.append([*own, *(cell for q in form.questions for cell in _cells(q, a))])
    return Export(
        rows,
        DIALECT,
        frozenset(OWN),
        lambda answer: answer.done - TIME,
        keeps_order=False,
        sheet="Sheet",
    )


def _kind(question: Question, form: Form) -> str:
    different = {a.replies.get(question.key) for a in form.answers}
    return CHOSEN if len(different) < FEW else OPEN


def _cells(question: Question, answer: Answer) -> list[Cell]:
    if question.options:
        ticked = answer.ticked(question)
        return [option if option in ticked else None for option in question.options]
    return [answer.told(question)]
