"""What reading noticed, as a document states it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cohorts.intake.report import remark_parts
from cohorts.record.parts import RemarkPart
from cohorts.round.remark import Remark
from cohorts.words import Language


def remark_part(remark: Remark, language: Language) -> RemarkPart:
    """As a document states it."""
    _, column, value, fault, remedy = remark_parts(remark, language)
    return RemarkPart(
        code=remark.code, row=remark.row, column=column, value=value, fault=fault, remedy=remedy
    )


def remarks_data(remarks: Iterable[Remark], language: Language) -> list[dict[str, Any]]:
    """Remarks as a document states them."""
    return [remark_part(remark, language).model_dump(mode="json") for remark in remarks]
