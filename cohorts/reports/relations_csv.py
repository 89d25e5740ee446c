"""``relations.csv``: what is known between people, so that a composition can be computed again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from cohorts.people.relation import Relation
from cohorts.words.export_gate import gate


def relations_csv(relations: Iterable[Relation]) -> str:
    """A row each, in their order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["a", "b", "kind", "must", "note"])
    for one in relations:
        must = "" if one.must is None else "yes" if one.must else "no"
        writer.writerow([gate(str(cell)) for cell in (one.a, one.b, one.kind, must, one.note)])
    return out.getvalue()
