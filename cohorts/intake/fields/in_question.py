"""What the organiser is asked about headers: a question turned round, a header that repeats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cohorts.intake.fields.column_kinds import OPTIONS
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.headers import (
    REPEATED,
    How,
    Match,
    asks_other_consent,
    exact_field,
    turned_field,
)
from cohorts.intake.fields.turned_round import field_turned
from cohorts.intake.table import Table, is_empty
from cohorts.intake.values.negation import is_doubly_negated, is_negated
from cohorts.round.remark import Remark


def is_refusal_only(header: str, field_map: FieldMap) -> bool:
    """Whether a yes in this column refuses consent, and was not said to be turned round.

    A no to such a question is no consent: that is never made out of a refusal.
    """
    if field_turned(header, field_map) or exact_field(header) or is_doubly_negated(header):
        return False
    if not is_negated(header) and turned_field(header) is None:
        return False
    mapped = (h.strip().lower() for h in field_map.fields.get("consent", ()))
    return turned_field(header) == "consent" or header.lower() in mapped


def asked_of_headers(
    table: Table,
    matches: Sequence[Match],
    sources: Mapping[str, Sequence[int]],
    field_map: FieldMap,
) -> list[Remark]:
    """Remarks about columns, in their order."""
    return [
        *_turned(matches, field_map),
        *_grids(table, matches),
        *_repeated(table, matches, sources),
    ]


def _turned(matches: Sequence[Match], field_map: FieldMap) -> Iterator[Remark]:
    mapped = {h.strip().lower() for h in field_map.fields.get("consent", ())}
    kept = {h.strip().lower() for h in field_map.extra}
    for match in matches:
        if match.how is How.MAPPED and _denies_what_it_is_mapped_to(match, field_map):
            yield Remark("intake.denied_mapped", column=match.header)
        if match.how is not How.EXTRA or match.header.lower() in kept:
            continue
        field = turned_field(match.header)
        if field == "consent" and is_doubly_negated(match.header):
            yield Remark("intake.twice_turned_consent", column=match.header)
        elif field == "consent" or (is_negated(match.header) and match.header.lower() in mapped):
            yield Remark("intake.turned_consent", column=match.header)
        elif field and field not in OPTIONS:
            yield Remark("intake.denied_header", column=match.header, facts={"field": field})
        elif field:
            yield Remark("intake.turned_header", column=match.header, facts={"field": field})
        elif asks_other_consent(match.header):
            yield Remark("intake.other_consent", column=match.header)


def _denies_what_it_is_mapped_to(match: Match, field_map: FieldMap) -> bool:
    turned = field_turned(match.header, field_map)
    return match.field in OPTIONS and not turned and turned_field(match.header) is not None


def _grids(table: Table, matches: Sequence[Match]) -> Iterator[Remark]:
    for match in matches:
        if match.header in table.apart and match.how is How.EXTRA:
            yield Remark("intake.grid_numbers", column=match.header)


def _repeated(
    table: Table, matches: Sequence[Match], sources: Mapping[str, Sequence[int]]
) -> Iterator[Remark]:
    """Headers that stand there more than once, and whose answers contradict each other."""
    found: dict[str, list[int]] = {}
    for i, match in enumerate(matches):
        if match.how in (How.EXTRA, How.EXACT, How.QUESTION, How.SIMILAR):
            found.setdefault(REPEATED.sub("", match.header), []).append(i)
    for header, columns in found.items():
        if len(columns) < 2 or header not in table.headers:  # noqa: PLR2004 - one stands alone
            continue
        first = next((c[0] for c in sources.values() if c[0] in columns), None)
        rows = sum(
            len({str(cells[i]) for i in columns if not is_empty(cells[i])}) > 1
            for _, cells in table.rows
        )
        facts = {"count": len(columns), "rows": rows}
        if first is None:
            names = tuple(table.headers[i] for i in columns)
            yield Remark("intake.repeated_own", column=header, facts=facts | {"columns": names})
        else:
            yield Remark(
                "intake.repeated_header", column=header, facts=facts | {"place": first + 1}
            )
