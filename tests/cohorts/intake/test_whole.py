"""All files or none, wherever they are to stand; what stood there stays until the new are whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cohorts.intake.whole import BESIDE, LEFT, write_folder, write_whole
from cohorts.uninterrupted import uninterrupted

OLD = {"a.csv": b"old a", "b.json": b"old b", "participants/1.html": b"old 1"}
NEW = {"a.csv": b"new a", "b.json": b"new b", "c.html": b"new c"}
GONE = ["participants/1.html"]
Mount = Callable[..., None]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts a disk of its own in memory; skipped where that is not allowed."""
    mounted: list[Path] = []

    def at(folder: Path, options: str) -> None:
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("mounting is not permitted here")
        mounted.append(folder)

    yield at
    for folder in reversed(mounted):
        subprocess.run(["umount", str(folder)], check=False)


def standing(folder: Path) -> dict[str, bytes]:
    """Every file below, also hidden ones, and empty folders as nothing."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"folder"
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def old_in(folder: Path) -> None:
    for name, content in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def test_a_new_folder_with_all_above_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b" / "out", OLD)
    assert standing(tmp_path) == {f"a/b/out/{name}": content for name, content in OLD.items()}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o777 & ~umask()


@pytest.mark.parametrize("there", [True, False])
def test_a_step_back_out_of_a_folder_that_is_not_there(there: bool, tmp_path: Path) -> None:
    """What stands in ``none/../out`` stands in ``out``, and ``none`` is not made for it."""
    if there:
        old_in(tmp_path / "out")
    write_folder(tmp_path / "none" / ".." / "out", OLD)
    assert standing(tmp_path) == {f"out/{name}": content for name, content in OLD.items()}


def umask() -> int:
    before = os.umask(0)
    os.umask(before)
    return before


def test_new_files_take_the_place_of_old_ones_beside_what_is_somebody_elses(tmp_path: Path) -> None:
    old_in(tmp_path)
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write_folder(tmp_path, NEW, GONE)
    assert standing(tmp_path) == {**NEW, "notes.txt": b"mine"}


@pytest.mark.parametrize("last", [1, 2, 3, 4])
def test_what_fails_on_the_way_is_undone(
    last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three files come and one goes: whichever of the four steps fails, all is as it was."""
    old_in(tmp_path)
    steps, move, unlink = 0, Path.replace, Path.unlink

    def counted(act: Callable[..., object]) -> Callable[..., object]:
        def step(path: Path, *args: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == last:
                raise OSError(28, "No space left on device")
            return act(path, *args, **named)

        return step

    monkeypatch.setattr(Path, "replace", counted(move))
    monkeypatch.setattr(Path, "unlink", counted(unlink))
    with pytest.raises(OSError, match="space"):
        write_folder(tmp_path, NEW, GONE)
    assert standing(tmp_path) == OLD


def test_a_place_that_is_a_folder_undoes_the_rest(tmp_path: Path) -> None:
    old_in(tmp_path)
    (tmp_path / "c.html").mkdir()
    with pytest.raises(OSError, match="html"):
        write_folder(tmp_path, NEW, GONE)
    assert standing(tmp_path) == {**OLD, "c.html": b"folder"}


@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk(there: bool, tmp_path: Path, mount: Mount) -> None:
    """64 kB, and files of 48: two of them do not fit."""
    mount(tmp_path / "disk", "size=64k")
    out = tmp_path / "disk" / "out"
    if there:
        old_in(out)
    before = standing(tmp_path / "disk")
    with pytest.raises(OSError, match="space"):
        write_folder(out, {"a.csv": b"x" * 48_000, "b.json": b"x" * 48_000})
    assert standing(tmp_path / "disk") == before
    with pytest.raises(OSError, match="space"):
        write_whole({tmp_path / "disk" / "a": "x", tmp_path / "disk" / "b": "x" * 100_000})
    assert standing(tmp_path / "disk") == before


def test_a_folder_that_is_a_disk_of_its_own_in_one_that_is_closed(
    tmp_path: Path, mount: Mount
) -> None:
    """Nothing may be written beside the folder, and a file made there could not be moved in."""
    above = tmp_path / "above"
    mount(above, "size=64k")
    mount(above / "out", "size=256k")
    old_in(above / "out")
    subprocess.run(["mount", "-o", "remount,ro", str(above)], check=True)
    write_folder(above / "out", NEW, GONE)
    assert standing(above / "out") == NEW
    write_whole({above / "out" / "a.csv": "newer"})
    assert standing(above / "out") == {**NEW, "a.csv": b"newer"}
    with pytest.raises(OSError, match="Read-only"):
        write_folder(above / "other", NEW)


def test_a_folder_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    write_folder(tmp_path / "link", NEW)
    assert standing(tmp_path / "there") == NEW
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    with pytest.raises(OSError, match="nowhere"):
        write_folder(tmp_path / "nowhere", NEW)


def test_what_a_killed_program_left_is_cleared_after_a_day(tmp_path: Path) -> None:
    old, young = tmp_path / f"{BESIDE}old", tmp_path / f"{BESIDE}young"
    for left in (old, young):
        left.mkdir()
        (left / "a.csv").write_bytes(b"x")
    long_ago = time.time() - LEFT - 60
    os.utime(old, (long_ago, long_ago))
    write_folder(tmp_path, NEW)
    assert standing(tmp_path) == {**NEW, f"{young.name}/a.csv": b"x"}


def test_a_file_of_somebody_else_with_a_hidden_name_stays(tmp_path: Path) -> None:
    (tmp_path / ".a.part").write_bytes(b"mine")
    write_whole({tmp_path / "a": "x"})
    assert standing(tmp_path) == {"a": b"x", ".a.part": b"mine"}


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits_until_it_is_done(which: signal.Signals) -> None:
    program = f"""
import signal
from cohorts.uninterrupted import uninterrupted
try:
    with uninterrupted():
        signal.raise_signal({int(which)})
        print("done", flush=True)
    print("not so far")
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    words = ran.stdout.decode().split()
    assert words == (["done", "interrupted"] if which is signal.SIGINT else ["done"])
    assert ran.returncode == (0 if which is signal.SIGINT else -int(which))


def _stopped_by(*signals: signal.Signals) -> None:
    with uninterrupted():
        for which in signals:
            signal.raise_signal(which)


def test_a_request_to_end_is_not_lost_behind_ctrl_c() -> None:
    """Whichever came first; each is told once."""
    told: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    try:
        with pytest.raises(KeyboardInterrupt):
            _stopped_by(signal.SIGINT, signal.SIGTERM, signal.SIGINT)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == [signal.SIGTERM]


def test_handlers_are_put_back_and_threads_have_none() -> None:
    before = signal.getsignal(signal.SIGINT)
    with uninterrupted():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
    done: list[bool] = []

    def elsewhere() -> None:
        with uninterrupted():
            done.append(signal.getsignal(signal.SIGINT) is before)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done == [True]
