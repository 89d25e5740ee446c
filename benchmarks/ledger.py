"""What a benchmark has measured: one JSON object a line; what is there is not measured again."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.table import Table

Record = Mapping[str, Any]


class Ledger:
    """Runs cases by name; appends to a file where one is given."""

    def __init__(self, path: Path | None, *, as_json: bool) -> None:
        self.path = path
        self.as_json = as_json
        self.known: dict[str, Record] = {}
        if path is not None and path.exists():
            lines = path.read_text("utf-8").splitlines()
            self.known = {record["case"]: record for record in map(json.loads, lines)}

    def measure(self, case: str, run: Callable[[], dict[str, Any]]) -> Record:
        """The record of ``case``: from the file, else measured now and added; it is printed."""
        record = self.kept(case, run)
        print(json.dumps(record) if self.as_json else "  ".join(_told(record)), flush=True)
        return record

    def kept(self, case: str, run: Callable[[], dict[str, Any]]) -> Record:
        """The same, and nothing is printed."""
        if case not in self.known:
            record = {"case": case} | run()
            self.known[case] = record
            if self.path is not None:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(record) + "\n")
        return dict(self.known[case])

    def show(self, line: Record, table: Table) -> None:
        """Prints a line of a table: as JSON where that is asked."""
        print(json.dumps(line) if self.as_json else table.row(line), flush=True)


def _told(record: Record) -> Iterator[str]:
    for name, value in record.items():
        yield f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}"


def parser(about: str | None) -> argparse.ArgumentParser:
    """The options every benchmark has."""
    made = argparse.ArgumentParser(description=about)
    made.add_argument("--out", type=Path, help="append here, and skip what is there")
    made.add_argument("--json", action="store_true", help="one JSON object a line")
    return made
