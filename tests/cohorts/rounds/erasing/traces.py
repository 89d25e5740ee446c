"""Every byte that is left of a text: as it is, as others write it, and in whatever is packed."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import create_engine, select, text

from cohorts.store.place import data_folder, file_of
from cohorts.store.store import Store
from cohorts.store.tables import metadata

PACKED = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
"""What may be base64."""
DEEPEST = 4
FILES = """
SELECT pg_relation_filepath(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION
SELECT pg_relation_filepath(reltoastrelid) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND reltoastrelid <> 0
"""
ZLIB = (b"\x78\x01", b"\x78\x9c", b"\x78\xda")


def spellings(words: Iterable[str]) -> dict[str, set[bytes]]:
    """Each word as bytes: UTF-8, UTF-16 both ways, JSON with its escapes."""
    return {
        word: {
            word.encode(),
            word.encode("utf-16-le"),
            word.encode("utf-16-be"),
            json.dumps(word)[1:-1].encode(),
            json.dumps(json.dumps(word))[3:-3].encode(),
        }
        for word in words
    }


def traces(words: Iterable[str], *contents: bytes) -> set[str]:
    """Which of them stand in any of these, or in what is packed in them."""
    sought = spellings(words)
    found: set[str] = set()
    for content in contents:
        for part in unpacked(content):
            found |= {word for word, ways in sought.items() if any(way in part for way in ways)}
    return found


def unpacked(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The content, and everything that it holds in base64, zlib or zip."""
    yield content
    if depth == DEEPEST:
        return
    for inner in (*_zipped(content), *_deflated(content), *_in_base64(content)):
        yield from unpacked(inner, depth + 1)


def _zipped(content: bytes) -> Iterator[bytes]:
    at = content.find(b"PK\x03\x04")
    if at < 0:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content[at:])) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, zlib.error):
        return


def _deflated(content: bytes) -> Iterator[bytes]:
    for head in ZLIB:
        at = content.find(head)
        while at >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[at:])
            at = content.find(head, at + 1)


def _in_base64(content: bytes) -> Iterator[bytes]:
    for found in PACKED.findall(content):
        whole = found.rstrip(b"=")
        for altchars in (b"+/", b"-_"):
            try:
                yield base64.b64decode(whole + b"=" * (-len(whole) % 4), altchars)
            except binascii.Error:
                continue


def on_disk(store: Store) -> list[bytes]:
    """All files of the store: the database and what stands beside it, and our own data folder.

    Of PostgreSQL those of its tables, once what it holds in memory was written; what its own log of
    changes and its catalogue hold, it drops by itself.
    """
    file = file_of(store.url)
    folders = [data_folder()] if file is None else [data_folder(), file.parent]
    files = {path for one in folders if one.exists() for path in one.rglob("*") if path.is_file()}
    if file is None:
        files |= set(_postgres_files(store.url))
    return [path.read_bytes() for path in sorted(files)]


def _postgres_files(url: str) -> Iterator[Path]:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        data = Path(connection.execute(text("SHOW data_directory")).scalar_one())
        for path in connection.execute(text(FILES)).scalars():
            if path is not None:
                yield from data.glob(f"{path}*")
    engine.dispose()


def in_rows(store: Store) -> list[bytes]:
    """Every value of every row, by itself: so that what is packed is found wherever it begins."""
    with store.reading() as connection:
        values = [
            value
            for table in metadata.tables.values()
            for row in connection.execute(select(table))
            for value in row
        ]
    return [one if isinstance(one, bytes) else str(one).encode() for one in values if one]
