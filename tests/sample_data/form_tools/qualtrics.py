"""Qualtrics: three rows of headers in CSV (names, questions, import ids), two in a workbook.

https://www.qualtrics.com/support/survey-platform/data-and-analysis-module/data/download-data/
understanding-your-dataset/: "CSV and TSV files come with 3 rows of headers. The first header is the
internal Qualtrics ID of the field (e.g., EndDate, Q1, Q2, and so on)"; the tool's own columns come
first. With choice texts, ticked answers are joined with a comma without a space (Dutch here), or
stand in a column each (English): ``Q7_1``, below it the question, a dash and the option.
"""

from __future__ import annotations

from tests.sample_data.form_tools.export import Cell, Dialect, Export
from tests.sample_data.form_tools.form import Answer, Form, Question

OWN = (
    *(("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate")),
    *(("Status", "Response Type", "status"), ("IPAddress", "IP Address", "ipAddress")),
    *(("Progress", "Progress", "progress"),),
    *(("Duration (in seconds)", "Duration (in seconds)", "duration"),),
    *(("Finished", "Finished", "finished"), ("RecordedDate", "Recorded Date", "recordedDate")),
    *(("ResponseId", "Response ID", "_recordId"),),
    *(("RecipientLastName", "Recipient Last Name", "recipientLastName"),),
    *(("RecipientFirstName", "Recipient First Name", "recipientFirstName"),),
    *(("RecipientEmail", "Recipient Email", "recipientEmail"),),
    *(("ExternalReference", "External Data Reference", "externalDataReference"),),
    *(("LocationLatitude", "Location Latitude", "locationLatitude"),),
    *(("LocationLongitude", "Location Longitude", "locationLongitude"),),
    *(("DistributionChannel", "Distribution Channel", "distributionChannel"),),
    *(("UserLanguage", "User Language", "userLanguage"),),
)
IMPORT = '{{"ImportId":"{}"}}'
DIALECT = Dialect(lambda m: f"{m:%Y-%m-%d %H:%M:%S}", line_end="\n")


def export(form: Form, *, as_workbook: bool) -> Export:
    """Three rows of headers, in a workbook two."""
    apart = form.language == "en"
    columns = [*OWN, *(c for n, q in enumerate(form.questions, 1) for c in _columns(n, q, apart))]
    names, texts, ids = zip(*columns, strict=True)
    headers = [names, texts] if as_workbook else [names, texts, [IMPORT.format(i) for i in ids]]
    rows: list[list[Cell]] = [list(header) for header in headers]
    for a in form.answers:
        rows += [[*_own(a), *(c for q in form.questions for c in _cells(q, a, apart=apart))]]
    own = frozenset({*(n for n, _, _ in OWN), *(t for _, t, _ in OWN)})
    return Export(rows, DIALECT, own, keeps_order=not apart, sheet="Sheet0")


def _columns(number: int, question: Question, apart: bool) -> list[tuple[str, str, str]]:
    """Name, text and id of the columns of a question."""
    if not question.options or not apart:
        return [(f"Q{number}", question.text, f"QID{number}_TEXT")]
    return [
        (f"Q{number}_{i}", f"{question.text} - {option}", f"QID{number}_{i}")
        for i, option in enumerate(question.options, 1)
    ]


def _own(answer: Answer) -> list[Cell]:
    seconds = int((answer.done - answer.begun).total_seconds())
    told: list[Cell] = [
        answer.begun,
        answer.done,
        "IP Address",
        f"198.51.100.{answer.number % 250}",
    ]
    told += [100, seconds, "True", answer.done, f"R_{answer.number:015}"]
    return [*told, None, None, None, None, 52.3676, 4.9041, "anonymous", "NL"]


def _cells(question: Question, answer: Answer, *, apart: bool) -> list[Cell]:
    ticked = answer.ticked(question)
    if question.options and apart:
        return [option if option in ticked else None for option in question.options]
    return [",".join(ticked) if question.options else answer.told(question)]
