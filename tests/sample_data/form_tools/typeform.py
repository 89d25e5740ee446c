"""Typeform: ``#`` first, its own moments in UTC last; yes or no as 1 and 0.

Seen in public exports: ``#, …, Response Type, Start Date (UTC), Stage Date (UTC), Submit Date
(UTC), Network ID, Tags``. Ticked answers stand in one cell (here in Dutch), or, in older exports
(in English), in a column per option that is called after the option alone: of which question it is
the file does not say, so that a person must.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sample_data.making import forms
from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Answer, Form, Question

LAST = ("Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)")
LATER = ("Network ID", "Tags")
SUMMER = timedelta(hours=2)
FIELDS = {forms.THEMES: "themes", forms.WHEN: "availability"}


def export(form: Form, *, as_workbook: bool) -> Export:
    """One cell for several answers, or in English a column for each."""
    del as_workbook
    apart = form.language == "en"
    headers = [h for q in form.questions for h in _headers(q, apart=apart)]
    rows: list[list[Cell]] = [["#", *headers, *LAST, *LATER]]
    for a in form.answers:
        cells = [c for q in form.questions for c in _cells(q, a, apart=apart)]
        own: list[Cell] = ["completed", a.begun - SUMMER, None, a.done - SUMMER, _token(a)[:10], ""]
        rows.append([_token(a), *cells, *own])
    told = {FIELDS[q.key]: q.options for q in form.questions if q.options} if apart else {}
    dialect = Dialect(lambda m: f"{m:%Y-%m-%d %H:%M:%S}", line_end="\n")
    own_headers = frozenset({*LAST, *LATER})
    return Export(rows, dialect, own_headers, _in_utc, keeps_order=not apart, fields=told)


def _headers(question: Question, *, apart: bool) -> tuple[str, ...]:
    return question.options if question.options and apart else (question.text,)


def _cells(question: Question, answer: Answer, *, apart: bool) -> list[Cell]:
    if question.key == forms.CONSENT:
        return [int(answer.told(question) == "Ja")]
    ticked = answer.ticked(question)
    if question.options and apart:
        return [option if option in ticked else "" for option in question.options]
    return [", ".join(ticked) if question.options else answer.told(question)]


def _token(answer: Answer) -> str:
    return hashlib.sha256(f"{answer.number}".encode()).hexdigest()[:32]


def _in_utc(answer: Answer) -> datetime:
    return answer.done - SUMMER
