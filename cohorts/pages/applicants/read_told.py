"""How a file was read, in a line of facts, and what else was noticed, to unfold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from cohorts.pages.applicants.faulty import faulty_in_file
from cohorts.pages.applicants.questions import asks
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.templates import HTML
from cohorts.pages.told import language, plain
from cohorts.people.applicant import Status
from cohorts.reports.remarked import AT_REST, gathered, line_of
from cohorts.round.effect import Effect, rows_gone
from cohorts.round.remark import Remark
from cohorts.rounds.people.dropped_file import DroppedFile

FEW = 12
MENDED_BY_US = ("kvk_padded", "sbi_mended")
MENDED_CODES = tuple(f"intake.{code}" for code in MENDED_BY_US)
TEMPLATE = HTML.from_string(
    '<ul class="in-facts">{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>'
)
SURE = (Status.CONFIRMED, Status.SIGNED)


def facts(dropped: DroppedFile) -> None:
    """People, rows that are nobody or twice, what was restored, what is unsure or wrong."""
    told_in_facts(_facts(dropped))


def told_in_facts(lines: Iterable[str]) -> None:
    """A line of facts, the strongest of its part of the page."""
    st.html(TEMPLATE.render(lines=[*lines]))


def _facts(dropped: DroppedFile) -> Iterator[str]:
    remarks, people = dropped.after.remarks, dropped.after
    gone, codes = rows_gone(remarks), Counter(remark.code for remark in remarks)
    wrong = sum(bool(one.fault) for one in faulty_in_file(dropped))
    counts = {
        "people": len(people),
        "twice": gone[Effect.TWICE],
        "nobody": gone[Effect.NOBODY],
        **{code: codes[f"intake.{code}"] for code in MENDED_BY_US},
        "unsure": sum(a.status is not None and a.status not in SURE for a in people),
        "wrong": wrong,
    }
    yield t("fact_people", count=counts.pop("people"))
    yield from (t(f"fact_{key}", count=count) for key, count in counts.items() if count)


def noticed(dropped: DroppedFile) -> None:
    """What asks nothing, and is told nowhere else on the page."""
    faulty = {(one.place, one.column) for one in faulty_in_file(dropped)}
    rest = [
        remark
        for remark in dropped.after.remarks
        if not asks(remark) and (str(remark.row), remark.about or remark.column) not in faulty
    ]
    if not rest:
        return
    ours = [r for r in rest if r.code in MENDED_CODES]
    alike = gathered([r for r in rest if r.code not in MENDED_CODES], language(), plainly=True)
    alike.sort(key=lambda one: one.code in AT_REST)
    lines = [*_mended(ours), *(line_of(one, language()) for one in alike)]
    with st.expander(plain(t("noticed", count=len(rest)))):
        st.markdown("\n".join(f"- {plain(line)}" for line in lines[:FEW]))
        more = len(lines) - FEW
        if more > 0 and st.toggle(t("noticed_all", count=more), key="noticed"):
            st.markdown("\n".join(f"- {plain(line)}" for line in lines[FEW:]))


def _mended(remarks: Sequence[Remark]) -> Iterator[str]:
    """What was restored: of each kind one line, with all rows."""
    kinds: dict[str, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.code, []).append(remark)
    for code, of in kinds.items():
        rows = tuple(str(remark.row) for remark in of)
        yield t(f"noticed_{code.removeprefix('intake.')}", rows=rows, count=len(rows))
