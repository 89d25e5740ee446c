"""Who sits where without saying who it is: ids, and what there is to compare.

What people are called, where they can be found, and what they wrote in their own words is not in
it; nor are sentences of rules, for these call people by name.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

import xlsxwriter

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.values import folded
from cohorts.programme.own_words import in_own_words
from cohorts.reports.sheet import Column, Sheets, Table
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.words import Language, say
from cohorts.words.export_gate import gate
from cohorts.words.phrase import field_name
from cohorts.words.sentences import sentences

NUMBERS: Mapping[str, str] = {"fte": "number", "turnover": "euro", "founded": "whole"}
TEXTS = ("province", "life_phase", "themes")
TELLING = re.compile(r"[^\W_]{4,}")
"""A word long enough to know somebody by."""


def nameless_csv(proposal: Proposal) -> str:
    """``group,applicant_id``; UTF-8 without BOM, LF; by group, then id."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["group", "applicant_id"])
    ids = ids_told(proposal)
    for number, members in proposal.composition.groups.items():
        writer.writerows([number, gate(ids[a.id])] for a in members)
    return out.getvalue()


@in_own_words
def nameless_book(proposal: Proposal, language: Language, stamp: Stamp) -> bytes:
    """The workbook as bytes: a row for each, those without a place last. No cell is a formula."""
    stamped = stamp.said(for_whom("organiser", language), language)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = proposal.programme.title[language]
        book.set_properties({"title": title, "comments": stamped.whole})
        Sheets(book, language, stamped.whole).add("groups", _table(proposal, language))
    return out.getvalue()


def ids_told(proposal: Proposal) -> Mapping[ApplicantId, str]:
    """Id → what is told of it: the ids themselves, unless one of them says who somebody is."""
    people = proposal.round.applicants
    if any(_says_who(a) for a in people):
        return {a.id: str(number) for number, a in enumerate(people, 1)}
    return {a.id: str(a.id) for a in people}


def _says_who(one: Applicant) -> bool:
    """Whether a word of what they are called stands in it, however it is joined: ``jan-jansen``."""
    squeezed = "".join(filter(str.isalnum, folded(one.id)))
    known = (folded(t) for t in (one.name, one.company, one.email, one.kvk) if t)
    return "@" in one.id or any(word in squeezed for t in known for word in TELLING.findall(t))


def _table(proposal: Proposal, language: Language) -> Table:
    head = (
        Column(proposal.programme.word("group", language), "whole"),
        Column(field_name("id", language)),
        *(Column(field_name(one, language), kind) for one, kind in NUMBERS.items()),
        *(Column(field_name(one, language)) for one in TEXTS),
    )
    ids = ids_told(proposal)
    rows = tuple(
        (
            number,
            ids[a.id],
            *(a.number(one) for one in NUMBERS),
            a.province,
            _phase(a, language),
            ", ".join(a.themes),
        )
        for number, a in _seated(proposal)
    )
    return Table(head, rows)


def _seated(proposal: Proposal) -> Iterator[tuple[int | None, Applicant]]:
    for number, members in proposal.composition.groups.items():
        yield from ((number, a) for a in members)
    yield from ((None, one.applicant) for one in proposal.not_placed)


def _phase(one: Applicant, language: Language) -> str:
    known = f"report.phase_{one.life_phase}" in sentences(language)
    return say(f"report.phase_{one.life_phase}", language) if known else ""
