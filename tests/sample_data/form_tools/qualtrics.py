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
DIALECT = Dialect(lambda m: f"{m:%Y-%m-%d %H:%M:%S}", line_end="\n")


def export(form: Form, *, as_workbook: bool) -> Export:
    """Three rows of headers, in a workbook two."""
    apart = form.language == "en"
    names = [names for names, _ in OWN_AND_TEXTS]
    texts = [text for _, text in OWN_AND_TEXTS]
    ids = [f'{{"ImportId":"{i}"}}' for _, _, i in OWN]
    for number, question in enumerate(form.questions, 1):
        options = question.options if apart else ()
        names += [f"Q{number}_{i}" for i, _ in enumerate(options, 1)] or [f"Q{number}"]
        texts += [f"{question.text} - {option}" for option in options] or [question.text]
        ids += [f'{{"ImportId":"QID{number}_{i}"}}' for i, _ in enumerate(options, 1)] or [
            f'{{"ImportId":"QID{number}_TEXT"}}'
        ]
    rows: list[list[Cell]] = [[*names], [*texts], *([] if as_workbook else [[*ids]])]
    for a in form.answers:
        rows.append([*_own(a), *(c for q in form.questions for c in _cells(q, a, apart=apart))])
    own = frozenset({*(n for n, _, _ in OWN), *(t for _, t, _ in OWN)})
    return Export(rows, DIALECT, own, keeps_order=not apart, sheet="Sheet0")


OWN_AND_TEXTS = tuple((name, text) for name, text, _ in OWN)


def _own(answer: Answer) -> list[Cell]:
    seconds = int((answer.done - answer.begun).total_seconds())
    told: list[Cell] = [answer.begun, answer.done, "IP Address", f"198.51.100.{answer.number % 250}"]
    told += [100, seconds, "True", answer.done, f"R_{answer.number:015}"]
    return [*told, None, None, None, None, 52.3676, 4.9041, "anonymous", "NL"]


def _cells(question: Question, answer: Answer, *, apart: bool) -> list[Cell]:
    reply = answer.replies.get(question.key)
    if question.options and apart:
        return [option if option in (reply or ()) else None for option in question.options]
    return [",".join(reply)] if isinstance(reply, tuple) else [reply]
