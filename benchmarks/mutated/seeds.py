"""The files that get damaged, and the command that each is given to.

Everything here that a user may give: the samples, the examples of the docs and the rounds of
earlier releases, and the same people as JSON and as an open document. ``FILE`` in a command is the
damaged one, ``OUT`` a folder that is not there yet.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.mutated.in_bytes import IN_BYTES, nothing_at_all
from benchmarks.mutated.in_json import IN_JSON
from benchmarks.mutated.in_tables import IN_TABLES
from benchmarks.mutated.in_text import IN_TEXT
from benchmarks.mutated.in_toml import IN_TOML
from benchmarks.mutated.in_zip import IN_ZIP, packed

ROOT = Path(__file__).parents[2]
FILE, OUT = "FILE", "OUT"
Mutation = Callable[[random.Random, bytes], bytes]
BY_ENDING: dict[str, tuple[Mutation, ...]] = {
    ".csv": IN_TEXT + IN_TABLES + IN_TABLES,
    ".txt": IN_TEXT + IN_TABLES,
    ".json": IN_TEXT + IN_JSON + IN_JSON + IN_JSON,
    ".toml": IN_TEXT + IN_TOML + IN_TOML,
    ".xlsx": IN_ZIP + IN_ZIP,
    ".ods": IN_ZIP + IN_ZIP,
}
SMALL_ROUND = 25_000
"""Bytes of applicants of a round that is composed again, and not only read or checked."""


@dataclass(frozen=True)
class Seed:
    """``kind``: what the file is to a command; ``name``: where it comes from."""

    kind: str
    name: str
    ending: str
    load: Callable[[], bytes]
    commands: tuple[tuple[str, ...], ...]

    @cached_property
    def data(self) -> bytes:
        return self.load()

    @property
    def mutations(self) -> tuple[Mutation, ...]:
        """What may happen to a file of this ending; one that is not known: to any file."""
        return IN_BYTES + BY_ENDING.get(self.ending, ()) + (nothing_at_all,)


def seeds(more: tuple[Path, ...] = ()) -> dict[str, list[Seed]]:
    """Kind → its files, in one order. ``more``: applicants from elsewhere, or folders of them."""
    found: dict[str, list[Seed]] = {}
    for seed in (*_applicants(more), *_of_rounds()):
        found.setdefault(seed.kind, []).append(seed)
    return found


def _applicants(more: tuple[Path, ...]) -> Iterator[Seed]:
    programme = ("--programme", str(ROOT / "docs/examples/programme.toml"))
    read = ("intake", FILE, "--out", f"{OUT}.csv")
    saved = (*read, "--save-map", f"{OUT}.toml")
    composed = ("compose", FILE, *programme, "--effort", "quick", "--out", OUT)
    for path in _files(more):
        small = path.stat().st_size < SMALL_ROUND
        given = (read, read, saved, *([composed] if small else []))
        yield Seed("applicants", _shown(path), path.suffix.lower(), path.read_bytes, given)
    people = ROOT / "docs/examples/people.csv"
    rows = list(csv.DictReader(io.StringIO(people.read_text("utf-8"))))
    commands = (read, saved, composed)
    yield Seed("applicants", "people.json", ".json", lambda: json.dumps(rows).encode(), commands)
    lines = "\n".join(json.dumps(row) for row in rows)
    yield Seed("applicants", "people.jsonl", ".json", lines.encode, commands)
    yield Seed("applicants", "people.ods", ".ods", lambda: open_document(rows), commands)


def _files(more: tuple[Path, ...]) -> Iterator[Path]:
    ours = ("sample_data", "docs/examples", "tests/releases", "tests/cohorts/intake/kinds")
    for path in (*(ROOT / name for name in ours), *more):
        if path.is_file():
            yield path
        for ending in ("csv", "xlsx", "ods", "json"):
            found = sorted(path.rglob(f"*.{ending}"))
            yield from (f for f in found if not _is_beside(f) and f.stat().st_size < 200_000)


def _is_beside(path: Path) -> bool:
    """Whether a file stands beside the applicants rather than being them."""
    names = ("relations", "merit", "previous", "waiting", "groups", "proposal", "round", "composed")
    return any(path.stem.split(".")[-1].startswith(name) for name in names)


def _of_rounds() -> Iterator[Seed]:
    """What stands beside the applicants in the rounds of earlier releases."""
    for told in sorted((ROOT / "tests/releases").glob("*/*/round.json")):
        folder, round_ = told.parent, json.loads(told.read_text("utf-8"))
        applicants = folder / round_["applicants"]
        kinds = ("programme", "map", "relations", "merit", "previous", "waiting")
        given = {kind: folder / round_[kind] for kind in kinds if round_[kind]}
        for kind in (*given, "proposal"):
            path = given.get(kind, folder / "proposal.json")
            commands = tuple(_commands(kind, folder, applicants, given))
            yield Seed(kind, _shown(path), path.suffix, path.read_bytes, commands)


def _commands(
    kind: str, folder: Path, applicants: Path, given: dict[str, Path]
) -> Iterator[tuple[str, ...]]:
    files = [
        (f"--{name}", FILE if name == kind else str(path))
        for name, path in given.items()
        if kind != "proposal" or name != "waiting"
    ]
    options = tuple(part for pair in files for part in pair)
    proposal = FILE if kind == "proposal" else str(folder / "proposal.json")
    if kind == "map":
        yield ("intake", str(applicants), "--map", FILE, "--out", f"{OUT}.csv")
    yield from [("check", proposal, str(applicants), *options)] * (1 if kind == "proposal" else 3)
    if kind == "proposal":
        yield ("edit", proposal, str(applicants), *options, "--out", OUT)
        yield ("report", proposal, str(applicants), *options, "--out", OUT)
        yield ("diff", proposal, str(folder / "proposal.json"))
    elif applicants.stat().st_size < SMALL_ROUND:
        yield ("compose", str(applicants), *options, "--effort", "quick", "--out", OUT)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def open_document(rows: list[dict[str, str]]) -> bytes:
    """Rows as an open document spreadsheet, numbers as numbers."""
    content = "".join(_row(cells) for cells in (list(rows[0]), *(list(r.values()) for r in rows)))
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        '<office:body><office:spreadsheet><table:table table:name="Blad1">'
        f"{content}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": xml.encode()})


def _row(cells: list[str]) -> str:
    told = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        if cell.isdecimal()
        else '<table:table-cell office:value-type="string" table:number-columns-repeated="1">'
        f"<text:p>{escape(cell)}</text:p></table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="1">{told}</table:table-row>'
