"""One door for every file: what has no end, or is too large, is refused and not read whole."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from cohorts.forms.read_file import RefusedFileError, TooLargeFileError, read_file, read_text
from tests.cohorts.cli.run import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and devices are files there not")
MOST = 1_000


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        yield tmp_path / "s"


def refused(path: Path) -> str:
    with pytest.raises(RefusedFileError) as stopped:
        read_file(path, MOST)
    return stopped.value.code


def test_a_file_is_read_whole_up_to_its_limit(tmp_path: Path) -> None:
    """1,000 bytes are read; 1,001 are one too many."""
    file = tmp_path / "a"
    for size in (0, 1, MOST):
        file.write_bytes(b"x" * size)
        assert len(read_file(file, MOST)) == size
    file.write_bytes(b"x" * (MOST + 1))
    with pytest.raises(TooLargeFileError) as stopped:
        read_file(file, MOST)
    assert stopped.value.code == "written.too_large"


def test_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "to").symlink_to(tmp_path / "a")
    assert read_file(tmp_path / "to", MOST) == b"x"
    (tmp_path / "null").symlink_to("/dev/zero")
    assert refused(tmp_path / "null") == "written.no_plain_file"


def test_what_has_no_end_is_no_file(tmp_path: Path, listening: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), Path("/dev/urandom")):
        assert refused(path) == "written.no_plain_file"
    with pytest.raises(OSError, match="o such device"):
        read_file(listening, MOST)


def test_a_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was small when it was looked at, and then there is more and more."""
    (tmp_path / "small").write_bytes(b"x")
    small = (tmp_path / "small").stat()
    (tmp_path / "log").write_bytes(b"x" * 100 * MOST)
    monkeypatch.setattr("cohorts.forms.read_file.os.fstat", lambda _: small)
    with pytest.raises(TooLargeFileError):
        read_file(tmp_path / "log", MOST)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
def test_a_file_of_no_size_that_holds_much() -> None:
    """/proc says 0 bytes of everything."""
    assert Path("/proc/self/status").stat().st_size == 0
    assert b"Name:" in read_file("/proc/self/status", 100_000)
    with pytest.raises(TooLargeFileError):
        read_file("/proc/self/status", 10)


def test_lines_and_marks_of_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_text(tmp_path / "a", MOST) == "a\nb\nc\n"
    with pytest.raises(OSError, match="null"):
        read_text("a\0b", MOST)


OTHER_DOOR = re.compile(
    r"\.read_(?:text|bytes)\(|json\.load\(|tomllib\.load\(|(?<![\w.])open\(|(?<!webbrowser)\.open\("
)
OURS = re.compile(
    r"files\(|\b_?file\.read_text\(|\bf\.read_text\(|archive\.open|devnull|SAMPLE"
    r"|HERE /|\bpart\.read_text|INDEX\.read_text|KINDS\[kind\]|status\.read_text"
)
OWN = ("cohorts/store/", "cohorts/rounds/drilling/")
"""Their files are their own: the database, its journal and its copies, and what drills came to."""


def test_there_is_no_other_door() -> None:
    """What else is read comes along with the program, or is a part of what was read here."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "cohorts").rglob("*.py"))
        if path.name != "read_file.py" and not any(room in path.as_posix() for room in OWN)
        for line in path.read_text("utf-8").splitlines()
        if OTHER_DOOR.search(line) and not OURS.search(line)
    ]
    assert found == [], "\n".join(found)
