"""LimeSurvey: a column per option, ``Question [Option]``, with yes or no in it.

Its source, github.com/LimeSurvey/LimeSurvey: ``application/helpers/admin/export/CsvWriter.php``
(UTF-8 with its mark, ``;`` between, everything quoted, ``\\r\\n``, a white line at the end) and
``SurveyObj.php`` (full answers: ticked is *Yes*, not ticked *No*, not shown *N/A*). Dutch here with
full answers; English with the codes: ``Y`` or nothing.
"""

from __future__ import annotations

from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Answer, Form, Question

OWN = {
    "nl": ("Antwoord ID", "Datum ingediend", "Laatste pagina", "Starttaal", "Zaad"),
    "en": ("Response ID", "Date submitted", "Last page", "Start language", "Seed"),
}
TICKED = {"nl": ("Ja", "Nee"), "en": ("Y", "")}
DIALECT = Dialect(
    lambda m: f"{m:%Y-%m-%d %H:%M:%S}",
    delimiter=";",
    encoding="utf-8-sig",
    quoted=True,
    last="\r\n",
)


def export(form: Form, *, as_workbook: bool) -> Export:
    """In a workbook its moments are text as well."""
    own = OWN[form.language]
    headers = [
        f"{q.text} [{option}]" if option else q.text
        for q in form.questions
        for option in q.options or ("",)
    ]
    rows: list[list[Cell]] = [[*own, *headers]]
    for a in form.answers:
        done = DIALECT.moment(a.done) if as_workbook else a.done
        first: list[Cell] = [a.number, done, 4, form.language, 1_500_000_000 + 7 * a.number]
        rows.append([*first, *(cell for q in form.questions for cell in _cells(q, a, form))])
    return Export(rows, DIALECT, frozenset(own), keeps_number=True, keeps_order=False)


def _cells(question: Question, answer: Answer, form: Form) -> list[Cell]:
    yes, no = TICKED[form.language]
    if question.options:
        ticked = answer.ticked(question)
        return [yes if option in ticked else no for option in question.options]
    return [answer.told(question)]
