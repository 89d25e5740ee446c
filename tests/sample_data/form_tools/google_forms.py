"""Google Forms: ``Tijdstempel`` first; ticked answers joined with ``, `` in the sheet.

The sheet of a form, downloaded as CSV (always commas, UTF-8) or as a workbook, has moments in the
way of its country and joins ticked answers with a comma and a space; the CSV that the form itself
gives (English here) has ``2026/09/05 10:01:12 AM GMT+2``, quotes everything and joins with ``;``.
Both seen in public exports; e-mail addresses are gathered in a column of the form's own.
"""

from __future__ import annotations

from datetime import datetime

from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Form

STAMP = {"nl": "Tijdstempel", "en": "Timestamp"}
EMAIL = {"nl": "E-mailadres", "en": "Email Address"}
ASKED = ("Mailadres contactpersoon", "E-mail")


def _half_days(moment: datetime) -> str:
    return f"{moment:%Y/%m/%d} {(moment.hour - 1) % 12 + 1}:{moment:%M:%S %p} GMT+2"


DIALECTS = {
    "nl": Dialect(lambda m: f"{m.day}-{m.month}-{m:%Y} {m.hour}:{m:%M:%S}"),
    "en": Dialect(_half_days, quoted=True, line_end="\n"),
}


def export(form: Form, *, as_workbook: bool) -> Export:
    """The address is gathered by the form, and not asked again."""
    sign = ", " if as_workbook or form.language == "nl" else ";"
    asked = [q for q in form.questions if q.key not in ASKED]
    gathered = len(asked) < len(form.questions)
    first = [STAMP[form.language], *([EMAIL[form.language]] if gathered else [])]
    rows: list[list[Cell]] = [[*first, *(q.text for q in asked)]]
    for a in form.answers:
        address = next((a.replies[key] for key in ASKED if key in a.replies), "")
        own: list[Cell] = [a.done, *([str(address)] if gathered else [])]
        cells = [sign.join(a.ticked(q)) if q.options else a.told(q) for q in asked]
        rows.append([*own, *cells])
    sheet = {"nl": "Formulierreacties 1", "en": "Form Responses 1"}[form.language]
    return Export(rows, DIALECTS[form.language], frozenset(), sheet=sheet)
