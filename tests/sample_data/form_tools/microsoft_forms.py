"""Microsoft Forms: ID, moments, address and name first; ticked answers closed with ``;``.

Seen in public code that reads such exports (``pd.to_datetime(df["Begintijd"], format="%m/%d/%y
%H:%M:%S")``; columns ``ID, Begintijd, Tijd van voltooien, E-mail, Naam, Tijd van laatste
wijziging``). A CSV comes from saving the workbook: ``;`` and day first in a Dutch Excel, commas and
month first in an American one, windows-1252 in both.
"""

from __future__ import annotations

from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Answer, Form, Question

OWN = {
    "nl": ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"),
    "en": ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time"),
}
DIALECTS = {
    "nl": Dialect(lambda m: f"{m.day}-{m.month}-{m:%Y %H:%M}", delimiter=";", encoding="cp1252"),
    "en": Dialect(lambda m: f"{m.month}/{m.day}/{m:%y %H:%M:%S}", encoding="cp1252"),
}
NAME = "Naam"


def export(form: Form, *, as_workbook: bool) -> Export:
    """The form's own name column is its user's; the questions follow."""
    del as_workbook
    asked = [q for q in form.questions if q.key != NAME]
    own = OWN[form.language]
    rows: list[list[Cell]] = [[*own, *(q.text for q in asked)]]
    for a in form.answers:
        name = a.replies.get(NAME, "")
        first: list[Cell] = [a.number, a.begun, a.done, a.email, str(name), None]
        rows.append([*first, *(_cell(q, a) for q in asked)])
    return Export(
        rows,
        DIALECTS[form.language],
        frozenset(own) - {NAME, "Name"},
        lambda answer: answer.done,
        keeps_number=True,
    )


def _cell(question: Question, answer: Answer) -> Cell:
    if question.options:
        return "".join(f"{one};" for one in answer.ticked(question))
    return answer.told(question)
